import type { Attempt, Entry, Outcome } from '../../src-main/contract/entries.ts'
import type { Failure } from '../../src-main/contract/failures.ts'
import { isUnresolved } from './policy.ts'

export const lastAttempt = (entry: Entry): Attempt | undefined => entry.attempts.at(-1)

/** Attempts are numbered through all revisions. */
export const nextAttemptNo = (entry: Entry): number => (lastAttempt(entry)?.no ?? 0) + 1

/** A new attempt at the end; the oldest settled ones make room, unresolved ones stay: their baselines are still needed. */
export const withAttempt = (entry: Entry, attempt: Attempt, keep: number): Attempt[] => {
  const all = [...entry.attempts, attempt]
  let tooMany = all.length - keep
  return all.filter(one => {
    if (tooMany <= 0 || isUnresolved(one)) return true
    tooMany -= 1
    return false
  })
}

/** The last attempt, ended. */
export const withEnd = (
  entry: Entry,
  outcome: Outcome['kind'],
  failure: Failure | null,
  endedAt: number,
): Attempt[] => {
  const last = lastAttempt(entry)
  return last === undefined ? entry.attempts : [...entry.attempts.slice(0, -1), { ...last, outcome, failure, endedAt }]
}
