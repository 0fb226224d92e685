import type { Attempt, Entry, ReviewReason } from '../../src-main/contract/entries.ts'
import type { CancellationRequest, OrderItem } from '../../src-main/contract/resources.ts'
import { endOfItem } from '../model/order-status.ts'
import { isOpenRequest } from '../model/request-status.ts'
import type { Timings } from './timings.ts'

/** Wait before try `failures + 1`, with full jitter: many clients that lost one shop do not come back together. */
export const backoffMs = (failures: number, random: number, timings: Timings): number =>
  Math.floor(
    random * Math.min(timings.backoffCapMs, timings.backoffBaseMs * 2 ** Math.max(0, Math.min(failures, 40) - 1)),
  )

/** Milliseconds to keep quiet after a 429. Garbage counts as the minimum. */
export const retryAfterMs = (asked: number | null, timings: Timings): number => {
  const wish = asked === null || Number.isNaN(asked) ? timings.retryAfterMinMs : asked
  return Math.min(timings.retryAfterMaxMs, Math.max(timings.retryAfterMinMs, wish))
}

/**
 * Whether a wait is over. A time further away than any wait we ever set means that the clock was put back,
 * so it counts as over: a wait never exceeds its cap.
 */
export const isOver = (until: number | null, now: number, capMs: number): boolean =>
  until === null || now >= until || until - now > capMs

/** Longest wait that a read-back ever gets. */
export const readBackCapMs = (timings: Timings): number => Math.max(timings.readBackEveryMs, ...timings.readBackAtMs)

/** When to look next for an attempt that ended at `endedAt`; `absent` is how many countable reads missed it so far. */
export const nextReadAt = (endedAt: number, now: number, absent: number, timings: Timings): number => {
  const offset = timings.readBackAtMs.find(at => endedAt + at > now)
  if (offset !== undefined) return endedAt + offset
  // A verdict is under way (for instance after a night offline): finish it instead of waiting five minutes a read.
  return now + (absent > 0 ? timings.absentGapMs * 1.5 : timings.readBackEveryMs)
}

/** Whether nothing is left to ask for an item: it is cancelled, refunded, or a cancellation of it waits. */
export const isDecided = (item: OrderItem | null): boolean => item !== null && endOfItem(item) !== null

/** Over: nothing will be sent for it any more. */
export const isDone = (entry: Entry): boolean => entry.state === 'CONFIRMED' || entry.state === 'DROPPED'

/** Whether an attempt may have had an effect that nobody has seen yet. */
export const isUnresolved = ({ outcome }: Attempt): boolean =>
  outcome === null || outcome === 'unknown' || outcome === 'refused-together'

/** A closed review that went with "send again": how far down the list of conflicts the user has already said yes. */
const saidYesTo = (review: Entry['review']): { ids: ReadonlySet<string>; decided: boolean; quantity: boolean } => {
  const reason = review?.reason ?? 'absent'
  const quantity = reason === 'quantity-too-large'
  return {
    ids: new Set(review?.candidateIds ?? []),
    decided: quantity || (reason !== 'absent' && reason !== 'unreadable'),
    quantity,
  }
}

export interface Conflict {
  readonly reason: ReviewReason
  readonly candidateIds: readonly string[]
}

/**
 * What the read just before the POST already answers: an open request, a decided item, more pieces than there are.
 * `rows` are the requests of this item. What the user said yes to with "send again" does not stop the entry twice.
 */
export const conflictBefore = (
  entry: Entry,
  rows: readonly CancellationRequest[],
  item: OrderItem | null,
): Conflict | null => {
  const yes = saidYesTo(entry.review)
  const { payload } = entry.command
  // A request that appeared since an unresolved attempt may be ours, come late, even if the shop closed it already.
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
