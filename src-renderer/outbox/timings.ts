import { dayMs, minuteMs } from '../model/clock.ts'
/** Every duration of the outbox in ms, and every count. In one place, so that tests can shorten them. */
export interface Timings {
  /** Back-off with full jitter: the n-th wait is random() * min(cap, base * 2^(n-1)). */
  readonly backoffBaseMs: number
  readonly backoffCapMs: number
  /** When an unknown attempt is read back, counted from its end; after that, every `readBackEveryMs`. */
  readonly readBackAtMs: readonly number[]
  readonly readBackEveryMs: number
  /** When no read has been countable for this long, the user decides. */
  readonly readBackForMs: number
  /** Absence counts only after this: a slow shop may still be working on the request. */
  readonly settleMs: number
  readonly absentReads: number
  readonly absentGapMs: number
  /**
   * After this many reads without our request, a line of a refused bulk call is sent alone. The shop has answered, so
   * there is no settling time.
   */
  readonly refusedReads: number
  readonly readDeadlineMs: number
  readonly sendDeadlineMs: number
  /** A storage that takes longer counts as broken. */
  readonly storageWatchdogMs: number
  /** The same for the ledger. Its disk may be slow, and the start reads all of it. */
  readonly ledgerWatchdogMs: number
  /** How long entries are kept after their end. Open entries are kept for ever. */
  readonly keepOverMs: number
  /** How long discarding an entry can be undone. */
  readonly undoMs: number
  /**
   * A list of requests serves every step that begins within this. What was read longer ago is read again before a
   * write.
   */
  readonly sightMs: number
  /** The most writes of one account on the wire at once. */
  readonly wirePerAccount: number
  /** The most steps of one account at once: while some write, others read ahead. */
  readonly stepsPerAccount: number
  /** The most attempts kept in an entry; the oldest settled ones go first. */
  readonly attemptsKept: number
}

const second = 1000
export const defaultTimings: Timings = {
  backoffBaseMs: second,
  backoffCapMs: minuteMs,
  readBackAtMs: [1, 3, 8, 20, 60, 75, 120].map(s => s * second),
  readBackEveryMs: 5 * minuteMs,
  readBackForMs: dayMs,
  settleMs: minuteMs,
  absentReads: 3,
  absentGapMs: 10 * second,
  refusedReads: 3,
  readDeadlineMs: minuteMs,
  sendDeadlineMs: 2 * minuteMs,
  storageWatchdogMs: 5 * second,
  ledgerWatchdogMs: 15 * second,
  keepOverMs: 90 * dayMs,
  undoMs: minuteMs,
  sightMs: 5 * second,
  wirePerAccount: 2,
  stepsPerAccount: 4,
  attemptsKept: 50,
}

/** The time of a transition, and the random draw for its waiting times. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number
  /** One draw, 0 <= x < 1, for the back-off. */
  readonly random: number
  readonly timings: Timings
}
