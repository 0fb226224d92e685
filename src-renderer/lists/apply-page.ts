import type { RowWrite } from '../storage/list-record.ts'
import type { Kept, SegmentBook } from '../storage/segments.ts'
import type { ListPlan } from './plan.ts'
import { stampOf } from './stamp.ts'

/** What a page changed: for the disk and for those who follow the list. */
export interface Applied<S> {
  readonly writes: readonly RowWrite[]
  readonly put: readonly Kept<S>[]
}

/**
 * A read that started before the one we have must not overwrite it. What was read "in the future" comes from a clock
 * that was set back since; it would win for ever, so it loses.
 */
export function isStale(keptReadAt: number, startedAt: number, now: number): boolean {
  return keptReadAt > startedAt && keptReadAt <= now
}

/** Rows of a walk say how the list looks; what came in another way must not pass for known when a walk meets it. */
export type Source = 'walk' | 'elsewhere'

/** Puts rows into the book unless we have them from a later read. The last of two rows with one id wins. */
export function applyRows<T, S>(
  plan: ListPlan<T, S>,
  book: SegmentBook<S>,
  rows: readonly T[],
  startedAt: number,
  now: number,
  source: Source = 'walk',
): Applied<S> {
  const writes = new Map<string, RowWrite>()
  const put = new Map<string, Kept<S>>()
  for (const row of rows) {
    const id = plan.idOf(row)
    const known = book.get(id)
    if (known && isStale(known.readAt, startedAt, now)) continue
    const fresh = plan.apply(row)
    const shown = stampOf(plan.describe(row))
    const blended = known ? (plan.blend?.(row, fresh, known.summary) ?? null) : null
    if (blended !== null && known?.stamp === shown) continue
    const stamp = source === 'walk' ? shown : (known?.stamp ?? '')
    const kept = { id, summary: blended ?? fresh, readAt: startedAt, stamp }
    book.put(kept)
    put.set(id, kept)
    if (blended === null) writes.set(id, { id, readAt: startedAt, value: row })
  }
  return { writes: [...writes.values()], put: [...put.values()] }
}

/** True when the book has every row of the page as it is: a growing list holds nothing new behind it. */
export function isWhollyKnown<T, S>(plan: ListPlan<T, S>, book: SegmentBook<S>, rows: readonly T[]): boolean {
  return rows.length > 0 && rows.every(row => book.get(plan.idOf(row))?.stamp === stampOf(plan.describe(row)))
}
