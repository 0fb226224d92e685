import type { Entry, EntryState } from '../../src-main/contract/entries.ts'

/** The states that the badge counts: waiting, checking and needing the user, rejected ones included. */
export const unsentStates: ReadonlySet<EntryState> = new Set([
  'QUEUED',
  'SENDING',
  'UNKNOWN',
  'NEEDS_REVIEW',
  'REJECTED',
])

export const isUnsent = (entry: Entry): boolean => unsentStates.has(entry.state)

export const unsentOf = (entries: readonly Entry[], accountId?: string): readonly Entry[] =>
  entries.filter(entry => isUnsent(entry) && (accountId === undefined || entry.accountId === accountId))

/** NEEDS_REVIEW becomes needs-review, for ids and stylesheets. */
export const dashed = (state: EntryState): string => state.toLowerCase().replaceAll('_', '-')

export type EntriesByItem = ReadonlyMap<string, readonly Entry[]>

const grouped = new WeakMap<readonly Entry[], Map<string | null, EntriesByItem>>()

/** Entries by order item. The same entries always give the same map. */
export const groupByItem = (entries: readonly Entry[], accountId: string | null): EntriesByItem => {
  const known = grouped.get(entries) ?? new Map<string | null, EntriesByItem>()
  grouped.set(entries, known)
  const byItem = known.get(accountId) ?? groupAnew(entries, accountId)
  known.set(accountId, byItem)
  return byItem
}

const groupAnew = (entries: readonly Entry[], accountId: string | null): EntriesByItem => {
  const byItem = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.accountId !== accountId) continue
    const lane = byItem.get(entry.orderItem)
    if (lane) lane.push(entry)
    else byItem.set(entry.orderItem, [entry])
  }
  return byItem
}

/**
 * The entry that a line shows: its first open one, which is sent next; else the last confirmed one, until the line as
 * read from the shop shows the request itself. So nothing flickers in between.
 */
export const overlayOf = (lane: readonly Entry[] | undefined, knownRequestIds: ReadonlySet<string>): Entry | null => {
  const open = lane?.find(isUnsent)
  if (open) return open
  const confirmed = lane?.findLast(entry => entry.state === 'CONFIRMED')
  return confirmed?.result && !knownRequestIds.has(confirmed.result.requestId) ? confirmed : null
}

/** The entry that made this request. */
export const madeBy = (entries: readonly Entry[], requestId: string): Entry | null =>
  entries.find(({ result }) => result?.requestId === requestId) ?? null

/** The first open entry of an order's items, for the chip in its row. */
export const openAmong = (byItem: EntriesByItem, itemIds: readonly string[]): Entry | null => {
  if (byItem.size === 0) return null
  for (const itemId of itemIds) {
    const open = byItem.get(itemId)?.find(isUnsent)
    if (open) return open
  }
  return null
}
