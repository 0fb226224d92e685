import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { say } from '../../common/commands/announcement.tsx'
import { useCommand } from '../../common/commands/commands.tsx'
import { focusRecord } from '../../common/navigation/focus-record.ts'

interface RequestFrameProps {
  /** The number of lines. */
  readonly lines: number
  /** Whether all lines have a type in common. */
  readonly fits: boolean
  readonly onLeave: () => void
  /** Beside a record: Esc closes an untouched form and only leaves the focus of a filled one. */
  readonly byEsc?: 'close' | 'step-out' | undefined
  readonly children: ReactNode
}

/** The first Esc leaves the form, the next one closes the record. Typed values are kept. */
const useLeaveByEsc = (
  panel: RefObject<HTMLElement | null>,
  byEsc: RequestFrameProps['byEsc'],
  onLeave: () => void,
): void => {
  const { t } = useTranslation()
  const [isLeft, setLeft] = useState(false)
  useEffect(() => {
    const place = panel.current
    const comeBack = () => setLeft(false)
    place?.addEventListener('focusin', comeBack)
    return () => place?.removeEventListener('focusin', comeBack)
  }, [panel])
  const leave = () => {
    if (byEsc === 'close') return onLeave()
    setLeft(true)
    focusRecord()
    say(t('form.leftKept'))
  }
  useCommand('list.leave', leave, byEsc !== undefined && !isLeft)
}

/** The head of a request form around its content, or a notice if the lines have no type in common. */
export const RequestFrame = ({ lines, fits, onLeave, byEsc, children }: RequestFrameProps) => {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  useCommand('request.leave', onLeave)
  useLeaveByEsc(panel, byEsc, onLeave)
  return (
    <aside ref={panel} className="request-panel" tabIndex={-1} aria-label={t('form.title')}>
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
