import type { ListRecord } from '../storage/list-record.ts'

/** Up to this many rows a person who presses refresh gets the whole list read again. */
export const SMALL_LIST = 1000

export interface ModeFacts {
  readonly record: ListRecord
  readonly rowCount: number
  readonly fullEveryMs: number | null
  readonly byUser: boolean
  readonly now: number
}

/**
 * `head` stops at the first page that holds nothing new; `full` reads to the end. The shop's own date filter would save
 * nothing here: `head` costs one page where nothing changed, and also sees the changes of older orders on it.
 */
export function chooseMode({ record, rowCount, fullEveryMs, byUser, now }: ModeFacts): 'head' | 'full' {
  if (fullEveryMs === null || record.asOf === null || !record.newestFirst) return 'full'
  // A clock that went back makes the age negative: then nothing is known about it.
  const age = now - record.asOf
  if (age < 0 || age > fullEveryMs) return 'full'
  return byUser && rowCount <= SMALL_LIST ? 'full' : 'head'
}
