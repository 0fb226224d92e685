import type { Failure, Reply } from '../../src-main/contract/failures.ts'
import type { Page, UnreadableRow } from '../../src-main/contract/pages.ts'
import type { ListRecord } from '../storage/account-cache.ts'
import type { SummarySegments } from '../storage/segments.ts'
import { isStale, isWhollyKnown } from './apply-rows.ts'
import type { ListPlan } from './list-plan.ts'
import { mergeUnreadable, type WalkEnd, walkPages } from './walk-pages.ts'

interface Pull<T, S> {
  readonly plan: ListPlan<T, S>
  readonly segments: SummarySegments<S>
  readonly record: ListRecord
  readonly mode: 'head' | 'full'
  readonly misses: Map<string, number>
  readonly fetchPage: (page: number, limit: number) => Promise<Reply<Page<T>>>
  /** Puts the rows into the segments and on disk. Returns the failure when the disk does not take them. */
  readonly keep: (rows: readonly T[], startedAt: number) => Promise<Failure | null>
  readonly onProgress: (done: number, total: number | null) => void
  readonly signal: AbortSignal
  readonly now: () => number
}

interface Pulled {
  readonly end: WalkEnd
  readonly record: ListRecord
  /** Ids to remove from the list. */
  readonly left: readonly string[]
}

/** Pulls one list. Rows go page by page to `keep`; the result holds what only the whole walk shows. */
export async function runPull<T, S>(pull: Pull<T, S>): Promise<Pulled> {
  const { plan, segments, record, mode } = pull
  const order = { last: Number.POSITIVE_INFINITY, descending: true }
  const end = await walkPages<T>({
    fetchPage: pull.fetchPage,
    idOf: plan.idOf,
    onProgress: pull.onProgress,
    signal: pull.signal,
    onPage: async page => {
      followOrder(order, page.rows.map(plan.atOf))
      const isKnown = mode === 'head' && page.unreadable.length === 0 && isWhollyKnown(plan, segments, page.rows)
      const trouble = await pull.keep(page.rows, page.startedAt)
      if (trouble) return trouble
      return isKnown ? 'enough' : 'more'
    },
  })

  const unreadable = end.kind === 'complete' ? end.unreadable : mergeUnreadable(record.unreadable, end.unreadable)
  if (end.kind === 'complete') {
    const startedAt = end.startedAt ?? pull.now()
    const { ids: seen, clean } = end
    // A growing list loses a row only on proof, a shrinking one also when two walks in a row miss it.
    const misses = plan.fullEveryMs === null ? pull.misses : null
    const left = findLeft(segments, { seen, clean, startedAt, now: pull.now(), unreadable, misses })
    return { end, left, record: { asOf: startedAt, headAsOf: startedAt, newestFirst: order.descending, unreadable } }
  }
  const headAsOf = end.kind === 'enough' ? end.startedAt : record.headAsOf
  return { end, left: [], record: { ...record, headAsOf, unreadable } }
}

/**
 * Notices whether the shop sorts newest first. It compares pages, not rows, because a shop may sort by something close
 * to the date.
 */
function followOrder(order: { last: number; descending: boolean }, times: readonly (number | null)[]): void {
  const known = times.filter(time => time !== null)
  if (known.length === 0) return
  const newest = Math.max(...known)
  if (newest > order.last) order.descending = false
  order.last = newest
}

/** A list of up to this many rows is read to its end when the user presses refresh. */
const SMALL_LIST = 1000

interface ModeFacts {
  readonly record: ListRecord
  readonly rowCount: number
  readonly fullEveryMs: number | null
  readonly byUser: boolean
  readonly now: number
}

/**
 * `head` stops at the first page with nothing new, `full` reads to the end. The shop's date filter would save nothing:
 * `head` costs one page when nothing changed, and also sees changes of the older orders on that page.
 */
export function chooseMode({ record, rowCount, fullEveryMs, byUser, now }: ModeFacts): 'head' | 'full' {
  if (fullEveryMs === null || record.asOf === null || !record.newestFirst) return 'full'
  // A clock that was set back makes the age negative, and then the real age is unknown.
  const age = now - record.asOf
  if (age < 0 || age > fullEveryMs) return 'full'
  return byUser && rowCount <= SMALL_LIST ? 'full' : 'head'
}

const ID = /"(?:id|pk)"\s*:\s*"?([^",}\s]+)/g
const MISSES_TO_LEAVE = 2

interface SweepFacts {
  readonly seen: ReadonlySet<string>
  readonly clean: boolean
  readonly startedAt: number
  readonly now: number
  readonly unreadable: readonly UnreadableRow[]
  /**
   * How many walks in a row missed an id. The caller keeps the map, this function changes it. Null: only a clean walk
   * removes.
   */
  readonly misses: Map<string, number> | null
}

/**
 * Ids that left the list, after a walk that reached the end. When rows moved during the walk, a missing row proves
 * little and leaves only if the next walk misses it too. Rows read after the walk began stay, and so do rows that came
 * in an unreadable form this time.
 */
export function findLeft<S>(segments: SummarySegments<S>, facts: SweepFacts): string[] {
  const unreadableIds = new Set(facts.unreadable.flatMap(row => [...row.raw.matchAll(ID)].map(match => match[1])))
  const left: string[] = []
  for (const id of segments.ids()) {
    const kept = segments.get(id)
    const isNewer = kept !== undefined && isStale(kept.readAt, facts.startedAt - 1, facts.now)
    if (isNewer || facts.seen.has(id) || unreadableIds.has(id)) {
      facts.misses?.delete(id)
      continue
    }
    const misses = (facts.misses?.get(id) ?? 0) + 1
    if (facts.clean || (facts.misses && misses >= MISSES_TO_LEAVE)) left.push(id)
    else facts.misses?.set(id, misses)
  }
  for (const id of left) facts.misses?.delete(id)
  return left
}
