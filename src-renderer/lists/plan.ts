import type { Bridge } from '../../src-main/contract/bridge.ts'
import type { Reply } from '../../src-main/contract/failures.ts'
import type { Page } from '../../src-main/contract/pages.ts'
import type { ListName, RowTableName } from '../storage/account-db.ts'

/** Everything that differs from list to list. */
export interface ListPlan<T, S> {
  readonly list: ListName
  /** Where whole rows are kept; null when the summary is the whole row. */
  readonly table: RowTableName | null
  readonly ask: (bridge: Bridge, accountId: string, page: number, limit: number) => Promise<Reply<Page<T>>>
  readonly idOf: (row: T) => string
  readonly apply: (row: T) => S
  /** What of a stored summary depends on this computer, read anew; the summary itself when nothing does. */
  readonly reread?: (summary: S) => S
  /** What of a stored summary depends on the shop's key for merged lines, made anew from the whole row. */
  readonly recount?: (known: S, row: T) => S
  /**
   * For lists that show less of a row than a read of the row itself: what to show of both. Null: the row is as good as
   * what we have. The whole row on disk then stays as it was read.
   */
  readonly blend?: (row: T, fresh: S, known: S) => S | null
  /** Text that differs when the row differs in a way that somebody would want to see. */
  readonly describe: (row: T) => string
  /** Milliseconds since 1970 of the row's own date, to see which way the shop sorts. */
  readonly atOf: (row: T) => number | null
  /** Order of the snapshot; null keeps the order of arrival. */
  readonly compare: ((a: S, b: S) => number) | null
  /**
   * Growing lists add rows at the front and keep them: most pulls stop at rows already known, and every `fullEveryMs`
   * one goes to the end. null: rows leave the list, so every pull reads all of it.
   */
  readonly fullEveryMs: number | null
}
