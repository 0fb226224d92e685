import type { Entry } from '../../src-main/contract/entries.ts'
import type { CancellationRequest } from '../../src-main/contract/resources.ts'
import { lastAttempt } from './attempts.ts'
import type { Judgement } from './evidence.ts'
import { nextReadAt } from './policy.ts'
import type { Moment } from './timings.ts'

export type ReadBackResult =
  | { readonly kind: 'confirmed'; readonly request: CancellationRequest }
  | { readonly kind: 'changed'; readonly change: Partial<Entry> }

const review = (reason: NonNullable<Entry['review']>['reason'], candidateIds: readonly string[]): ReadBackResult => ({
  kind: 'changed',
  change: { state: 'NEEDS_REVIEW', review: { reason, candidateIds: [...candidateIds] }, nextAt: null },
})

/** When the last attempt ended. A clock that was put back behind it has lost how long ago that was: the wait begins anew. */
const endOf = (entry: Entry, now: number) => {
  const storedEnd = lastAttempt(entry)?.endedAt ?? now
  const clockWentBack = storedEnd > now
  if (!clockWentBack) return { clockWentBack, endedAt: storedEnd, attempts: entry.attempts }
  const last = entry.attempts.length - 1
  const attempts = entry.attempts.map((one, index) => (index === last ? { ...one, endedAt: now } : one))
  return { clockWentBack, endedAt: now, attempts }
}

/**
 * The shop said no to a bulk call and does not show this line's request either, so the line goes out alone, to get an
 * answer of its own. The read before that POST looks a last time.
 */
const afterRefusedTogether = (
  entry: Entry,
  read: { readonly countable: boolean; readonly startedAt: number },
  { now, timings }: Pick<Moment, 'now' | 'timings'>,
): ReadBackResult => {
  const { endedAt, attempts } = endOf(entry, now)
  const absentReads = read.countable ? [...entry.absentReads, read.startedAt] : []
  if (absentReads.length >= timings.refusedReads)
    return {
      kind: 'changed',
      change: { state: 'QUEUED', absentReads: [], nextAt: null, failures: 0, lastFailure: null },
    }
  if (!read.countable && now - endedAt > timings.readBackForMs) return review('unreadable', [])
  const nextAt = nextReadAt(endedAt, now, absentReads.length, timings)
  return { kind: 'changed', change: { attempts, absentReads, nextAt } }
}

/**
 * What one read-back does to an UNKNOWN entry. What is seen counts at once; what is not seen counts only after the
 * settling time and only when enough complete reads in a row, far enough apart, agree.
 */
export const afterReadBack = (
  entry: Entry,
  read: { readonly judgement: Judgement; readonly countable: boolean; readonly startedAt: number },
  { now, timings }: Moment,
): ReadBackResult => {
  const { judgement } = read
  if (judgement.kind === 'confirmed') return judgement
  if (judgement.kind === 'review') return review(judgement.reason, judgement.candidateIds)

  if (lastAttempt(entry)?.outcome === 'refused-together') return afterRefusedTogether(entry, read, { now, timings })

  const { clockWentBack, endedAt, attempts } = endOf(entry, now)
  const earlier = clockWentBack || !read.countable ? [] : entry.absentReads.filter(at => at <= read.startedAt)
  const previous = earlier.at(-1)
  const counts =
    read.countable &&
    read.startedAt - endedAt >= timings.settleMs &&
    (previous === undefined || read.startedAt - previous >= timings.absentGapMs)
  const absentReads = counts ? [...earlier, read.startedAt] : earlier

  if (absentReads.length >= timings.absentReads)
    return review(judgement.itemDecided ? 'item-already-decided' : 'absent', [])
  // Reads went through for a day and never could be counted: no machine will decide this.
  if (!read.countable && now - endedAt > timings.readBackForMs) return review('unreadable', [])
  return {
    kind: 'changed',
    change: { attempts, absentReads, nextAt: nextReadAt(endedAt, now, absentReads.length, timings) },
  }
}
