import type { UnreadableRow } from '../../src-main/contract/pages.ts'
import type { ListName, RowTableName } from './account-db.ts'
import type { Kept } from './segments.ts'

/** What is known about a whole list, kept beside its segments. Times in ms since 1970. */
export interface ListRecord {
  /** Start of the last walk that reached the end. */
  readonly asOf: number | null
  /** Start of the last pull that brought the newest rows. */
  readonly headAsOf: number | null
  /** Whether the shop gives new rows first; only then may a pull stop at rows already known. */
  readonly newestFirst: boolean
  readonly unreadable: readonly UnreadableRow[]
  /**
   * The shop's key for merged lines under which the summaries were made: missing for the default, null while they are
   * being made anew.
   */
  readonly quantityKey?: string | null | undefined
}

export const emptyRecord: ListRecord = { asOf: null, headAsOf: null, newestFirst: false, unreadable: [] }

export interface LoadedSegment {
  readonly no: number
  readonly rows: readonly Kept<unknown>[]
}
export interface LoadedList {
  readonly record: ListRecord
  readonly segments: readonly LoadedSegment[]
}

/** A whole row on its way to the disk. */
export interface RowWrite {
  readonly id: string
  readonly readAt: number
  readonly value: unknown
}

/** What goes to the disk together or not at all. */
export interface CacheBatch {
  readonly list: ListName | null
  readonly table: RowTableName | null
  readonly rows: readonly RowWrite[]
  readonly removed: readonly string[]
  readonly segments: readonly LoadedSegment[]
  readonly record: ListRecord | null
}
