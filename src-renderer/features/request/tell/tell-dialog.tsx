import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SentencePane } from './sentence-pane.tsx'
import type { TellSubject } from './subjects.ts'
import { type TellLanguage, tellLanguages } from './variables.ts'
import './tell.css'

interface TellDialogProps {
  readonly shopId: string
  readonly subjects: readonly TellSubject[]
  readonly language: TellLanguage
  /** Whether the language comes from the order. */
  readonly isCustomers: boolean
  readonly copiedAtOnce: boolean
  readonly onClose: () => void
}

/** The sentence for the current state in both languages, the customer's first. */
export const TellDialog = ({ shopId, subjects, language, isCustomers, copiedAtOnce, onClose }: TellDialogProps) => {
  const { t } = useTranslation()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [copied, setCopied] = useState<TellLanguage | null>(copiedAtOnce ? language : null)
  const subject = subjects.find(each => each.id === chosenId) ?? subjects[0]
  const languages = [...tellLanguages].sort((a, b) => Number(b === language) - Number(a === language))
  return (
    <Dialog
      title={t('tell.title')}
      wide
      testId="tell-dialog"
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <div className="stack">
        {subjects.length > 1 ? (
          <SelectField
            label={t('tell.about')}
            testId="tell-subject"
            value={subject?.id ?? ''}
            onChange={event => {
              setChosenId(event.target.value)
              setCopied(null)
            }}
          >
            {subjects.map((each, place) => (
              <option key={each.id} value={each.id}>
                {each.name ?? t('tell.lineOf', { number: place + 1 })}
              </option>
            ))}
          </SelectField>
        ) : null}
        {copied ? (
          <Notice tone="ok" role="status" testId="tell-copied">
            {t('tell.copiedNow', { language: t(`tell.language.${copied}`) })}
          </Notice>
        ) : null}
        {subject === undefined ? (
          <p className="muted">{t('tell.nothing')}</p>
        ) : subject.toTell.kind === 'none' ? (
          <Notice testId="tell-none" code={subject.toTell.why}>
            {t(`tell.none.${subject.toTell.why}`)}
          </Notice>
        ) : (
          <div className="tell-sides">
            {languages.map(each => (
              <SentencePane
                key={`${subject.id} ${each}`}
                shopId={shopId}
                subject={subject}
                language={each}
                isCustomers={isCustomers && each === language}
                isFirst={each === language}
                onCopied={() => setCopied(each)}
              />
            ))}
          </div>
        )}
      </div>
    </Dialog>
  )
}
