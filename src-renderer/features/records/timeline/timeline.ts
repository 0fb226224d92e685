import type { Attempt, Entry } from '../../../../src-main/contract/entries.ts'
import type { CancellationRequest } from '../../../../src-main/contract/resources.ts'
import { isUnsent } from '../../../model/entries.ts'
import { enumText } from '../../../model/enum-text.ts'
import { isDecidedRequest } from '../../../model/request-status.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { startOfDay } from '../../../ui/format/day.ts'
import {
  type EntryFact,
  lastChangeOf,
  momentOf,
  type ShopFact,
  type TimelineEvent,
  timeOf,
  type When,
  whenOf,
} from './events.ts'
import { type LineFacts, type OrderFacts, orderEvents } from './order-events.ts'

/**
 * The events of an order, newest first, then those without a date. They come from the shop's rows and from this
 * computer's entries; each event is listed once. `now` in ms since 1970.
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
  // With the same time, the event that was added later comes later: an answer after its sending.
  return once.reverse().sort((a, b) => rank(b) - rank(a))
}

const rank = ({ when }: TimelineEvent): number => timeOf(when) ?? Number.MIN_SAFE_INTEGER

interface TimelineDay {
  /** A time within the day, ms since 1970; null for events without a date. */
  readonly at: number | null
  readonly events: readonly TimelineEvent[]
}

/** Groups events by day, in this computer's time zone. */
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

/**
 * The events of the shop's requests for these lines. `listed` are those from the list of requests, which has more
 * fields.
 */
export const requestEvents = (
  lines: readonly LineFacts[],
  listed: readonly RequestSummary[],
): readonly TimelineEvent[] => {
  const later = new Map(listed.map(row => [row.id, row]))
  const whose = (line: LineFacts) => (lines.length > 1 ? [line.name ?? line.id] : [])
  const own = lines.flatMap(line => line.requests.map(each => ofRow(each, later.get(each.id), whose(line))))
  const known = new Set(lines.flatMap(line => line.requests.map(each => each.id)))
  const byId = new Map(lines.map(line => [line.id, line]))
  const others = listed.flatMap(row => {
    const line = row.orderItem === null ? undefined : byId.get(row.orderItem)
    return line === undefined || known.has(row.id) ? [] : ofSummary(row, whose(line))
  })
  return [...own.flat(), ...others]
}

const event = (id: string, when: When, lines: readonly string[], fact: ShopFact): TimelineEvent => ({
  id,
  when,
  source: 'shop',
  lines,
  ...fact,
})

const ofRow = (
  request: CancellationRequest,
  listed: RequestSummary | undefined,
  lines: readonly string[],
): readonly TimelineEvent[] => {
  const of = { requestId: request.id, type: request.cancellation_type }
  const back = request.easy_return
  // The list may be newer than the order and already have the decision.
  const fresher = listed && isDecidedRequest(listed) && !isDecidedRequest(request)
  const status = fresher ? listed.status : request.status
  const changed: When = fresher ? { kind: 'unsaid' } : lastChangeOf(request.modified_date, request.created_date)
  const key = `request ${request.id}`
  return [
    event(key, whenOf(request.created_date), lines, { kind: 'requested', ...of }),
    ...(isDecidedRequest({ status })
      ? [event(`${key} decided`, changed, lines, { kind: 'decided', status, ...of })]
      : []),
    ...(back?.code
      ? [
          event(`${key} code`, whenOf(back.start_date), lines, {
            kind: 'return-code',
            code: back.code,
            carrier: enumText(back.shipping_company),
            ...of,
          }),
        ]
      : []),
    ...(back?.pickup_date?.date
      ? [
          event(`${key} pickup`, whenOf(back.pickup_date.date), lines, {
            kind: 'pickup',
            pickup: back.pickup_date,
            ...of,
          }),
        ]
      : []),
  ]
}

const ofSummary = (row: RequestSummary, lines: readonly string[]): readonly TimelineEvent[] => {
  const of = { requestId: row.id, type: row.cancellationType }
  const made: When = whenOf(row.dateText)
  return [
    event(`request ${row.id}`, made, lines, { kind: 'requested', ...of }),
    ...(isDecidedRequest(row)
      ? [event(`request ${row.id} decided`, { kind: 'unsaid' }, lines, { kind: 'decided', status: row.status, ...of })]
      : []),
    ...(row.easyReturnCode
      ? [
          event(`request ${row.id} code`, { kind: 'unsaid' }, lines, {
            kind: 'return-code',
            code: row.easyReturnCode,
            carrier: null,
            ...of,
          }),
        ]
      : []),
  ]
}

/** The events of one entry. `now` in ms since 1970. */
const entryEvents = (entry: Entry, now: number, isOnlyLine: boolean): readonly TimelineEvent[] => {
  const lines = isOnlyLine ? [] : [entry.about.productName ?? entry.orderItem]
  const event = (id: string, when: When, fact: EntryFact): TimelineEvent => ({
    id: `entry ${entry.id} ${id}`,
    when,
    source: 'computer',
    lines,
    ...fact,
  })
  const settled = momentOf(entry.settledAt)
  return [
    event('saved', momentOf(entry.createdAt), { kind: 'saved', entry }),
    ...runsOf(entry.attempts).flatMap(run => ofRun(entry, run, event)),
    ...entry.absentReads.map((at, place) => event(`looked ${place}`, momentOf(at), { kind: 'looked', entry })),
    ...(entry.state === 'CONFIRMED' && entry.result && entry.attempts.at(-1)?.outcome !== 'confirmed'
      ? [event('found', settled, { kind: 'found', requestId: entry.result.requestId, entry })]
      : []),
    ...(entry.state === 'REJECTED' && entry.attempts.at(-1)?.outcome !== 'rejected'
      ? [event('refused', settled, { kind: 'refused', entry })]
      : []),
    ...(entry.state === 'DROPPED' ? [event('discarded', settled, { kind: 'discarded', entry })] : []),
    ...(isUnsent(entry) && entry.state !== 'REJECTED'
      ? [event('standing', { kind: 'now', at: now }, { kind: 'standing', entry })]
      : []),
  ]
}

type Run = readonly [Attempt, ...Attempt[]]

/** Joins attempts that never reached the shop, so that a night without a network is one line and not two hundred. */
const runsOf = (attempts: readonly Attempt[]): readonly Run[] => {
  const runs: [Attempt, ...Attempt[]][] = []
  for (const attempt of attempts) {
    const run = runs.at(-1)
    if (run && attempt.outcome === 'not-sent' && run[0].outcome === 'not-sent') run.push(attempt)
    else runs.push([attempt])
  }
  return runs
}

type MakeEvent = (id: string, when: When, fact: EntryFact) => TimelineEvent

const ofRun = (entry: Entry, run: Run, event: MakeEvent): readonly TimelineEvent[] => {
  const [first] = run
  const last = run.at(-1) ?? first
  const key = `${first.revision} ${first.no}`
  if (first.outcome === 'not-sent')
    return [event(`not-sent ${key}`, momentOf(last.startedAt), { kind: 'not-sent', last, count: run.length, entry })]
  const sent = event(`sent ${key}`, momentOf(first.startedAt), { kind: 'sent', attempt: first, entry })
  if (first.outcome === null) return [sent]
  return [sent, event(`answered ${key}`, momentOf(first.endedAt), { kind: 'answered', attempt: first, entry })]
}
