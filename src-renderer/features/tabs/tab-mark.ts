import type { Entry, EntryState } from '../../../src-main/contract/entries.ts'

/** What a tab's dot says, the most urgent first; `none` when there is nothing to say. */
const tabMarks = ['needs-you', 'draft', 'waiting', 'confirmed', 'none'] as const
export type TabMark = (typeof tabMarks)[number]

const markOfState: Readonly<Record<EntryState, TabMark>> = {
  NEEDS_REVIEW: 'needs-you',
  REJECTED: 'needs-you',
  QUEUED: 'waiting',
  SENDING: 'waiting',
  UNKNOWN: 'waiting',
  CONFIRMED: 'confirmed',
  DROPPED: 'none',
}

/** Of a record's entries in the outbox, and whether a request for it is begun and not sent. */
export const markOf = (entries: readonly Entry[], hasDraft: boolean): TabMark => {
  const found = new Set(entries.map(({ state }) => markOfState[state]))
  if (hasDraft) found.add('draft')
  return tabMarks.find(mark => found.has(mark)) ?? 'none'
}
