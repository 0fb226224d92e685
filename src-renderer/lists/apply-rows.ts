import type { RowWrite } from '../storage/account-cache.ts'
import type { StoredSummary, SummarySegments } from '../storage/segments.ts'
import type { ListPlan } from './list-plan.ts'

/** What a page changed: rows for the disk, summaries for the watchers of the list. */
interface Applied<S> {
  readonly writes: readonly RowWrite[]
  readonly put: readonly StoredSummary<S>[]
}

/**
 * Whether the kept row comes from a later read, so that this one must not overwrite it. A kept row from the future was
 * read before the clock was set back. It would win for ever, so it loses.
 */
export function isStale(keptReadAt: number, startedAt: number, now: number): boolean {
  return keptReadAt > startedAt && keptReadAt <= now
}

/**
 * Only a walk shows how the list looks. A row that came in another way must not count as known when a walk meets it.
 */
type Source = 'walk' | 'elsewhere'

/** Puts rows into the segments, except those known from a later read. Of two rows with one id the last wins. */
export function applyRows<T, S>(
  plan: ListPlan<T, S>,
  segments: SummarySegments<S>,
  rows: readonly T[],
  startedAt: number,
  now: number,
  source: Source = 'walk',
): Applied<S> {
  const writes = new Map<string, RowWrite>()
  const put = new Map<string, StoredSummary<S>>()
  for (const row of rows) {
    const id = plan.idOf(row)
    const known = segments.get(id)
    if (known && isStale(known.readAt, startedAt, now)) continue
    const fresh = plan.summarise(row)
    const shown = stampOf(plan.describe(row))
    const blended = known ? (plan.blend?.(row, fresh, known.summary) ?? null) : null
    if (blended !== null && known?.stamp === shown) continue
    const stamp = source === 'walk' ? shown : (known?.stamp ?? '')
    const kept = { id, summary: blended ?? fresh, readAt: startedAt, stamp }
    segments.put(kept)
    put.set(id, kept)
    if (blended === null) writes.set(id, { id, readAt: startedAt, value: row })
  }
  return { writes: [...writes.values()], put: [...put.values()] }
}

/** Whether every row of the page is known as it is. Behind such a page a growing list has nothing new. */
export function isWhollyKnown<T, S>(plan: ListPlan<T, S>, segments: SummarySegments<S>, rows: readonly T[]): boolean {
  return rows.length > 0 && rows.every(row => segments.get(plan.idOf(row))?.stamp === stampOf(plan.describe(row)))
}

/** A hash of 53 bits, enough to tell two readings of one row apart. Not for security. */
export function stampOf(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}
