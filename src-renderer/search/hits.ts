import type { SummaryBase } from '../model/summaries.ts'
import { PHONE_MARK, phoneQuery } from './corpus.ts'
import { fold } from './fold.ts'

/** A typed text, ready to search with. */
export interface Needle {
  readonly source: string
  /** The whole text folded, without a leading #. Compared with the beginning of numbers. */
  readonly whole: string
  /** Long words first, because they fail sooner. */
  readonly words: readonly string[]
  readonly phone: string | null
}

/** Shorter words are in so many rows that a plain scan is as fast. */
const JOINED_CHARS = 3

const NOTHING: Needle = { source: '', whole: '', words: [], phone: null }
let lastNeedle = NOTHING

export function needleOf(text: string): Needle {
  if (lastNeedle.source === text) return lastNeedle
  const whole = fold(text).replace(/^#+\s*/, '')
  const words = whole === '' ? [] : whole.split(' ')
  words.sort((a, b) => b.length - a.length)
  lastNeedle = { source: text, whole, words, phone: phoneQuery(whole) }
  return lastNeedle
}

interface Found {
  readonly needle: Needle
  readonly hits: readonly SummaryBase[]
}

/** What the last needle found in an array of rows. With each further letter only these are searched. */
const lastFound = new WeakMap<readonly SummaryBase[], Found>()

/** Every row with all the words, or with the phone when the text may be one; in the order of the rows. */
export function hitsOf<S extends SummaryBase>(rows: readonly S[], needle: Needle): readonly S[] {
  const known = lastFound.get(rows)
  // The map's hits for `rows` have the same type as `rows`.
  if (known?.needle === needle) return known.hits as readonly S[]
  const hits =
    known && isNarrower(needle, known.needle) ? (known.hits as readonly S[]).filter(hitBy(needle)) : scan(rows, needle)
  lastFound.set(rows, { needle, hits })
  return hits
}

/** Whether `before` finds everything that `needle` finds. */
function isNarrower(needle: Needle, before: Needle): boolean {
  const hasWords = before.words.every(word => needle.words.some(each => each.includes(word)))
  return hasWords && (needle.phone === null || (before.phone !== null && needle.phone.includes(before.phone)))
}

const hitBy =
  ({ words, phone }: Needle) =>
  ({ haystack }: SummaryBase): boolean =>
    hasAll(haystack, words) || (phone !== null && hasPhone(haystack, phone))

function scan<S extends SummaryBase>(rows: readonly S[], needle: Needle): readonly S[] {
  return (needle.words[0] ?? '').length >= JOINED_CHARS
    ? (scanJoined(rows, needle) ?? plain(rows, needle))
    : plain(rows, needle)
}

const plain = <S extends SummaryBase>(rows: readonly S[], needle: Needle): readonly S[] => rows.filter(hitBy(needle))

/** Null as long as joining the rows is not worth it. */
function scanJoined<S extends SummaryBase>(rows: readonly S[], { words, phone }: Needle): readonly S[] | null {
  const [longest = '', ...rest] = words
  const isHit = new Uint8Array(rows.length)
  const byWords = visitRows(rows, longest, ({ haystack }, i) => {
    if (hasAll(haystack, rest)) isHit[i] = 1
  })
  if (!byWords) return null
  if (phone !== null)
    visitRows(rows, phone, ({ haystack }, i) => {
      if (isHit[i] === 0 && hasPhone(haystack, phone)) isHit[i] = 1
    })
  return rows.filter((_, i) => isHit[i] === 1)
}

function hasAll(haystack: string, words: readonly string[]): boolean {
  for (const word of words) if (!haystack.includes(word)) return false
  return true
}

/**
 * Looks anywhere in a phone number, because people remember the last digits. Phones are at the end, after the first
 * tab.
 */
function hasPhone(haystack: string, digits: string): boolean {
  const start = haystack.indexOf(PHONE_MARK)
  return start >= 0 && haystack.includes(digits, start)
}

/** All haystacks of a list as one string, which is much faster to search than each one. */
interface Joined {
  readonly text: string
  /** Where each row's haystack starts; one more entry for the end. */
  readonly starts: Uint32Array
}

/** No folded text contains it. */
const BETWEEN = '\u0000'

/**
 * Null after the first search. The joined string is built for the second one, because during a pull every array is
 * searched only once.
 */
const joinedOf = new WeakMap<readonly SummaryBase[], Joined | null>()

/**
 * Calls `visit` for every row whose haystack holds `word`, in order. False, without calls, when it is not worth it yet.
 */
function visitRows<S extends SummaryBase>(
  rows: readonly S[],
  word: string,
  visit: (row: S, index: number) => void,
): boolean {
  const known = joinedOf.get(rows)
  if (known === undefined) {
    joinedOf.set(rows, null)
    return false
  }
  const { text, starts } = known ?? join(rows)
  let index = 0
  let at = text.indexOf(word)
  while (at >= 0) {
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index += 1
    const row = rows[index]
    if (row !== undefined) visit(row, index)
    index += 1
    if (index >= rows.length) break
    at = text.indexOf(word, starts[index])
  }
  return true
}

function join(rows: readonly SummaryBase[]): Joined {
  const starts = new Uint32Array(rows.length + 1)
  let end = 0
  const parts = rows.map((row, i) => {
    starts[i] = end
    end += row.haystack.length + BETWEEN.length
    return row.haystack
  })
  starts[rows.length] = end
  const joined = { text: parts.join(BETWEEN), starts }
  joinedOf.set(rows, joined)
  return joined
}
