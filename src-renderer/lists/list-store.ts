import { type Failure, failure, type Reply } from '../../src-main/contract/failures.ts'
import type { Page } from '../../src-main/contract/pages.ts'
import { defaultQuantityKey } from '../../src-main/contract/quantity.ts'
import { createWatched } from '../model/watched.ts'
import {
  type AccountCache,
  type Cached,
  emptyRecord,
  type ListRecord,
  type LoadedList,
  type RowWrite,
} from '../storage/account-cache.ts'
import type { ListName, RowTableName } from '../storage/account-db.ts'
import { SEGMENT_ROWS, type StoredSummary, SummarySegments } from '../storage/segments.ts'
import { applyRows } from './apply-rows.ts'
import { createBatcher } from './batcher.ts'
import type { ListPlan } from './list-plan.ts'
import { chooseMode, runPull } from './pull.ts'
import type { ListSnapshot, ListStore, PullState } from './types.ts'

export interface ListParts<T, S> {
  readonly plan: ListPlan<T, S>
  readonly cache: AccountCache
  readonly fetchPage: (page: number, limit: number) => Promise<Reply<Page<T>>>
  /** Resolves when `load` was called. */
  readonly ready: Promise<void>
  readonly now: () => number
  /** Turns a summary into the row on the screen, where that needs more than this list. */
  readonly decorate?: (summary: S) => S
  /** Called after every change of rows. */
  readonly onChange: (put: readonly StoredSummary<S>[], removed: readonly string[], startedAt: number) => void
}

export interface LiveList<T, S> extends ListStore<S> {
  readonly load: (loaded: LoadedList | undefined) => void
  /** Like `refresh`, but in the background: it may stop at rows that are known already. */
  readonly sync: () => Promise<void>
  /** Starts a new pull. It waits for a running one instead of joining it. */
  readonly renew: () => Promise<void>
  /** Keeps one row that came outside a pull. False when a later read of it is here already. */
  readonly put: (row: T, startedAt: number) => Promise<boolean>
  /** Like `put`, for the rows of one answer. */
  readonly putAll: (rows: readonly T[], startedAt: number) => Promise<boolean>
  /** The whole row, from the disk or from what still waits to be written. */
  readonly read: (id: string) => Promise<Cached<unknown> | null>
  /** Renews what summaries take from the pieces of lines, if the shop had another quantity key when they were made. */
  readonly recount: (quantityKey: string) => Promise<void>
  /** Shows the rows again after what `decorate` depends on has changed. */
  readonly redecorate: () => void
  readonly close: () => void
}

