import { FileDown, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { fileName } from '../../common/export/file-name.ts'
import { a4Page, letterPage, type Paper, rollPage } from '../../common/print/paper.ts'
import { PrintOutcome } from '../../common/print/print-outcome.tsx'
import { usePrint } from '../../common/print/use-print.tsx'
import { useKept } from '../../common/services/use-kept.ts'
import { asDelivered, type Choices, choicesSchema, SlipChoices, SlipWhich } from './slip-choices.tsx'
import type { Slip, SlipLanguage } from './slip-of.ts'
import { type SlipFormat, SlipPaper, slipMargins } from './slip-paper.tsx'
import { SlipPreview } from './slip-preview.tsx'
import { type SlipSubject, useSlip } from './use-slip.ts'
import './slip.css'

const scales: Readonly<Record<SlipFormat, number>> = { a4: 0.55, letter: 0.55, roll: 1 }

const languageOf = (chosen: Choices['language'], ofOrder: string | null | undefined, screen: string): SlipLanguage => {
  const wanted = chosen === 'customer' ? (ofOrder ?? screen) : chosen
  return wanted.toLowerCase().startsWith('tr') ? 'tr' : 'en'
}

const withOnly = (slip: Slip, only: string): Slip =>
  slip.parts.some(part => part.key === only) ? { ...slip, parts: slip.parts.filter(part => part.key === only) } : slip

/** A slip for the customer: how it will look, on which paper and in which language, to print or as a PDF. */
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
