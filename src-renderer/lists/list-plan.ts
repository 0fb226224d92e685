import type { Bridge } from '../../src-main/contract/bridge.ts'
import type { Reply } from '../../src-main/contract/failures.ts'
import type { Page } from '../../src-main/contract/pages.ts'
import type { SummaryBase } from '../model/summaries.ts'
import { readTime } from '../model/times.ts'
import type { ListName, RowTableName } from '../storage/account-db.ts'

/** What one list does in its own way, from the shop's page to the row on the screen. */
export interface ListPlan<T, S> {
  readonly list: ListName
  /** The table of the whole rows. Null when the summary is the whole row. */
  readonly table: RowTableName | null
  readonly fetchPage: (bridge: Bridge, accountId: string, page: number, limit: number) => Promise<Reply<Page<T>>>
  readonly idOf: (row: T) => string
  readonly summarise: (row: T) => S
  /** Corrects what depends on this computer in a stored summary. Returns the same object when nothing changes. */
  readonly reread?: (summary: S) => S
  /** Renews what depends on the shop's quantity key in a stored summary, from the whole row. */
  readonly recount?: (known: S, row: T) => S
  /**
   * For lists that show less than a read of the row itself: combines the list's row with the known summary, and the
   * whole row on disk stays as it is. Null when the list's row can replace both.
   */
  readonly blend?: (row: T, fresh: S, known: S) => S | null
  /** A text that changes whenever a list or a record would look different. */
  readonly describe: (row: T) => string
  /** The row's own date in ms since 1970; it shows which way the shop sorts. */
  readonly atOf: (row: T) => number | null
  /** The order on the screen. Null keeps the order of arrival. */
  readonly compare: ((a: S, b: S) => number) | null
  /**
   * A growing list only gets new rows at the front: a pull stops at known rows, and goes to the end every
   * `fullEveryMs`. Null for a list that rows leave: every pull reads all of it.
   */
  readonly fullEveryMs: number | null
}

/**
 * A day without a time begins at this computer's midnight, and the computer may have changed its zone since the row was
 * stored.
 */
export const timeInThisZone = <S extends SummaryBase>(summary: S): S => {
  const time = readTime(summary.dateText)
  return time?.kind === 'day' && time.at !== summary.at ? { ...summary, at: time.at } : summary
}
