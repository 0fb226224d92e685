import { Copy, Pencil } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../../src-main/contract/limits.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { copyText } from '../../../ui/copy.tsx'
import { useTyped } from '../../../ui/dialog.tsx'
import { AreaField } from '../../../ui/field.tsx'
import { useLimit } from '../../common/services/use-limit.ts'
import type { TellSubject } from './subjects.ts'
import { type TellLanguage, type Variable, variables } from './variables.ts'
import { missingNames, troubleOf, useSentences } from './wordings.ts'

interface SentencePaneProps {
  readonly shopId: string
  readonly subject: TellSubject
  readonly language: TellLanguage
  readonly isCustomers: boolean
  readonly isFirst: boolean
  readonly onCopied: () => void
}

/** The sentence in one language. It can't be copied while a value is missing. */
export const SentencePane = ({ shopId, subject, language, isCustomers, isFirst, onCopied }: SentencePaneProps) => {
  const { t } = useTranslation()
  const missingId = useId()
  const { own, wordingOf, fill } = useSentences(shopId)
  const [editing, setEditing] = useState(false)
  const filled = fill(subject, language)
  if (filled === null || subject.toTell.kind === 'none') return null
  const { situation } = subject.toTell
  const isOwn = own.of(situation, language) !== null
  const missing = missingNames(filled.holes, t)
  if (editing)
    return (
      <WordingEditor
        language={language}
        first={wordingOf(situation, language)}
        isOwn={isOwn}
        onSave={wording => {
          own.set(situation, language, wording)
          setEditing(false)
        }}
        onCancel={() => setEditing(false)}
      />
    )
  return (
    <section
      className="tell-side"
      data-testid="tell-side"
      data-language={language}
      aria-label={t(`tell.language.${language}`)}
    >
      <div className="cluster">
        <h3>{t(`tell.language.${language}`)}</h3>
        {isCustomers ? <Chip tone="busy">{t('tell.customersLanguage')}</Chip> : null}
        {isOwn ? <Chip>{t('tell.own')}</Chip> : null}
      </div>
      <p className="tell-sentence" data-testid="tell-sentence" lang={language}>
        {filled.parts.map((part, place) =>
          part.hole ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id, and a name may stand twice
            <mark key={place} className="tell-hole">
              {t(`tell.variable.${part.text.slice(1, -1) as Variable}`)}
            </mark>
          ) : (
            part.text
          ),
        )}
      </p>
      {missing === '' ? null : (
        <p className="field-error" id={missingId} role="alert" data-testid="tell-missing">
          {t('tell.missingHint', { names: missing })}
        </p>
      )}
      <div className="cluster">
        <Button
          small
          variant={isFirst ? 'primary' : 'secondary'}
          icon={Copy}
          testId="tell-copy"
          disabled={missing !== ''}
          aria-describedby={missing === '' ? undefined : missingId}
          onClick={() => {
            if (copyText(filled.text)) onCopied()
          }}
        >
          {t('tell.copy')}
        </Button>
        <Button small variant="ghost" icon={Pencil} testId="tell-edit" onClick={() => setEditing(true)}>
          {t('tell.edit')}
        </Button>
      </div>
    </section>
  )
}

interface WordingEditorProps {
  readonly language: TellLanguage
  readonly first: string
  readonly isOwn: boolean
  /** Null restores the default. */
  readonly onSave: (wording: string | null) => void
  readonly onCancel: () => void
}

/** Edits a shop's own wording. Unknown variables are refused here, before a customer sees them. */
export const WordingEditor = ({ language, first, isOwn, onSave, onCancel }: WordingEditorProps) => {
  const { t } = useTranslation()
  const [wording, type, forget] = useTyped(`wording ${language} ${first}`, first)
  const leave = (then: () => void) => {
    forget()
    then()
  }
  const trouble = troubleOf(wording)
  const limit = useLimit()(wording, limits.wording)
  const names =
    trouble?.kind === 'unknown'
      ? joinedTexts(
          trouble.names.map(name => `{${name}}`),
          ', ',
        )
      : ''
  return (
    <section className="tell-side" data-testid="tell-editor" data-language={language}>
      <AreaField
        label={t('tell.wording', { language: t(`tell.language.${language}`) })}
        hint={t('tell.wordingHint')}
        testId="tell-wording"
        lang={language}
        rows={7}
        value={wording}
        onText={text => type(() => text)}
        error={limit.error ?? (trouble ? t(`tell.trouble.${trouble.kind}`, { names }) : null)}
        counter={limit.counter}
      />
      <div className="tell-variables">
        {variables.map(name => (
          <button
            key={name}
            type="button"
            className="tell-variable"
            title={`{${name}}`}
            aria-label={t('tell.insert', { name: t(`tell.variable.${name}`) })}
            onClick={() => type(before => `${before}{${name}}`)}
          >
            {t(`tell.variable.${name}`)}
          </button>
        ))}
      </div>
      <div className="cluster">
        <Button
          small
          variant="primary"
          testId="tell-save"
          disabled={trouble !== null}
          onClick={() => leave(() => onSave(wording === first && !isOwn ? null : wording))}
        >
          {t('tell.save')}
        </Button>
        <Button small onClick={() => leave(onCancel)}>
          {t('action.cancel')}
        </Button>
        {isOwn ? (
          <Button small variant="ghost" testId="tell-reset" onClick={() => leave(() => onSave(null))}>
            {t('tell.reset')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
