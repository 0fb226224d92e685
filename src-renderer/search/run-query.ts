import type { SummaryBase } from '../model/summaries.ts'
import { PHONE_MARK } from './corpus.ts'
import { hitsOf, needleOf } from './hits.ts'
import type { ListQuery } from './list-query.ts'
import { sortRows } from './sort-rows.ts'

/**
 * The rows that hold every word of the text, have one of the statuses and lie in the range, in the order asked for.
 * Among hits of a text those come first whose number it is, whose number begins with it, and whose phone it is.
 * Gives `rows` itself back when nothing is filtered and they are in order already.
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

/** What a status is filtered by: its code, else the label that came alone. Blank when the shop sent neither. */
export const statusKey = ({ value, label }: SummaryBase['status']): string => value ?? label ?? ''

/** Both ends belong to the range; null at an end leaves it open. A row without a date is in no range. */
export function isWithin(at: number | null, from: number | null, to: number | null): boolean {
  if (at === null) return false
  return (from === null || at >= from) && (to === null || at <= to)
}
