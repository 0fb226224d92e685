import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useCommand } from '../commands/commands.tsx'

interface RequestFrameProps {
  /** How many lines the form is for. */
  readonly lines: number
  /** Whether there is a type that all of them allow. */
  readonly fits: boolean
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** The head of a request form, and what stands in its place when its lines have no type in common. */
export const RequestFrame = ({ lines, fits, onLeave, children }: RequestFrameProps) => {
  const { t } = useTranslation()
  useCommand('request.leave', onLeave)
  return (
    <aside className="request-panel" tabIndex={-1} aria-label={t('form.title')}>
      <div className="request-head">
        <div>
          <h2>{t('form.title')}</h2>
          <p className="muted">{t('form.forLines', { count: lines })}</p>
        </div>
        <Button
          variant="ghost"
          icon={X}
          testId="request-close"
          aria-label={t('form.leave')}
          title={t('form.leave')}
          onClick={onLeave}
        />
      </div>
      {fits ? (
        children
      ) : (
        <div className="request-body">
          <Notice tone="wait">{t('form.noCommonType')}</Notice>
        </div>
      )}
    </aside>
  )
}
