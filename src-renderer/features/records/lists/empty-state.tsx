import { CloudDownload, FileWarning, FilterX, Inbox, LogIn, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EmptyKind } from './empty-kind.ts'

type RealEmpty = Exclude<EmptyKind, 'loading'>

const icons: Record<RealEmpty, LucideIcon> = {
  nothing: Inbox,
  'not-synced': CloudDownload,
  filtered: FilterX,
  'signed-out': LogIn,
  unreadable: FileWarning,
}

interface EmptyStateProps {
  readonly kind: RealEmpty
  /** Name of the list in the words, e.g. `orders`. */
  readonly list: string
  readonly detail?: ReactNode
  readonly actions?: ReactNode
}

export const EmptyState = ({ kind, list, detail, actions }: EmptyStateProps) => {
  const { t } = useTranslation()
  const Icon = icons[kind]
  return (
    <div className={`empty empty-${kind}`} data-testid="list-empty" data-empty={kind} role="status">
      <span className="empty-icon">
        <Icon aria-hidden strokeWidth={1.5} />
      </span>
      <h2>{kind === 'nothing' ? t(`empty.nothing.${list}`) : t(`empty.${kind}.title`)}</h2>
      <p className="muted">{kind === 'nothing' ? t('empty.nothing.text') : t(`empty.${kind}.text`)}</p>
      {detail}
      {actions ? <div className="cluster empty-actions">{actions}</div> : null}
    </div>
  )
}
