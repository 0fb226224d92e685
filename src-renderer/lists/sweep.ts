import type { UnreadableRow } from '../../src-main/contract/pages.ts'
import type { SegmentBook } from '../storage/segments.ts'
import { isStale } from './apply-page.ts'

const ID = /"(?:id|pk)"\s*:\s*"?([^",}\s]+)/g
const MISSES_TO_LEAVE = 2

export interface SweepFacts {
  readonly seen: ReadonlySet<string>
  readonly clean: boolean
  readonly startedAt: number
  readonly now: number
  readonly unreadable: readonly UnreadableRow[]
  /** How many walks in a row missed an id; kept by the caller, changed here. Null: only a clean walk removes. */
  readonly misses: Map<string, number> | null
}

/**
 * Ids that left the list. Call after a walk that reached the end. When rows moved while it read, a missing row proves
 * little: it leaves only when the next walk misses it too. Rows read after the walk began stay, and so do rows that
 * came this time in a form nobody could read.
 */
export function findLeft<S>(book: SegmentBook<S>, facts: SweepFacts): string[] {
  const unreadableIds = new Set(facts.unreadable.flatMap(row => [...row.raw.matchAll(ID)].map(match => match[1])))
  const left: string[] = []
  for (const id of book.ids()) {
    const kept = book.get(id)
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

/** Old and new together, each row once: for a walk that did not reach the end. */
export function mergeUnreadable(old: readonly UnreadableRow[], fresh: readonly UnreadableRow[]): UnreadableRow[] {
  return [...new Map([...byOccurrence(old), ...byOccurrence(fresh)]).values()]
}

/** Twenty nulls of one page are twenty rows; the same ones seen again are the same rows. */
export function byOccurrence(rows: readonly UnreadableRow[]): ReadonlyMap<string, UnreadableRow> {
  const seen = new Map<string, number>()
  return new Map(
    rows.map(row => {
      const nth = seen.get(row.raw) ?? 0
      seen.set(row.raw, nth + 1)
      return [`${nth} ${row.raw}`, row]
    }),
  )
}
