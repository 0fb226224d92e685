import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { startOfDay } from '../../../ui/format/day.ts'
import { entryEvents } from './entry-events.ts'
import type { TimelineEvent } from './events.ts'
import { orderEvents } from './order-events.ts'
import type { OrderFacts } from './order-facts.ts'
import { requestEvents } from './request-events.ts'
import { timeOf } from './when.ts'

/**
 * Everything known to have happened to an order, newest first, then what nobody dated. Only what the shop's rows and
 * this computer's own record say; each thing once. `now` in ms since 1970.
 */
export const timelineOf = (
  order: OrderFacts,
  requests: readonly RequestSummary[],
  entries: readonly Entry[],
  now: number,
): readonly TimelineEvent[] => {
  const isOnlyLine = order.lines.length === 1
  const all = [
    ...orderEvents(order),
    ...requestEvents(order.lines, requests),
    ...entries.flatMap(entry => entryEvents(entry, now, isOnlyLine)),
  ]
  const once = [...new Map(all.map(event => [event.id, event])).values()]
  // What was listed later happened later where the times are the same: an answer after its sending.
  return once.reverse().sort((a, b) => rank(b) - rank(a))
}

const rank = ({ when }: TimelineEvent): number => timeOf(when) ?? Number.MIN_SAFE_INTEGER

interface TimelineDay {
  /** A moment of that day, ms since 1970; null for what has no date. */
  readonly at: number | null
  readonly events: readonly TimelineEvent[]
}

/** By this computer's calendar. */
export const byDay = (events: readonly TimelineEvent[]): readonly TimelineDay[] => {
  const days: { key: number | null; at: number | null; events: TimelineEvent[] }[] = []
  for (const event of events) {
    const at = timeOf(event.when)
    const key = at === null ? null : startOfDay(at)
    const day = days.at(-1)
    if (day && day.key === key) day.events.push(event)
    else days.push({ key, at, events: [event] })
  }
  return days
}
