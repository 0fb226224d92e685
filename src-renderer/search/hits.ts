import type { SummaryBase } from '../model/summaries.ts'
import { PHONE_MARK, phoneQuery } from './corpus.ts'
import { fold } from './fold.ts'
import { visitRows } from './joined.ts'

/** What a typed text looks for. */
export interface Needle {
  readonly source: string
  /** The whole text folded, without a leading #: what a number may begin with. */
  readonly whole: string
  /** Long words first: they fail sooner. */
  readonly words: readonly string[]
  readonly phone: string | null
}

/** Shorter words stand in so many rows that a plain scan is as good. */
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

/** What the last needle found, by the rows it was looked for in: each further letter looks through those alone. */
const lastFound = new WeakMap<readonly SummaryBase[], Found>()

/** Every row with all the words, or with the phone when the text may be one; in the order of the rows. */
export function hitsOf<S extends SummaryBase>(rows: readonly S[], needle: Needle): readonly S[] {
  const known = lastFound.get(rows)
  // What is kept for `rows` are rows of the same type.
  if (known?.needle === needle) return known.hits as readonly S[]
  const hits =
    known && isNarrower(needle, known.needle) ? (known.hits as readonly S[]).filter(hitBy(needle)) : scan(rows, needle)
  lastFound.set(rows, { needle, hits })
  return hits
}

/** Whether all that `needle` finds is among what `before` finds. */
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

/** Null as long as joining the rows does not pay. */
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

/** Anywhere in one of the phones: people remember the last digits. Phones stand at the end, behind the first tab. */
function hasPhone(haystack: string, digits: string): boolean {
  const start = haystack.indexOf(PHONE_MARK)
  return start >= 0 && haystack.includes(digits, start)
}
