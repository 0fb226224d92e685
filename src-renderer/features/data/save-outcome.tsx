import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { codeLine } from './failure-words.ts'
import type { SaveState } from './use-save-file.ts'

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
    <Notice tone="bad" role="alert" testId="file-not-saved" title={t('file.notSaved')} code={state.failure.kind}>
      <p>{t('file.notSavedAdvice')}</p>
      <p className="mono">{codeLine(state.failure)}</p>
    </Notice>
  )
}
