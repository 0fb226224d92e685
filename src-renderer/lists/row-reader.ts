import type { AccountCache, Cached } from '../storage/account-cache.ts'
import type { RowTableName } from '../storage/account-db.ts'
import { isStale } from './apply-page.ts'

/** Whole rows that belong to no list. */
export interface RowReader {
  readonly read: (table: RowTableName, id: string) => Promise<Cached<unknown> | null>
  /** Keeps the row unless a later read of it is here already. */
  readonly keep: (table: RowTableName, row: { readonly id: string }, startedAt: number) => Promise<void>
}

export function createRowReader(cache: AccountCache, now: () => number): RowReader {
  return {
    read: cache.read,
    keep: async (table, row, startedAt) => {
      const known = await cache.read(table, row.id)
      if (known && isStale(known.readAt, startedAt, now())) return
      const rows = [{ id: row.id, readAt: startedAt, value: row }]
      await cache.write({ list: null, table, rows, removed: [], segments: [], record: null })
    },
  }
}
