import { Copy, Pencil } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { copyText } from '../../../ui/copy-text.ts'
import type { TellSubject } from './subjects.ts'
import { missingNames, useSentences } from './use-sentences.ts'
import type { TellLanguage, Variable } from './variables.ts'
import { WordingEditor } from './wording-editor.tsx'

interface SentencePaneProps {
  readonly shopId: string
  readonly subject: TellSubject
  readonly language: TellLanguage
  readonly isCustomers: boolean
  readonly isFirst: boolean
  readonly onCopied: () => void
}

/** One language's sentence; with a hole in it, it can't be copied. */
export const SentencePane = ({ shopId, subject, language, isCustomers, isFirst, onCopied }: SentencePaneProps) => {
  const { t } = useTranslation()
  const missingId = useId()
  const { own, wordingOf, fill } = useSentences(shopId)
  const [editing, setEditing] = useState(false)
  const filled = fill(subject, language)
  if (filled === null || subject.told.kind === 'none') return null
  const { situation } = subject.told
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
