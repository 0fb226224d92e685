import { CircleAlert, CircleCheck, CircleHelp, Info, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from './chip.tsx'

const icons: Record<Tone, LucideIcon> = {
  plain: Info,
  ok: CircleCheck,
  wait: TriangleAlert,
  busy: RefreshCw,
  bad: CircleAlert,
  ask: CircleHelp,
}

interface NoticeProps {
  readonly tone?: Tone
  readonly icon?: LucideIcon
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly role?: 'alert' | 'status'
  readonly testId?: string
  readonly code?: string | undefined
  /** For tests and styles that look for a notice in one of several states. */
  readonly state?: string | undefined
}

export const Notice = ({ tone = 'plain', icon, title, children, actions, role, testId, code, state }: NoticeProps) => {
  const Icon = icon ?? icons[tone]
  return (
    <div className={`notice notice-${tone}`} role={role} data-testid={testId} data-code={code} data-state={state}>
      <Icon className="icon" aria-hidden />
      <div className="notice-text">
        {title ? <div className="notice-title">{title}</div> : null}
        {children}
        {actions ? <div className="notice-actions">{actions}</div> : null}
      </div>
    </div>
  )
}
