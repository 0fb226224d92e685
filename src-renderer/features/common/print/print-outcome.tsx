import { useTranslation } from 'react-i18next'
import { Notice } from '../../../ui/notice.tsx'
import { SaveOutcome } from '../parts/save-outcome.tsx'
import type { PrintState } from './use-print.tsx'

/** Beside the buttons: what came of the print or of the PDF, and the way out. */
export const PrintOutcome = ({ state }: { state: PrintState }) => {
  const { t } = useTranslation()
  switch (state.kind) {
    case 'idle':
      return null
    case 'printed':
      return (
        <p className="muted" role="status" data-testid="print-done">
          {t('print.done')}
        </p>
      )
    case 'not-printed':
      return (
        <Notice tone="bad" role="alert" testId="print-failed" title={t(`print.why.${state.why}`)} code={state.why}>
          <p>{t('print.advice')}</p>
        </Notice>
      )
    case 'saved':
    case 'failed':
      return <SaveOutcome state={state} />
  }
}
