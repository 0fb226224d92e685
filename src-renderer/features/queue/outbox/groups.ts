import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'

export const groupNames = ['needsYou', 'waiting', 'checking', 'done'] as const
export type GroupName = (typeof groupNames)[number]

const groupOf: Record<EntryState, GroupName> = {
  NEEDS_REVIEW: 'needsYou',
  REJECTED: 'needsYou',
  QUEUED: 'waiting',
  SENDING: 'checking',
  UNKNOWN: 'checking',
  CONFIRMED: 'done',
  DROPPED: 'done',
}

/** Open entries oldest first, in sending order; done entries newest first. */
export const groupEntries = (entries: readonly Entry[]): Readonly<Record<GroupName, readonly Entry[]>> => {
  const groups: Record<GroupName, Entry[]> = { needsYou: [], waiting: [], checking: [], done: [] }
  for (const entry of entries) groups[groupOf[entry.state]].push(entry)
  groups.done.reverse()
  return groups
}

export type EntryAction = 'edit' | 'retry' | 'check-now' | 'adopt' | 'send-again' | 'discard'

/** What the user may do; sending and checking take no edit, because the shop may already have it. */
export const actionsOf = (entry: Entry): ReadonlySet<EntryAction> => {
  switch (entry.state) {
    case 'QUEUED':
      return new Set(entry.nextAt === null ? ['edit', 'discard'] : ['edit', 'retry', 'discard'])
    case 'REJECTED':
      return new Set(['edit', 'retry', 'discard'])
    case 'UNKNOWN':
      return new Set(['check-now'])
    case 'NEEDS_REVIEW':
      return new Set(
        (entry.review?.candidateIds.length ?? 0) > 0 ? ['adopt', 'send-again', 'discard'] : ['send-again', 'discard'],
      )
    case 'SENDING':
    case 'CONFIRMED':
    case 'DROPPED':
      return new Set()
  }
}