export function createListStore<T, S>(parts: ListParts<T, S>): LiveList<T, S> {
  const { plan, cache, now } = parts
  const segments = new SummarySegments<S>()
  const writer = createListWriter(cache, plan.list, plan.table, segments)
  const reread = (kept: StoredSummary<S>): StoredSummary<S> => {
    const summary = plan.reread ? plan.reread(kept.summary) : kept.summary
    return summary === kept.summary ? kept : { ...kept, summary }
  }
  const misses = new Map<string, number>()
  let record = emptyRecord
  let loaded = false
  let pull: PullState = { kind: 'idle' }
  let rows: readonly S[] = []
  let areRowsOld = false
  let isClosed = false
  let wantedKey: string | null = null
  let recounting: Promise<void> = parts.ready
  let running: { done: Promise<void>; readonly abort: AbortController } | null = null

  const snapshotNow = (): ListSnapshot<S> => ({
    loaded,
    rows,
    asOf: record.asOf,
    headAsOf: record.headAsOf,
    pull,
    unreadable: record.unreadable,
  })
  const watched = createWatched(snapshotNow())
  const batcher = createBatcher(() => {
    if (areRowsOld) {
      const summaries = segments.summaries()
      const shown = parts.decorate ? summaries.map(parts.decorate) : summaries
      rows = plan.compare ? shown.sort(plan.compare) : shown
      areRowsOld = false
    }
    watched.set(snapshotNow())
  })
  const setPull = (next: PullState): void => {
    pull = next
    batcher.soon()
  }

  const changed = (put: readonly StoredSummary<S>[], removed: readonly string[], startedAt: number): void => {
    if (put.length + removed.length === 0) return
    areRowsOld = true
    parts.onChange(put, removed, startedAt)
    batcher.soon()
  }
  let lastFlush: Promise<Failure | null> = Promise.resolve(null)
  const keep = async (fresh: readonly T[], startedAt: number) => {
    const applied = applyRows(plan, segments, fresh, startedAt, now())
    for (const write of applied.writes) writer.row(write)
    changed(applied.put, [], startedAt)
    // The disk writes this page while the next one is fetched, so wait for the page before only.
    const before = lastFlush
    lastFlush = writer.flush()
    return before
  }

  const runOnce = async (byUser: boolean, signal: AbortSignal): Promise<void> => {
    await parts.ready
    if (signal.aborted) return
    lastFlush = Promise.resolve(null)
    setPull({ kind: 'running', done: 0, total: null })
    const mode = chooseMode({ record, rowCount: segments.size, fullEveryMs: plan.fullEveryMs, byUser, now: now() })
    const onProgress = (done: number, total: number | null): void => setPull({ kind: 'running', done, total })
    const pulled = await runPull({
      plan,
      segments,
      record,
      mode,
      misses,
      fetchPage: parts.fetchPage,
      keep,
      onProgress,
      signal,
      now,
    })

    for (const id of pulled.left) {
      segments.remove(id)
      writer.remove(id)
    }
    // The key may have changed while the list was read.
    record = { ...pulled.record, quantityKey: record.quantityKey }
    writer.record(record)
    changed([], pulled.left, now())
    const trouble = await writer.flush()
    if (pulled.end.kind === 'failed')
      pull = { kind: 'failed', failure: pulled.end.failure, at: now(), holes: pulled.end.holes }
    else if (trouble) pull = { kind: 'failed', failure: trouble, at: now() }
    else pull = pulled.end.kind === 'stopped' ? { kind: 'stopped' } : { kind: 'idle' }
    batcher.flush()
  }

  const start = (byUser: boolean): Promise<void> => {
    // A pull that is being stopped can't be joined; the new one follows it.
    if (running && !running.abort.signal.aborted) return running.done
    const abort = new AbortController()
    const before = running?.done ?? Promise.resolve()
    const mine = { done: before, abort }
    running = mine
    mine.done = before
      .then(() => runOnce(byUser, abort.signal))
      .catch(() => {
        pull = { kind: 'failed', failure: failure('bug'), at: now() }
        batcher.flush()
      })
      .finally(() => {
        if (running === mine) running = null
      })
    return mine.done
  }

  const putAll = async (fresh: readonly T[], startedAt: number): Promise<boolean> => {
    const applied = applyRows(plan, segments, fresh, startedAt, now(), 'elsewhere')
    for (const write of applied.writes) writer.row(write)
    changed(applied.put, [], startedAt)
    await writer.flush()
    // The caller waits for these rows, so show them at once.
    batcher.flush()
    return applied.writes.length > 0
  }

  const read = async (id: string): Promise<Cached<unknown> | null> => {
    const waiting = writer.waiting(id)
    if (waiting) return { value: waiting.value, readAt: waiting.readAt }
    return plan.table ? cache.read(plan.table, id) : null
  }

  const recountAll = async (quantityKey: string): Promise<void> => {
    const { recount } = plan
    const { quantityKey: madeUnder = defaultQuantityKey } = record
    if (!recount || madeUnder === quantityKey) return
    // Until all are renewed the record has no key, so that an interrupted run is repeated at the next start.
    record = { ...record, quantityKey: null }
    writer.record(record)
    const ids = [...segments.ids()]
    for (let from = 0; from < ids.length; from += SEGMENT_ROWS) {
      const some = await Promise.all(
        ids.slice(from, from + SEGMENT_ROWS).map(async id => {
          const known = segments.get(id)
          const row = await read(id)
          return known && row ? [{ known, row: row.value as T }] : []
        }),
      )
      if (isClosed || wantedKey !== quantityKey) return
      // A row that was read in between has been summarised with the new key already.
      const unchanged = some.flat().filter(({ known }) => segments.get(known.id) === known)
      const put = unchanged.map(({ known, row }) => ({ ...known, summary: recount(known.summary, row) }))
      for (const kept of put) segments.put(kept)
      changed(put, [], now())
    }
    record = { ...record, quantityKey }
    writer.record(record)
    await writer.flush()
  }

  return {
    snapshot: watched.snapshot,
    subscribe: watched.subscribe,
    refresh: () => start(true),
    sync: () => start(false),
    renew: () => (running ? running.done.then(() => start(false)) : start(false)),
    stop: () => running?.abort.abort(),
    load: from => {
      for (const { no, rows: stored } of from?.segments ?? []) {
        // This code sealed them in this format (see cacheFormat), so they are summaries of this list.
        segments.load(no, (stored as readonly StoredSummary<S>[]).map(reread))
      }
      record = from?.record ?? emptyRecord
      loaded = true
      areRowsOld = true
      const all = [...segments.ids()].flatMap(id => segments.get(id) ?? [])
      if (all.length > 0) parts.onChange(all, [], record.asOf ?? 0)
      batcher.flush()
    },
    put: (row, startedAt) => putAll([row], startedAt),
    putAll,
    read,
    recount: quantityKey => {
      wantedKey = quantityKey
      const run = () => (wantedKey === quantityKey ? recountAll(quantityKey) : undefined)
      recounting = recounting.then(run, run)
      return recounting
    },
    redecorate: () => {
      areRowsOld = true
      batcher.soon()
    },
    close: () => {
      isClosed = true
      running?.abort.abort()
      batcher.stop()
    },
  }
}

/** Writes a list's changes to the disk, one batch at a time, so that an older segment never overwrites a newer one. */
interface ListWriter {
  readonly row: (write: RowWrite) => void
  readonly remove: (id: string) => void
  readonly record: (record: ListRecord) => void
  /** A row that is not written yet. */
  readonly waiting: (id: string) => RowWrite | undefined
  /** Null when everything so far is committed, else the reason. What failed is tried again with the next flush. */
  readonly flush: () => Promise<Failure | null>
}

function createListWriter<S>(
  cache: AccountCache,
  list: ListName,
  table: RowTableName | null,
  segments: SummarySegments<S>,
): ListWriter {
  const rows = new Map<string, RowWrite>()
  const removed = new Set<string>()
  let record: ListRecord | null = null
  let tail: Promise<Failure | null> = Promise.resolve(null)

  const writeAll = async (): Promise<Failure | null> => {
    const changed = segments.takeDirty()
    const batch = { list, table, rows: [...rows.values()], removed: [...removed], segments: changed, record }
    if (batch.rows.length + batch.removed.length + changed.length === 0 && !record) return null
    const trouble = await cache.write(batch)
    if (trouble) {
      segments.markDirty(changed.map(segment => segment.no))
      return trouble
    }
    // Forget only what was written: newer versions may have come since.
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

/** The list of an account that has no such list: empty, and never pulled. */
export function createIdleList<S>(): ListStore<S> {
  const snapshot: ListSnapshot<S> = { loaded: true, rows: [], asOf: null, pull: { kind: 'idle' }, unreadable: [] }
  return {
    snapshot: () => snapshot,
    subscribe: () => () => {},
    refresh: () => Promise.resolve(),
    stop: () => {},
  }
}
