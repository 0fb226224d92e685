import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { diskTroubleOf, type Failure } from '../../../../src-main/contract/failures.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { SaveState } from '../services/use-save-file.ts'
import { codeLine } from '../words/failure-words.ts'

/** What to do about a file that could not be saved: a disk is full, a file is open elsewhere, or a limit is our own. */
const adviceFor = ({ kind, code }: Failure, t: TFunction): string => {
  switch (kind) {
    case 'too-large':
      return t('file.tooLarge')
    case 'no-answer':
      return t('file.noAnswer')
    case 'storage': {
      const trouble = diskTroubleOf(code)
      return trouble === null ? t('file.notSavedAdvice') : `${t(`file.why.${trouble}`)} ${t('file.unchanged')}`
    }
    default:
      return t('failure.bug.advice')
  }
}

/** Beside the button: whether the file is there. */
export const SaveOutcome = ({ state }: { state: SaveState }) => {
  const { t } = useTranslation()
  if (state.kind === 'saved')
    return (
      <p className="muted" role="status" data-testid="file-saved">
        {t('file.saved')}
      </p>
    )
  if (state.kind !== 'failed') return null
  return (
    <Notice
      tone="bad"
      role="alert"
      testId="file-not-saved"
      title={t('file.notSaved')}
      code={state.failure.code ?? state.failure.kind}
    >
      <p>{adviceFor(state.failure, t)}</p>
      <p className="mono">{codeLine(state.failure)}</p>
    </Notice>
  )
}
