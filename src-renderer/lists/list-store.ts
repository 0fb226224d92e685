import { type Failure, failure, type Reply } from '../../src-main/contract/failures.ts'
import type { Page } from '../../src-main/contract/pages.ts'
import { defaultQuantityKey } from '../../src-main/contract/quantity.ts'
import { createWatched } from '../model/watched.ts'
import type { AccountCache, Cached } from '../storage/account-cache.ts'
import { emptyRecord, type LoadedList } from '../storage/list-record.ts'
import { type Kept, SEGMENT_ROWS, SegmentBook } from '../storage/segments.ts'
import { applyRows } from './apply-page.ts'
import { createBatcher } from './batcher.ts'
import { chooseMode } from './choose-mode.ts'
import { createListWriter } from './list-writer.ts'
import type { ListPlan } from './plan.ts'
import { runPull } from './run-pull.ts'
import type { ListSnapshot, ListStore, PullState } from './types.ts'

export interface ListParts<T, S> {
  readonly plan: ListPlan<T, S>
  readonly cache: AccountCache
  readonly ask: (page: number, limit: number) => Promise<Reply<Page<T>>>
  /** Resolves once `load` was called. */
  readonly ready: Promise<void>
  readonly now: () => number
  /** What the snapshot shows for a summary, when it depends on more than the list. */
  readonly decorate?: (summary: S) => S
  /** Called with every change of rows, after the book has it. */
  readonly onChange: (put: readonly Kept<S>[], removed: readonly string[], startedAt: number) => void
}

export interface LiveList<T, S> extends ListStore<S> {
  readonly load: (loaded: LoadedList | undefined) => void
  /** As `refresh`, but nobody asked: may stop at rows already known. */
  readonly sync: () => Promise<void>
  /** A pull that begins now: it follows one that is running instead of joining it. */
  readonly renew: () => Promise<void>
  /** Keeps one row that came outside a pull; false when a later read of it is here already. */
  readonly put: (row: T, startedAt: number) => Promise<boolean>
  /** As `put`, for several that came with one answer. */
  readonly putAll: (rows: readonly T[], startedAt: number) => Promise<boolean>
  /** The whole row, from what is on its way to the disk or from the disk. */
  readonly read: (id: string) => Promise<Cached<unknown> | null>
  /** Makes anew what summaries take from the pieces of lines, if it was made under another key of the shop. */
  readonly recount: (quantityKey: string) => Promise<void>
  /** The decoration changed: show the rows anew. */
  readonly redecorate: () => void
  readonly close: () => void
}

export function createListStore<T, S>(parts: ListParts<T, S>): LiveList<T, S> {
  const { plan, cache, now } = parts
  const book = new SegmentBook<S>()
  const writer = createListWriter(cache, plan.list, plan.table, book)
  const reread = (kept: Kept<S>): Kept<S> => {
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
      const summaries = book.summaries()
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

  const changed = (put: readonly Kept<S>[], removed: readonly string[], startedAt: number): void => {
    if (put.length + removed.length === 0) return
    areRowsOld = true
    parts.onChange(put, removed, startedAt)
    batcher.soon()
  }
  let lastFlush: Promise<Failure | null> = Promise.resolve(null)
  const keep = async (fresh: readonly T[], startedAt: number) => {
    const applied = applyRows(plan, book, fresh, startedAt, now())
    for (const write of applied.writes) writer.row(write)
    changed(applied.put, [], startedAt)
    // The disk takes this page while the next one is on its way: what is awaited is the page before.
    const before = lastFlush
    lastFlush = writer.flush()
    return before
  }

  const runOnce = async (byUser: boolean, signal: AbortSignal): Promise<void> => {
    await parts.ready
    if (signal.aborted) return
    lastFlush = Promise.resolve(null)
    setPull({ kind: 'running', done: 0, total: null })
    const mode = chooseMode({ record, rowCount: book.size, fullEveryMs: plan.fullEveryMs, byUser, now: now() })
    const onProgress = (done: number, total: number | null): void => setPull({ kind: 'running', done, total })
    const pulled = await runPull({ plan, book, record, mode, misses, ask: parts.ask, keep, onProgress, signal, now })

    for (const id of pulled.left) {
      book.remove(id)
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
    // One that is being stopped is no one to join: the new pull follows it.
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
    const applied = applyRows(plan, book, fresh, startedAt, now(), 'elsewhere')
    for (const write of applied.writes) writer.row(write)
    changed(applied.put, [], startedAt)
    await writer.flush()
    // Somebody waits for these rows: they do not wait for the batch.
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
    // Written with the first new summary: what is cut short here is done again at the next start.
    record = { ...record, quantityKey: null }
    writer.record(record)
    const ids = [...book.ids()]
    for (let from = 0; from < ids.length; from += SEGMENT_ROWS) {
      const some = await Promise.all(
        ids.slice(from, from + SEGMENT_ROWS).map(async id => {
          const known = book.get(id)
          const row = await read(id)
          return known && row ? [{ known, row: row.value as T }] : []
        }),
      )
      if (isClosed || wantedKey !== quantityKey) return
      // One that was read meanwhile is summarised under the new key already.
      const unchanged = some.flat().filter(({ known }) => book.get(known.id) === known)
      const put = unchanged.map(({ known, row }) => ({ ...known, summary: recount(known.summary, row) }))
      for (const kept of put) book.put(kept)
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
      for (const segment of from?.segments ?? []) {
        // Sealed by this code in this format (see cacheFormat), so these are summaries of this list.
        book.load(segment.no, (segment.rows as readonly Kept<S>[]).map(reread))
      }
      record = from?.record ?? emptyRecord
      loaded = true
      areRowsOld = true
      const all = [...book.ids()].flatMap(id => book.get(id) ?? [])
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
