import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CloudOff,
  History,
  type LucideIcon,
  PencilLine,
  SearchCheck,
  Send,
  Trash2,
} from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { cancellationTypeWords } from '../data/status-words.ts'
import { useOutbox } from '../data/use-entries.ts'
import { useFormat } from '../data/use-format.ts'
import { useNavigation } from '../navigation/navigation.tsx'
import { type ActivityEvent, type ActivityKind, activityOf } from './events.ts'
import './activity.css'

const icons: Record<ActivityKind, LucideIcon> = {
  created: PencilLine,
  sending: Send,
  'sent-confirmed': CircleCheck,
  'sent-not-sent': CloudOff,
  'sent-rejected': CircleAlert,
  'sent-refused-together': CircleAlert,
  'sent-unknown': CircleHelp,
  found: SearchCheck,
  adopted: CircleCheck,
  dropped: Trash2,
}

const shownAtMost = 500

const Event = ({ event }: { event: ActivityEvent }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { open } = useNavigation()
  const { about, command, result } = event.entry
  const Icon = icons[event.kind]
  return (
    <li className="activity-row" data-testid="activity-row" data-kind={event.kind} data-entry-id={event.entry.id}>
      <time className="muted nowrap" dateTime={new Date(event.at).toISOString()}>
        {format.time(event.at)}
      </time>
      <Icon className={`icon activity-${event.kind}`} aria-hidden />
      <span>
        <span className="strong">{t(`activity.kind.${event.kind}`, { id: result?.requestId ?? '' })}</span>{' '}
        <span className="muted">
          {cancellationTypeWords(command.payload.cancellation_type, t)} · {about.productName ?? t('order.namelessItem')}{' '}
          ·{' '}
        </span>
        <button type="button" className="link" onClick={() => open('orders', about.orderId)}>
          {about.orderNumber ?? about.orderId}
        </button>
      </span>
    </li>
  )
}

export const ActivityScreen = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const { entries } = useOutbox()
  const days = useMemo(() => {
    const byDay = new Map<string, ActivityEvent[]>()
    for (const event of activityOf(entries).slice(0, shownAtMost)) {
      const day = format.day(event.at)
      byDay.set(day, [...(byDay.get(day) ?? []), event])
    }
    return [...byDay]
  }, [entries, format])
  return (
    <section className="page scroll" aria-label={t('nav.activity')}>
      <header className="page-head">
        <div>
          <h1>{t('nav.activity')}</h1>
          <p className="muted">{t('activity.text')}</p>
        </div>
      </header>
      {days.length === 0 ? (
        <div className="empty">
          <span className="empty-icon">
            <History aria-hidden strokeWidth={1.5} />
          </span>
          <h2>{t('activity.emptyTitle')}</h2>
          <p className="muted">{t('activity.emptyText')}</p>
        </div>
      ) : null}
      {days.map(([day, events]) => (
        <section key={day} className="entry-group" aria-label={day}>
          <h2>{day}</h2>
          <ul className="card">
            {events.map(event => (
              <Event key={event.key} event={event} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
