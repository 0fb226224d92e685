import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import { entryFigure, type Figure, type OwnFigures } from '../../../model/amounts.ts'
import { addMoney } from '../../../model/decimal.ts'
import type { RequestStage } from '../../../model/request-status.ts'
import { hourOf, startOfDay } from '../../../ui/format/day.ts'
import type { StageOf } from '../../common/services/watch-rows.ts'

export const summaryRanges = ['today', 'yesterday', 'week'] as const
type SummaryRange = (typeof summaryRanges)[number]

/** From `from` to before `to`, ms since 1970. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Days in this computer's time zone. A day may have 23 or 25 hours. */
export const spanOf = (range: SummaryRange, now: number): Span => {
  const startOf = (daysBack: number) => startOfDay(now, daysBack)
  switch (range) {
    case 'today':
      return { from: startOf(0), to: startOf(-1) }
    case 'yesterday':
      return { from: startOf(1), to: startOf(0) }
    case 'week':
      return { from: startOf(6), to: startOf(-1) }
  }
}

/** `confirmed`: received and not decided yet. `approved` and `rejected`: the shop’s decisions on received requests. */
export const outcomes = ['confirmed', 'approved', 'rejected', 'waiting', 'unclear', 'refused', 'discarded'] as const
type SummaryOutcome = (typeof outcomes)[number]

const receivedAs: Readonly<Record<RequestStage, SummaryOutcome>> = {
  undecided: 'confirmed',
  'in-progress': 'confirmed',
  approved: 'approved',
  'to-be-paid': 'approved',
  completed: 'approved',
  rejected: 'rejected',
  cancelled: 'rejected',
}

const outcomeOfState: Readonly<Record<EntryState, SummaryOutcome>> = {
  QUEUED: 'waiting',
  SENDING: 'waiting',
  UNKNOWN: 'unclear',
  NEEDS_REVIEW: 'unclear',
  REJECTED: 'refused',
  CONFIRMED: 'confirmed',
  DROPPED: 'discarded',
}

const outcomeOf = ({ accountId, state, result }: Entry, stageOf: StageOf): SummaryOutcome => {
  const stage = state === 'CONFIRMED' && result ? stageOf(accountId, result.requestId) : null
  return stage === null ? outcomeOfState[state] : receivedAs[stage]
}

interface Counts extends Readonly<Record<SummaryOutcome, number>> {
  /** Requests made on this computer. */
  readonly made: number
  /** Requests that were sent at least once. */
  readonly sent: number
  /** Ms from making a request to its confirmation; null while none is confirmed. */
  readonly medianMs: number | null
}

export interface Named {
  /** Null when it was not known. */
  readonly name: string | null
  readonly count: number
}

interface Amount {
  readonly currency: string | null
  /** The sum of all requests that were not discarded: the shop's amounts where it sent them, else estimates. Null when no amount is known. */
  readonly sum: string | null
  /** Whether the sum contains an estimate. */
  readonly isEstimate: boolean
  /** The number of requests without a known amount. */
  readonly unpriced: number
}

/** The sum of several amounts is an estimate as soon as one of them is. */
export const sumFigure = ({ sum, isEstimate }: Amount): Figure | null =>
  sum === null ? null : { kind: isEstimate ? 'estimate' : 'shop', amount: sum }

export interface DayOfAccount extends Counts {
  /** The start of the day, ms since 1970. */
  readonly day: number
  readonly accountId: string
  readonly amounts: readonly Amount[]
}

export interface ShiftSummary extends Counts {
  readonly types: readonly Named[]
  readonly reasons: readonly Named[]
  readonly amounts: readonly Amount[]
  /** The number of requests in each hour of the day, 0 to 23, by this computer's clock. */
  readonly hours: readonly number[]
  /** By day, the newest first; within a day by account, in the order of their first requests. */
  readonly days: readonly DayOfAccount[]
}

const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

const none: Readonly<Record<SummaryOutcome, number>> = {
  confirmed: 0,
  approved: 0,
  rejected: 0,
  waiting: 0,
  unclear: 0,
  refused: 0,
  discarded: 0,
}

const countsOf = (entries: readonly Entry[], stageOf: StageOf): Counts => {
  const number = { ...none }
  for (const entry of entries) number[outcomeOf(entry, stageOf)] += 1
  const times = entries.flatMap(({ state, createdAt, settledAt }) =>
    state === 'CONFIRMED' && settledAt !== null ? [Math.max(0, settledAt - createdAt)] : [],
  )
  const sent = entries.filter(({ attempts }) => attempts.length > 0).length
  return { ...number, made: entries.length, sent, medianMs: medianOf(times) }
}

const groupBy = <K>(entries: readonly Entry[], keyOf: (entry: Entry) => K): Map<K, Entry[]> => {
  const groups = new Map<K, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return groups
}

/** The most frequent first. */
const namedOf = (entries: readonly Entry[], nameOf: (entry: Entry) => string | null): readonly Named[] =>
  [...groupBy(entries, nameOf)]
    .map(([name, group]) => ({ name, count: group.length }))
    .sort((a, b) => b.count - a.count)

const amountsOf = (entries: readonly Entry[], own: OwnFigures): readonly Amount[] =>
  [
    ...groupBy(
      entries.filter(({ state }) => state !== 'DROPPED'),
      ({ about }) => about.currency?.toUpperCase() ?? null,
    ),
  ].map(([currency, group]) => {
    const figures = group.map(entry => entryFigure(entry, null, own)).filter(figure => figure !== null)
    return {
      currency,
      sum: addMoney(figures.map(({ amount }) => amount)),
      isEstimate: figures.some(({ kind }) => kind === 'estimate'),
      unpriced: group.length - figures.length,
    }
  })

const daysOf = (entries: readonly Entry[], own: OwnFigures, stageOf: StageOf): readonly DayOfAccount[] =>
  [...groupBy(entries, ({ createdAt }) => startOfDay(createdAt))]
    .sort(([a], [b]) => b - a)
    .flatMap(([day, ofDay]) =>
      [...groupBy(ofDay, ({ accountId }) => accountId)].map(([accountId, group]) => ({
        ...countsOf(group, stageOf),
        day,
        accountId,
        amounts: amountsOf(group, own),
      })),
    )

/** The requests that were made in this time span, and what has become of them. */
export const summaryOf = (
  entries: readonly Entry[],
  { from, to }: Span,
  own: OwnFigures,
  stageOf: StageOf,
): ShiftSummary => {
  const made = entries.filter(({ createdAt }) => createdAt >= from && createdAt < to)
  const hours = new Array<number>(24).fill(0)
  for (const { createdAt } of made) {
    const hour = hourOf(createdAt)
    hours[hour] = (hours[hour] ?? 0) + 1
  }
  return {
    ...countsOf(made, stageOf),
    types: namedOf(made, ({ command }) => command.payload.cancellation_type),
    reasons: namedOf(made, ({ about }) => about.reasonText),
    amounts: amountsOf(made, own),
    hours,
    days: daysOf(made, own, stageOf),
  }
}
