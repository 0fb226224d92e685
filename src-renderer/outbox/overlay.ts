import type { Entry } from '../../src-main/contract/entries.ts'

/** What the cache knows of the shop's requests for an account. */
export interface SeenRequests {
  /** When the last complete read of the list was started, ms since 1970; null when there was none. */
  readonly readStartedAt: number | null
  readonly has: (requestId: string) => boolean
}

/** A confirmed entry is covered once a read that began after the confirmation shows its request: no flicker between. */
export const isCovered = (entry: Entry, seen: SeenRequests): boolean =>
  entry.state === 'CONFIRMED' &&
  entry.result !== null &&
  seen.readStartedAt !== null &&
  seen.readStartedAt > (entry.settledAt ?? 0) &&
  seen.has(entry.result.requestId)

/**
 * The entry to show on one order line, computed over untouched cache rows: the first open one in the lane, else the
 * newest confirmed one that the cache does not show yet. Null: the line shows what the shop says.
 */
export const overlayFor = (
  entries: readonly Entry[],
  accountId: string,
  orderItem: string,
  seen: SeenRequests,
): Entry | null => {
  const lane = entries
    .filter(one => one.accountId === accountId && one.orderItem === orderItem && one.state !== 'DROPPED')
    .sort((a, b) => a.seq - b.seq)
  const open = lane.find(one => one.state !== 'CONFIRMED')
  return open ?? lane.filter(one => !isCovered(one, seen)).at(-1) ?? null
}
