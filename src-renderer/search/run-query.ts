import type { ListQuery, SummaryBase } from '../workspace/types.ts'
import { PHONE_MARK, phoneQuery } from './corpus.ts'
import { fold } from './fold.ts'
import { sortRows } from './sort-rows.ts'

interface Needle {
  readonly source: string
  /** The whole text folded, without a leading #: what a number may begin with. */
  readonly whole: string
  readonly words: readonly string[]
  readonly phone: string | null
}

const NOTHING: Needle = { source: '', whole: '', words: [], phone: null }
let lastNeedle = NOTHING

function needleOf(text: string): Needle {
  if (lastNeedle.source === text) return lastNeedle
  const whole = fold(text).replace(/^#+\s*/, '')
  const words = whole === '' ? [] : whole.split(' ')
  // Long words first: they fail sooner.
  words.sort((a, b) => b.length - a.length)
  lastNeedle = { source: text, whole, words, phone: phoneQuery(whole) }
  return lastNeedle
}

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
  if (needle.words.length === 0 && !statuses && !ranged) return sorted

  const exact: S[] = []
  const begun: S[] = []
  const phoned: S[] = []
  const others: S[] = []
  const exactLine = `${needle.whole}\n`
  const phoneLine = needle.phone === null ? null : PHONE_MARK + needle.phone
  for (const row of sorted) {
    if (statuses && !statuses.has(row.status.value ?? '')) continue
    if (ranged && !isWithin(row.at, from, to)) continue
    const { haystack } = row
    const byWords = hasAll(haystack, needle.words)
    if (!byWords && (needle.phone === null || !hasPhone(haystack, needle.phone))) continue
    if (needle.words.length === 0) others.push(row)
    else if (byWords && haystack.startsWith(needle.whole)) {
      if (haystack.length === needle.whole.length || haystack.startsWith(exactLine)) exact.push(row)
      else begun.push(row)
    } else if (phoneLine !== null && haystack.includes(phoneLine)) phoned.push(row)
    else others.push(row)
  }
  if (exact.length + begun.length + phoned.length === 0) return others
  return exact.concat(begun, phoned, others)
}

function hasAll(haystack: string, words: readonly string[]): boolean {
  for (const word of words) if (!haystack.includes(word)) return false
  return true
}

/** Anywhere in one of the phones: people remember the last digits. Phones stand at the end, behind the first tab. */
function hasPhone(haystack: string, digits: string): boolean {
  const start = haystack.indexOf(PHONE_MARK)
  return start >= 0 && haystack.includes(digits, start)
}

function isWithin(at: number | null, from: number | null, to: number | null): boolean {
  if (at === null) return false
  return (from === null || at >= from) && (to === null || at <= to)
}
