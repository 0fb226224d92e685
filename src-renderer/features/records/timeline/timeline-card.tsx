import {
  Ban,
  CalendarClock,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CirclePlus,
  CircleX,
  Clock,
  CreditCard,
  FileText,
  Inbox,
  type LucideIcon,
  PackageCheck,
  QrCode,
  Search,
  Send,
  ShoppingBag,
  Truck,
  Undo2,
  WifiOff,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { type RequestStage, requestStage } from '../../../model/request-status.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { isoOf } from '../../../model/times.ts'
import { Button } from '../../../ui/button.tsx'
import type { Tone } from '../../../ui/chip.tsx'
import { isSameDay } from '../../../ui/format/day.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useNextWords } from '../../common/words/entry-words.ts'
import { orderStatusWords, requestStatusWords } from '../../common/words/status-words.ts'
import { eventWords } from './event-words.ts'
import type { EventKind, TimelineEvent, When } from './events.ts'
import type { OrderFacts } from './order-events.ts'
import { byDay, timelineOf } from './timeline.ts'
import './timeline.css'

interface TimelineCardProps {
  readonly order: OrderFacts
  /** The shop's requests for this order's lines; others are left out. */
  readonly requests: readonly RequestSummary[]
  /** This computer's requests for this order. */
  readonly entries: readonly Entry[]
}

const shownAtFirst = 12

/** The events of an order by day, the newest first. Each names its source. */
export const TimelineCard = ({ order, requests, entries }: TimelineCardProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const [all, setAll] = useState(false)
  const events = timelineOf(order, requests, entries, now)
  const shown = all ? events : events.slice(0, shownAtFirst)
  const dayName = (at: number | null) => {
    if (at === null) return t('timeline.noDate')
    return isSameDay(at, now) ? t('timeline.today') : format.day(at)
  }
  return (
    <section className="card timeline" data-testid="order-timeline" aria-label={t('timeline.title')}>
      <div className="card-head">
        <h2>{t('timeline.title')}</h2>
      </div>
      <div className="card-body stack">
        {byDay(shown).map(day => (
          <div key={day.at ?? 'none'} className="timeline-day">
            <h3>{dayName(day.at)}</h3>
            <ol>
              {day.events.map(event => (
                <TimelineRow key={event.id} event={event} />
              ))}
            </ol>
          </div>
        ))}
        {events.length > shown.length ? (
          <div>
            <Button variant="ghost" small testId="timeline-all" onClick={() => setAll(true)}>
              {t('timeline.showAll', { count: events.length })}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}

const icons: Readonly<Record<Exclude<EventKind, 'decided'>, LucideIcon>> = {
  placed: ShoppingBag,
  'payment-waiting': CreditCard,
  invoiced: FileText,
  shipped: Truck,
  expected: CalendarClock,
  status: PackageCheck,
  'cancel-status': Clock,
  requested: Inbox,
  'return-code': QrCode,
  pickup: CalendarClock,
  saved: CirclePlus,
  'not-sent': WifiOff,
  sent: Send,
  answered: Undo2,
  looked: Search,
  found: CircleCheck,
  refused: CircleAlert,
  discarded: Ban,
  standing: Clock,
}

const decidedIcons: Readonly<Record<RequestStage, LucideIcon>> = {
  undecided: Clock,
  'in-progress': Clock,
  approved: CircleCheck,
  'to-be-paid': CircleCheck,
  completed: CircleCheck,
  rejected: CircleX,
  cancelled: Ban,
}

/** The icon of an event. An answer's icon depends on what was answered. */
const iconOf = (event: TimelineEvent): LucideIcon => {
  if (event.kind === 'decided') return decidedIcons[requestStage(event.status)]
  if (event.kind !== 'answered') return icons[event.kind]
  const { outcome } = event.attempt
  return outcome === 'confirmed' ? CircleCheck : outcome === 'unknown' ? CircleHelp : CircleAlert
}

const toneOf = (event: TimelineEvent, t: ReturnType<typeof useTranslation>['t']): Tone => {
  switch (event.kind) {
    case 'status':
      return orderStatusWords(event.status, t).tone
    case 'decided':
      return requestStatusWords(event.status, t).tone
    case 'answered':
      return event.attempt.outcome === 'confirmed' ? 'ok' : event.attempt.outcome === 'unknown' ? 'ask' : 'bad'
    case 'found':
      return 'ok'
    case 'refused':
      return 'bad'
    case 'standing':
      return event.entry.state === 'NEEDS_REVIEW' ? 'ask' : event.entry.state === 'QUEUED' ? 'wait' : 'busy'
    case 'payment-waiting':
    case 'cancel-status':
      return 'wait'
    default:
      return 'plain'
  }
}

const Next = ({ entry }: { entry: Entry }) => <p className="muted">{useNextWords(entry)}</p>

const WhenText = ({ when }: { when: When }) => {
  const { t } = useTranslation()
  const format = useFormat()
  switch (when.kind) {
    case 'at':
      return (
        <time dateTime={isoOf(when.at)} title={format.exact(when.at)}>
          {format.time(when.at)}
        </time>
      )
    case 'last-change':
      return (
        <time dateTime={isoOf(when.at)} title={t('timeline.lastChangeWhy')}>
          {t('timeline.lastChange', { time: format.time(when.at) })}
        </time>
      )
    case 'now':
      return t('timeline.now')
    case 'unreadable':
      return when.text
    case 'day':
    case 'unsaid':
      return null
  }
}

const TimelineRow = ({ event }: { event: TimelineEvent }) => {
  const { t } = useTranslation()
  const Icon = iconOf(event)
  const { title, detail } = eventWords(event, t)
  return (
    <li
      className={`timeline-row timeline-${toneOf(event, t)}`}
      data-testid="timeline-event"
      data-kind={event.kind}
      data-outcome={event.kind === 'answered' ? (event.attempt.outcome ?? '') : undefined}
      data-source={event.source}
    >
      <span className="timeline-mark">
        <Icon className="icon" aria-hidden />
      </span>
      <div className="timeline-text">
        <p className="strong">{title}</p>
        {detail ? <p className="timeline-detail">{detail}</p> : null}
        {event.kind === 'standing' ? <Next entry={event.entry} /> : null}
        {event.lines.length > 0 ? <p className="muted">{joinedTexts(event.lines, ', ')}</p> : null}
      </div>
      <div className="timeline-side muted">
        <span className="nowrap">
          <WhenText when={event.when} />
        </span>
        <span className="nowrap">{t(`timeline.source.${event.source}`)}</span>
      </div>
    </li>
  )
}
