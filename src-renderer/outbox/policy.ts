import type { Attempt, Entry, Outcome, ReviewReason } from '../../src-main/contract/entries.ts'
import type { Failure } from '../../src-main/contract/failures.ts'
import type { CancellationRequest, OrderItem } from '../../src-main/contract/resources.ts'
import { endOfItem } from '../model/order-status.ts'
import { isOpenRequest } from '../model/request-status.ts'
import type { Timings } from './timings.ts'

/** The wait before try `failures + 1`, with full jitter, so that many clients of one shop do not come back together. */
export const backoffMs = (failures: number, random: number, timings: Timings): number =>
  Math.floor(
    random * Math.min(timings.backoffCapMs, timings.backoffBaseMs * 2 ** Math.max(0, Math.min(failures, 40) - 1)),
  )

/** The longest wait between read-backs. */
export const readBackCapMs = (timings: Timings): number => Math.max(timings.readBackEveryMs, ...timings.readBackAtMs)

/**
 * When to read back next. The attempt ended at `endedAt`; `absent` countable reads have not found its request so far.
 */
export const nextReadAt = (endedAt: number, now: number, absent: number, timings: Timings): number => {
  const offset = timings.readBackAtMs.find(at => endedAt + at > now)
  if (offset !== undefined) return endedAt + offset
  // With absent reads counted already, finish counting soon instead of waiting five minutes for each read.
  return now + (absent > 0 ? timings.absentGapMs * 1.5 : timings.readBackEveryMs)
}

/** Whether nothing is left to ask for an item: it is cancelled, refunded, or a cancellation of it waits. */
export const isDecided = (item: OrderItem | null): boolean => item !== null && endOfItem(item) !== null

/** Whether nothing will be sent for the entry any more. */
export const isDone = (entry: Entry): boolean => entry.state === 'CONFIRMED' || entry.state === 'DROPPED'

/** Whether the attempt may have had an effect that no read has shown yet. */
export const isUnresolved = ({ outcome }: Attempt): boolean =>
  outcome === null || outcome === 'unknown' || outcome === 'refused-together'

/** After "send again" the review stays on the entry. Returns the conflicts that the user has accepted with it. */
const saidYesTo = (review: Entry['review']): { ids: ReadonlySet<string>; decided: boolean; quantity: boolean } => {
  const reason = review?.reason ?? 'absent'
  const quantity = reason === 'quantity-too-large'
  return {
    ids: new Set(review?.candidateIds ?? []),
    decided: quantity || (reason !== 'absent' && reason !== 'unreadable'),
    quantity,
  }
}

interface Conflict {
  readonly reason: ReviewReason
  readonly candidateIds: readonly string[]
}

/**
 * What the read just before the POST finds against sending: an open request, a decided item, too few pieces. `rows` are
 * the requests of this item. A conflict that the user accepted with "send again" does not stop the entry twice.
 */
export const conflictBefore = (
  entry: Entry,
  rows: readonly CancellationRequest[],
  item: OrderItem | null,
): Conflict | null => {
  const yes = saidYesTo(entry.review)
  const { payload } = entry.command
  // A request that appeared after an unresolved attempt may be that attempt's, even if the shop has closed it already.
  const mayBeOurs = (row: CancellationRequest): boolean =>
    entry.attempts.some(attempt => isUnresolved(attempt) && !attempt.baselineIds.includes(row.id))
  const found = rows.filter(row => !yes.ids.has(row.id) && (isOpenRequest(row) || mayBeOurs(row)))
  if (found.length > 0)
    return { reason: 'request-already-open', candidateIds: [...yes.ids, ...found.map(row => row.id)] }
  if (!yes.decided && isDecided(item)) return { reason: 'item-already-decided', candidateIds: [...yes.ids] }
  const left = item?.quantity == null ? Number.NaN : Number(item.quantity)
  if (!yes.quantity && payload.quantity !== undefined && payload.quantity > left)
    return { reason: 'quantity-too-large', candidateIds: [...yes.ids] }
  return null
}

export const lastAttempt = (entry: Entry): Attempt | undefined => entry.attempts.at(-1)

/** Attempts are numbered across all revisions. */
export const nextAttemptNo = (entry: Entry): number => (lastAttempt(entry)?.no ?? 0) + 1

/**
 * Adds an attempt. Drops the oldest settled ones beyond `keep`; unresolved ones stay, because their baselines are still
 * needed.
 */
export const withAttempt = (entry: Entry, attempt: Attempt, keep: number): Attempt[] => {
  const all = [...entry.attempts, attempt]
  let tooMany = all.length - keep
  return all.filter(one => {
    if (tooMany <= 0 || isUnresolved(one)) return true
    tooMany -= 1
    return false
  })
}

/** The attempts, with the last one ended. */
export const withEnd = (
  entry: Entry,
  outcome: Outcome['kind'],
  failure: Failure | null,
  endedAt: number,
): Attempt[] => {
  const last = lastAttempt(entry)
  return last === undefined ? entry.attempts : [...entry.attempts.slice(0, -1), { ...last, outcome, failure, endedAt }]
}
