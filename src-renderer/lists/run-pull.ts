import type { Failure, Reply } from '../../src-main/contract/failures.ts'
import type { Page } from '../../src-main/contract/pages.ts'
import type { ListRecord } from '../storage/list-record.ts'
import type { SegmentBook } from '../storage/segments.ts'
import { isWhollyKnown } from './apply-page.ts'
import type { ListPlan } from './plan.ts'
import { type WalkEnd, walkPages } from './pull-list.ts'
import { findLeft, mergeUnreadable } from './sweep.ts'

export interface Pull<T, S> {
  readonly plan: ListPlan<T, S>
  readonly book: SegmentBook<S>
  readonly record: ListRecord
  readonly mode: 'head' | 'full'
  readonly misses: Map<string, number>
  readonly ask: (page: number, limit: number) => Promise<Reply<Page<T>>>
  /** Puts the rows into the book and on disk; the failure when the disk does not take them. */
  readonly keep: (rows: readonly T[], startedAt: number) => Promise<Failure | null>
  readonly onProgress: (done: number, total: number | null) => void
  readonly signal: AbortSignal
  readonly now: () => number
}

export interface Pulled {
  readonly end: WalkEnd
  readonly record: ListRecord
  /** Ids to take out of the list. */
  readonly left: readonly string[]
}

/** One pull of one list. Rows arrive page by page through `keep`; what follows from the whole is in the result. */
export async function runPull<T, S>(pull: Pull<T, S>): Promise<Pulled> {
  const { plan, book, record, mode } = pull
  const order = { last: Number.POSITIVE_INFINITY, descending: true }
  const end = await walkPages<T>({
    ask: pull.ask,
    idOf: plan.idOf,
    onProgress: pull.onProgress,
    signal: pull.signal,
    onPage: async page => {
      followOrder(order, page.rows.map(plan.atOf))
      const isKnown = mode === 'head' && page.unreadable.length === 0 && isWhollyKnown(plan, book, page.rows)
      const trouble = await pull.keep(page.rows, page.startedAt)
      if (trouble) return trouble
      return isKnown ? 'enough' : 'more'
    },
  })

  const unreadable = end.kind === 'complete' ? end.unreadable : mergeUnreadable(record.unreadable, end.unreadable)
  if (end.kind === 'complete') {
    const startedAt = end.startedAt ?? pull.now()
    const { ids: seen, clean } = end
    // A growing list loses a row only on proof; a shrinking one also when two walks in a row miss it.
    const misses = plan.fullEveryMs === null ? pull.misses : null
    const left = findLeft(book, { seen, clean, startedAt, now: pull.now(), unreadable, misses })
    return { end, left, record: { asOf: startedAt, headAsOf: startedAt, newestFirst: order.descending, unreadable } }
  }
  const headAsOf = end.kind === 'enough' ? end.startedAt : record.headAsOf
  return { end, left: [], record: { ...record, headAsOf, unreadable } }
}

/** Page by page, not row by row: a shop may sort by something close to the date. */
function followOrder(order: { last: number; descending: boolean }, times: readonly (number | null)[]): void {
  const known = times.filter(time => time !== null)
  if (known.length === 0) return
  const newest = Math.max(...known)
  if (newest > order.last) order.descending = false
  order.last = newest
}
