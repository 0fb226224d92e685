/** Every duration of the outbox, in milliseconds, and every count. One place, so that tests and the e2e can shorten them. */
export interface Timings {
  /** Full-jitter back-off: the n-th wait is random() * min(cap, base * 2^(n-1)). */
  readonly backoffBaseMs: number
  readonly backoffCapMs: number
  /** What the shop may ask us to wait is clamped to this range. */
  readonly retryAfterMinMs: number
  readonly retryAfterMaxMs: number
  /** When an unknown attempt is read back, counted from its end; afterwards every `readBackEveryMs`. */
  readonly readBackAtMs: readonly number[]
  readonly readBackEveryMs: number
  /** Reads that can't be counted are given up after this, and a person decides. */
  readonly readBackForMs: number
  /** Absence counts only from here on: a slow shop may still be working on the request. */
  readonly settleMs: number
  readonly absentReads: number
  readonly absentGapMs: number
  /** Reads without our request after which a line of a refused bulk call goes out alone. The shop has answered: no settling. */
  readonly refusedReads: number
  /** How long the shop's word on who is signed in is believed. */
  readonly identityMs: number
  /** A closed auth gate is tried again this often without being told to. */
  readonly authProbeMs: number
  /** Two probes of one account are at least this far apart, however often somebody wakes the runner. */
  readonly probeGapMs: number
  readonly readDeadlineMs: number
  readonly sendDeadlineMs: number
  /** A storage promise that takes longer counts as a broken storage. */
  readonly storageWatchdogMs: number
  /** The same for the ledger, whose disk may be slow, and which is read whole at the start. */
  readonly ledgerWatchdogMs: number
  /** Entries that are over are kept this long after their end; open ones for ever. */
  readonly keepOverMs: number
  /** How long a discarded entry can be had back. */
  readonly undoMs: number
  /** A list of requests serves every step that begins within this; a sight older than this is taken anew before a write. */
  readonly sightMs: number
  /** Writes of one account that are on the wire at once. */
  readonly wirePerAccount: number
  /** Steps of one account under way: while some write, others read ahead. */
  readonly stepsPerAccount: number
  readonly pageSize: number
  readonly maxPages: number
  /** Attempts kept in an entry; older ones that are settled go first. */
  readonly attemptsKept: number
}

const second = 1000
const minute = 60 * second

export const defaultTimings: Timings = {
  backoffBaseMs: second,
  backoffCapMs: minute,
  retryAfterMinMs: second,
  retryAfterMaxMs: 15 * minute,
  readBackAtMs: [1, 3, 8, 20, 60, 75, 120].map(s => s * second),
  readBackEveryMs: 5 * minute,
  readBackForMs: 24 * 60 * minute,
  settleMs: minute,
  absentReads: 3,
  absentGapMs: 10 * second,
  refusedReads: 3,
  identityMs: 30 * second,
  authProbeMs: 5 * minute,
  probeGapMs: second,
  readDeadlineMs: minute,
  sendDeadlineMs: 2 * minute,
  storageWatchdogMs: 5 * second,
  ledgerWatchdogMs: 15 * second,
  keepOverMs: 90 * 24 * 60 * minute,
  undoMs: minute,
  sightMs: 5 * second,
  wirePerAccount: 2,
  stepsPerAccount: 4,
  pageSize: 100,
  maxPages: 100,
  attemptsKept: 50,
}

/** When something happens, and what its waiting times are drawn from. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number
  /** One draw, 0 <= x < 1, for the back-off. */
  readonly random: number
  readonly timings: Timings
}
