import type { SummaryBase } from '../model/summaries.ts'
import { PHONE_MARK } from './corpus.ts'
import { fold } from './fold.ts'
import { hitsOf, type Needle } from './hits.ts'
import { contactsIn, keyOfRow, type PersonKey } from './people.ts'
import { sortRows } from './sort-rows.ts'

/**
 * How well a row fits, the best first: its own number or code; a whole field (SKU, tracking number, e-mail, phone); the
 * beginning of its number; the beginning of its phone; the beginning of words; a part of words.
 */
const tiers = ['own', 'field', 'begins', 'phone', 'word', 'part'] as const
export type Tier = (typeof tiers)[number]

export const tierOrder = (tier: Tier): number => tiers.indexOf(tier)

interface Hit<S> {
  readonly tier: Tier
  readonly row: S
  /** Opened recently. */
  readonly recent: boolean
}
interface Ranked<S> {
  readonly total: number
  /** The best first, at most `limit`. */
  readonly top: readonly Hit<S>[]
}

interface RankOptions<S> {
  readonly limit: number
  /** Ids of recently opened rows. They come first within a tier. */
  readonly recentIds: ReadonlySet<string>
  /** Another code of the row besides its number. */
  readonly codeOf?: (row: S) => string | null
}

/** A shorter text may equal a whole field by chance. */
const FIELD_CHARS = 4
/** A Turkish phone number without prefix. */
const PHONE_CHARS = 10
const WORD_CHAR = /[a-z0-9]/

/** The tier of a text that holds the needle; `haystack` as made by `haystackOf`. */
export const tierOf = (haystack: string, needle: Needle): Tier =>
  strongTierBy(needle)(haystack) ?? wordTier(haystack, needle)

const wordTier = (haystack: string, { words }: Needle): Tier =>
  words.every(word => beginsWord(haystack, word)) ? 'word' : 'part'

/**
 * Null when only words hold the needle. Returns a function, so that the texts to look for are built once for all hits.
 */
function strongTierBy({ whole, phone }: Needle): (haystack: string) => Tier | null {
  const field = whole.length >= FIELD_CHARS ? `\n${whole}` : null
  const called = phone === null ? null : `\n${PHONE_MARK}${phone}`
  const isWholePhone = phone !== null && phone.length >= PHONE_CHARS
  return haystack => {
    if (haystack.startsWith(whole)) return isLineEnd(haystack, whole.length) ? 'own' : 'begins'
    if (field !== null && endsLine(haystack, field)) return 'field'
    if (called === null || !haystack.includes(called)) return null
    return isWholePhone && endsLine(haystack, called) ? 'field' : 'phone'
  }
}

/** The best rows that hold the needle: by tier, then recently opened ones, then the newest. */
export function rankRows<S extends SummaryBase>(
  rows: readonly S[],
  needle: Needle,
  options: RankOptions<S>,
): Ranked<S> {
  const { limit, recentIds, codeOf } = options
  const buckets = tiers.map(() => [] as S[])
  const recents = tiers.map(() => [] as S[])
  const words = tierOrder('word')
  let atWords = 0
  const hits = hitsOf(sortRows(rows, 'newest'), needle)
  const strongTier = strongTierBy(needle)
  for (const row of hits) {
    const isRecent = recentIds.has(row.id)
    let tier = strongTier(row.haystack)
    if (tier === 'field' && codeOf && fold(codeOf(row) ?? '') === needle.whole) tier = 'own'
    // Most rows end here: enough newer rows fit as well or better.
    if (tier === null && !isRecent && atWords >= limit) continue
    tier ??= wordTier(row.haystack, needle)
    const order = tierOrder(tier)
    if (order === words) atWords += 1
    const bucket = (isRecent ? recents : buckets)[order]
    if (bucket && bucket.length < limit) bucket.push(row)
  }
  const top = tiers.flatMap((tier, i) => [
    ...(recents[i] ?? []).map(row => ({ tier, row, recent: true })),
    ...(buckets[i] ?? []).map(row => ({ tier, row, recent: false })),
  ])
  return { total: hits.length, top: top.slice(0, limit) }
}

function isLineEnd(haystack: string, at: number): boolean {
  return at === haystack.length || haystack[at] === '\n'
}

/** Whether the haystack has this whole line. `line` begins with the line break. */
function endsLine(haystack: string, line: string): boolean {
  for (let at = haystack.indexOf(line); at >= 0; at = haystack.indexOf(line, at + 1))
    if (isLineEnd(haystack, at + line.length)) return true
  return false
}

function beginsWord(haystack: string, word: string): boolean {
  for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + 1))
    if (at === 0 || !WORD_CHAR.test(haystack[at - 1] ?? '')) return true
  return false
}

export interface FoundPerson<R> {
  readonly key: PersonKey
  readonly name: string
  /** Folded. */
  readonly email: string | null
  /** Digits without country code and leading zero. */
  readonly phone: string | null
  readonly tier: Tier
  /** The rows of this person among those given, in their order. */
  readonly rows: readonly R[]
}

/** How well a row's person fits; null when only other words of the row do. */
function tierOfPerson(name: string, email: string | null, phone: string | null, needle: Needle): Tier | null {
  const about = email === null ? fold(name) : `${fold(name)}\n${email}`
  const isNamed = needle.words.every(word => about.includes(word))
  const isCalled = needle.phone !== null && phone?.includes(needle.phone) === true
  if (!isNamed && !isCalled) return null
  return tierOf(phone === null ? about : `${about}\n${PHONE_MARK}${phone}`, needle)
}

/** The people in these rows who fit the needle, each once in a scope (a shop), the best first. */
export function rankPeople<R>(
  rows: readonly R[],
  needle: Needle,
  summaryOf: (row: R) => SummaryBase,
  scopeOf: (row: R) => string,
): readonly FoundPerson<R>[] {
  const found = new Map<string, Omit<FoundPerson<R>, 'rows'> & { readonly rows: R[] }>()
  for (const row of rows) {
    const summary = summaryOf(row)
    const key = keyOfRow(summary)
    if (key === null) continue
    const scopedKey = `${scopeOf(row)} ${key}`
    const known = found.get(scopedKey)
    if (known) {
      known.rows.push(row)
      continue
    }
    const { email, phone } = contactsIn(summary.haystack)
    const name = summary.person ?? email ?? phone ?? ''
    const tier = tierOfPerson(name, email, phone, needle)
    if (tier !== null) found.set(scopedKey, { key, name, email, phone, tier, rows: [row] })
  }
  return [...found.values()].sort((a, b) => tierOrder(a.tier) - tierOrder(b.tier))
}
