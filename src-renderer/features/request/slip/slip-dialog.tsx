import { FileDown, Printer } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { fileName } from '../../common/parts/save-file.tsx'
import { a4Page, letterPage, type Paper, rollPage } from '../../common/print/paper.ts'
import { PrintOutcome, usePrint } from '../../common/print/use-print.tsx'
import { useKept } from '../../common/services/use-kept.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import type { Slip, SlipLanguage, SlipPart } from './slip-of.ts'
import { type SlipFormat, SlipPaper, slipFormats, slipMargins } from './slip-paper.tsx'
import { type SlipSubject, useSlip } from './use-slip.ts'
import './slip.css'

const scales: Readonly<Record<SlipFormat, number>> = { a4: 0.55, letter: 0.55, roll: 1 }

const languageOf = (chosen: Choices['language'], ofOrder: string | null | undefined, screen: string): SlipLanguage => {
  const wanted = chosen === 'customer' ? (ofOrder ?? screen) : chosen
  return wanted.toLowerCase().startsWith('tr') ? 'tr' : 'en'
}

const withOnly = (slip: Slip, only: string): Slip =>
  slip.parts.some(part => part.key === only) ? { ...slip, parts: slip.parts.filter(part => part.key === only) } : slip

/** Preview of a slip with paper and language, to print or save as PDF. */
export const SlipDialog = ({ subject, onClose }: { subject: SlipSubject; onClose: () => void }) => {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const [choices, setChoices] = useKept('slip', choicesSchema, asDelivered)
  const [only, setOnly] = useState('')
  const [height, setHeight] = useState(0)
  const { slip: inScreenLanguage, order } = useSlip(subject, languageOf('customer', null, i18n.language))
  const language = languageOf(choices.language, order?.language_code, i18n.language)
  const { slip: whole } = useSlip(subject, language)
  const slip = withOnly(whole, only)
  const paper = (
    <SlipPaper slip={slip} format={choices.format} language={language} t={i18n.getFixedT(language)} printedAt={now} />
  )
  const { state, isPrinting, isSaving, root, print, savePdf } = usePrint(paper)
  const { format } = choices
  const onPaper: Paper = {
    page: { a4: a4Page, letter: letterPage, roll: rollPage(height) }[format],
    margin: slipMargins[format],
  }
  const name = fileName(`slip-${(slip.orderNumber ?? slip.parts[0]?.reference ?? '').replace(/[^\w-]/g, '')}`, now)
  return (
    <Dialog
      wide
      title={t('slip.dialog')}
      onClose={onClose}
      testId="slip-dialog"
      footer={
        <>
          <Button testId="slip-close" onClick={onClose}>
            {t('slip.close')}
          </Button>
          <Button icon={FileDown} testId="slip-pdf" busy={isSaving} onClick={() => savePdf(name, onPaper)}>
            {t('print.pdf')}
          </Button>
          <Button variant="primary" icon={Printer} testId="slip-print" busy={isPrinting} onClick={() => print(onPaper)}>
            {t('print.print')}
          </Button>
        </>
      }
    >
      <div className="slip-choose">
        <div className="stack">
          <SlipChoices choices={choices} onChange={change => setChoices({ ...choices, ...change })} />
          {whole.parts.length > 1 ? <SlipWhich parts={inScreenLanguage.parts} only={only} onOnly={setOnly} /> : null}
          <PrintOutcome state={state} />
        </div>
        <SlipPreview scale={scales[choices.format]} onHeight={setHeight} label={t('slip.preview')}>
          {paper}
        </SlipPreview>
      </div>
      {root}
    </Dialog>
  )
}

/** `customer`: the language of the order, where the shop says it. */
const languages = ['customer', 'tr', 'en'] as const

const choicesSchema = z.object({ format: z.enum(slipFormats), language: z.enum(languages) })
type Choices = z.infer<typeof choicesSchema>
const asDelivered: Choices = { format: 'a4', language: 'customer' }

interface SlipChoicesProps {
  readonly choices: Choices
  readonly onChange: (change: Partial<Choices>) => void
}

/** The paper and the language. */
const SlipChoices = ({ choices, onChange }: SlipChoicesProps) => {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        label={t('slip.format')}
        testId="slip-format"
        value={choices.format}
        onChange={event => onChange({ format: slipFormats.find(each => each === event.target.value) ?? 'a4' })}
      >
        {slipFormats.map(each => (
          <option key={each} value={each}>
            {t(`slip.formats.${each}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('slip.language')}
        testId="slip-language"
        value={choices.language}
        onChange={event => onChange({ language: languages.find(each => each === event.target.value) ?? 'customer' })}
      >
        {languages.map(each => (
          <option key={each} value={each}>
            {t(`slip.languages.${each}`)}
          </option>
        ))}
      </SelectField>
    </>
  )
}

interface SlipWhichProps {
  readonly parts: readonly SlipPart[]
  /** A part's key; empty for all. */
  readonly only: string
  readonly onOnly: (only: string) => void
}

/** All of the requests on one slip, or one of them. */
const SlipWhich = ({ parts, only, onOnly }: SlipWhichProps) => {
  const { t } = useTranslation()
  return (
    <SelectField
      label={t('slip.which')}
      testId="slip-which"
      value={only}
      onChange={event => onOnly(event.target.value)}
    >
      <option value="">{t('slip.all', { count: parts.length })}</option>
      {parts.map(part => (
        <option key={part.key} value={part.key}>
          {joinedTexts([cancellationTypeWords(part.type, t), part.productName], ' · ')}
        </option>
      ))}
    </SelectField>
  )
}

interface SlipPreviewProps {
  readonly scale: number
  /** The height of the paper in CSS pixels at its true size, whenever it changes. */
  readonly onHeight: (pixels: number) => void
  readonly label: string
  readonly children: ReactNode
}

/** Shows paper at its true proportions, smaller or larger than life. */
const SlipPreview = ({ scale, onHeight, label, children }: SlipPreviewProps) => {
  const paper = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const { current } = paper
    if (current === null) return
    const measure = () => {
      setSize({ width: current.offsetWidth, height: current.offsetHeight })
      onHeight(current.offsetHeight)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    measure()
    return () => observer.disconnect()
  }, [onHeight])
  return (
    <section className="slip-desk" aria-label={label} tabIndex={0}>
      <div className="slip-frame" style={{ width: size.width * scale, height: size.height * scale }}>
        <div className="slip-scaled" ref={paper} style={{ transform: `scale(${scale})` }}>
          {children}
        </div>
      </div>
    </section>
  )
}
