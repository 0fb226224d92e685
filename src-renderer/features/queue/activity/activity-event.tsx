import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CloudOff,
  type LucideIcon,
  PencilLine,
  SearchCheck,
  Send,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isolated } from '../../../model/direction.ts'
import { isoOf } from '../../../model/times.ts'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { cancellationTypeWords } from '../../common/words/status-words.ts'
import type { ActivityKind, ActivityEvent as Event } from './events.ts'

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

/** One row: the time, the event, the order line, and the account. */
export const ActivityEvent = ({ event, who }: { event: Event; who: string }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const open = useOpenRecord()
  const { kind, entry, requestId, code } = event
  const { about, command, orderItem } = entry
  const Icon = icons[kind]
  return (
    <li
      className="activity-row"
      data-testid="activity-row"
      data-kind={kind}
      data-entry-id={entry.id}
      data-event={event.key}
    >
      <time className="muted nowrap" dateTime={isoOf(event.at)} title={format.moment(event.at)}>
        {format.time(event.at)}
      </time>
      <Icon className={`icon activity-${kind}`} aria-hidden />
      <span className="activity-what">
        <span className="strong">{t(`activity.kind.${kind}`)}</span>
        {requestId === null ? null : <span className="nowrap">{` #${requestId}`}</span>}{' '}
        <span className="muted">
          {cancellationTypeWords(command.payload.cancellation_type, t)} ·{' '}
          {isolated(about.productName ?? t('order.namelessItem'))} ·{' '}
        </span>
        <button
          type="button"
          className="link"
          title={t('request.forItem', { item: orderItem })}
          onClick={() => open({ accountId: entry.accountId, screen: 'orders', id: about.orderId, line: orderItem })}
        >
          {about.orderNumber ?? about.orderId}
        </button>
        {code === null ? null : <span className="mono muted">{` ${code}`}</span>}
      </span>
      <span className="activity-who muted ellipsis" title={who}>
        {who}
      </span>
    </li>
  )
}
