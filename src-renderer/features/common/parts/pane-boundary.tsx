import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useBridge } from '../services/services.tsx'

/** Confines a rendering error to its pane. Logs its name and stack, but not its message, which may quote data. */
export const PaneBoundary = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation()
  const bridge = useBridge()
  return (
    <ErrorBoundary
      onError={error => {
        const detail = error instanceof Error ? `${error.name}\n${frames(error)}` : typeof error
        bridge.app.log({ level: 'error', event: 'pane-broke', detail: detail.slice(0, 2000) }).catch(() => undefined)
      }}
      fallbackRender={({ resetErrorBoundary }) => (
        <div className="pane-broken">
          <Notice
            tone="bad"
            role="alert"
            title={t('boundary.title')}
            actions={<Button onClick={resetErrorBoundary}>{t('boundary.again')}</Button>}
          >
            {t('boundary.text')}
          </Notice>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}

const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n')
