import type { SummaryBase } from '../model/summaries.ts'
import { PHONE_MARK } from './corpus.ts'
import { hitsOf, needleOf } from './hits.ts'
import { type Sort, sortRows } from './sort-rows.ts'

/**
 * The rows that hold every word of the text, have one of the statuses and lie in the range, sorted. With a text, rows
 * with this number come first, then rows whose number begins with it, then rows whose phone begins with it. Returns
 * `rows` itself when nothing is filtered and they are sorted already.
 */
export function runQuery<S extends SummaryBase>(rows: readonly S[], query: ListQuery): readonly S[] {
  const sorted = sortRows(rows, query.sort)
  const needle = needleOf(query.text)
  const { from, to } = query
  const statuses = query.statuses.length > 0 ? new Set(query.statuses) : null
  const ranged = from !== null || to !== null
  const filtered = statuses !== null || ranged
  if (needle.words.length === 0 && !filtered) return sorted

  const passes = (row: S): boolean =>
    (!statuses || statuses.has(statusKey(row.status))) && (!ranged || isWithin(row.at, from, to))
  if (needle.words.length === 0) return sorted.filter(passes)

  const exact: S[] = []
  const begun: S[] = []
  const phoned: S[] = []
  const others: S[] = []
  const exactLine = `${needle.whole}\n`
  const phoneLine = needle.phone === null ? null : PHONE_MARK + needle.phone
  for (const row of hitsOf(sorted, needle)) {
    if (filtered && !passes(row)) continue
    const { haystack } = row
    if (haystack.startsWith(needle.whole)) {
      if (haystack.length === needle.whole.length || haystack.startsWith(exactLine)) exact.push(row)
      else begun.push(row)
    } else if (phoneLine !== null && haystack.includes(phoneLine)) phoned.push(row)
    else others.push(row)
  }
  if (exact.length + begun.length + phoned.length === 0) return others
  return exact.concat(begun, phoned, others)
}

/** The value that statuses are filtered by: the code, else the label, else blank. */
export const statusKey = ({ value, label }: SummaryBase['status']): string => value ?? label ?? ''

/** Both ends belong to the range; null leaves an end open. A row without a date is in no range. */
export function isWithin(at: number | null, from: number | null, to: number | null): boolean {
  if (at === null) return false
  return (from === null || at >= from) && (to === null || at <= to)
}

/** Search, filters and order of a list on the screen. */
export interface ListQuery {
  readonly text: string
  /** Status values; empty means all. */
  readonly statuses: readonly string[]
  /** Inclusive range, ms since 1970. */
  readonly from: number | null
  readonly to: number | null
  readonly sort: Sort
}
