import type { Failure } from '../../src-main/contract/failures.ts'
import type { AccountCache } from '../storage/account-cache.ts'
import type { ListName, RowTableName } from '../storage/account-db.ts'
import type { ListRecord, RowWrite } from '../storage/list-record.ts'
import type { SegmentBook } from '../storage/segments.ts'

/** Brings a list's changes to the disk, one batch at a time, so that no older segment lands on a newer one. */
export interface ListWriter {
  readonly row: (write: RowWrite) => void
  readonly remove: (id: string) => void
  readonly record: (record: ListRecord) => void
  /** A row that is still on its way. */
  readonly waiting: (id: string) => RowWrite | undefined
  /** Resolves when everything said so far is committed, or with the reason why not; then it is tried again with the next. */
  readonly flush: () => Promise<Failure | null>
}

export function createListWriter<S>(
  cache: AccountCache,
  list: ListName,
  table: RowTableName | null,
  book: SegmentBook<S>,
): ListWriter {
  const rows = new Map<string, RowWrite>()
  const removed = new Set<string>()
  let record: ListRecord | null = null
  let tail: Promise<Failure | null> = Promise.resolve(null)

  const writeAll = async (): Promise<Failure | null> => {
    const segments = book.takeDirty()
    const batch = { list, table, rows: [...rows.values()], removed: [...removed], segments, record }
    if (batch.rows.length + batch.removed.length + segments.length === 0 && !record) return null
    const trouble = await cache.write(batch)
    if (trouble) {
      book.markDirty(segments.map(segment => segment.no))
      return trouble
    }
    // Only what was written: newer ones may have come meanwhile.
    for (const row of batch.rows) if (rows.get(row.id) === row) rows.delete(row.id)
    for (const id of batch.removed) if (!rows.has(id)) removed.delete(id)
    if (record === batch.record) record = null
    return null
  }

  return {
    row: write => {
      removed.delete(write.id)
      if (table) rows.set(write.id, write)
    },
    remove: id => {
      rows.delete(id)
      if (table) removed.add(id)
    },
    record: next => {
      record = next
    },
    waiting: id => rows.get(id),
    flush: () => {
      tail = tail.then(writeAll)
      return tail
    },
  }
}
