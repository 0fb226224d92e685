import type { ListQuery, SummaryBase } from '../workspace/types.ts'
import { PHONE_MARK, phoneQuery } from './corpus.ts'
import { fold } from './fold.ts'
import { visitRows } from './joined.ts'
import { sortRows } from './sort-rows.ts'

interface Needle {
  readonly source: string
  /** The whole text folded, without a leading #: what a number may begin with. */
  readonly whole: string
  readonly words: readonly string[]
  readonly phone: string | null
}

/** Shorter words stand in so many rows that a plain scan is as good. */
const JOINED_CHARS = 3

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
  const filtered = statuses !== null || ranged
  if (needle.words.length === 0 && !filtered) return sorted

  const passes = (row: S): boolean =>
    (!statuses || statuses.has(row.status.value ?? '')) && (!ranged || isWithin(row.at, from, to))
  if (needle.words.length === 0) return sorted.filter(passes)

  const exact: S[] = []
  const begun: S[] = []
  const phoned: S[] = []
  const others: S[] = []
  const exactLine = `${needle.whole}\n`
  const phoneLine = needle.phone === null ? null : PHONE_MARK + needle.phone
  visitHits(sorted, needle, row => {
    if (filtered && !passes(row)) return
    const { haystack } = row
    if (haystack.startsWith(needle.whole)) {
      if (haystack.length === needle.whole.length || haystack.startsWith(exactLine)) exact.push(row)
      else begun.push(row)
    } else if (phoneLine !== null && haystack.includes(phoneLine)) phoned.push(row)
    else others.push(row)
  })
  if (exact.length + begun.length + phoned.length === 0) return others
  return exact.concat(begun, phoned, others)
}

/** Every row with all the words, or with the phone when the text may be one; in the order of the rows. */
function visitHits<S extends SummaryBase>(rows: readonly S[], { words, phone }: Needle, visit: (row: S) => void): void {
  const [longest = '', ...rest] = words
  if (longest.length >= JOINED_CHARS) {
    if (phone === null) {
      if (visitRows(rows, longest, row => hasAll(row.haystack, rest) && visit(row))) return
    } else {
      const indexes = new Set<number>()
      const byWords = visitRows(rows, longest, (row, i) => hasAll(row.haystack, rest) && indexes.add(i))
      if (byWords && visitRows(rows, phone, (row, i) => hasPhone(row.haystack, phone) && indexes.add(i))) {
        const inOrder = [...indexes].sort((a, b) => a - b)
        for (const index of inOrder) {
          const row = rows[index]
          if (row !== undefined) visit(row)
        }
        return
      }
    }
  }
  for (const row of rows) {
    if (hasAll(row.haystack, words) || (phone !== null && hasPhone(row.haystack, phone))) visit(row)
  }
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

/** Both ends belong to the range; null at an end leaves it open. A row without a date is in no range. */
export function isWithin(at: number | null, from: number | null, to: number | null): boolean {
  if (at === null) return false
  return (from === null || at >= from) && (to === null || at <= to)
}
