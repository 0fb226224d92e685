import type { SummaryBase } from '../model/summaries.ts'
import { PHONE_MARK } from './corpus.ts'
import { fold } from './fold.ts'
import { hitsOf, type Needle } from './hits.ts'
import { sortRows } from './sort-rows.ts'

/**
 * How well a row answers, the best first: its own number or code; a whole field of it (SKU, tracking number, e-mail,
 * phone); the beginning of its number; the beginning of its phone; words that begin so; words that hold it.
 */
const tiers = ['own', 'field', 'begins', 'phone', 'word', 'part'] as const
export type Tier = (typeof tiers)[number]

export const tierOrder = (tier: Tier): number => tiers.indexOf(tier)
export const isExact = (tier: Tier): boolean => tier === 'own' || tier === 'field'

interface Hit<S> {
  readonly tier: Tier
  readonly row: S
  /** Looked at lately. */
  readonly recent: boolean
}
interface Ranked<S> {
  readonly total: number
  /** The best first, at most as many as were asked for. */
  readonly top: readonly Hit<S>[]
}

interface RankOptions<S> {
  readonly limit: number
  /** Ids that were looked at lately: first among those that answer equally well. */
  readonly recentIds: ReadonlySet<string>
  /** A code by which the row is known besides its number. */
  readonly codeOf?: (row: S) => string | null
}

/** A field of fewer characters is a whole field by chance. */
const FIELD_CHARS = 4
/** A Turkish phone number without prefix. */
const PHONE_CHARS = 10
const WORD_CHAR = /[a-z0-9]/

/** The tier of a text that holds the needle; `haystack` as made by `haystackOf`. */
export const tierOf = (haystack: string, needle: Needle): Tier =>
  strongTierBy(needle)(haystack) ?? wordTier(haystack, needle)

const wordTier = (haystack: string, { words }: Needle): Tier =>
  words.every(word => beginsWord(haystack, word)) ? 'word' : 'part'

/** Null where the needle stands among the words only. Asked of every hit: what it looks for is put together once. */
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

/** The best rows that hold the needle: by tier, then the ones looked at lately, then the newest. */
export function rankRows<S extends SummaryBase>(
  rows: readonly S[],
  needle: Needle,
  options: RankOptions<S>,
): Ranked<S> {
  const { limit, recentIds, codeOf } = options
  const buckets = tiers.map(() => [] as S[])
  const lately = tiers.map(() => [] as S[])
  const words = tierOrder('word')
  let atWords = 0
  const hits = hitsOf(sortRows(rows, 'newest'), needle)
  const strongTier = strongTierBy(needle)
  for (const row of hits) {
    const isRecent = recentIds.has(row.id)
    let tier = strongTier(row.haystack)
    if (tier === 'field' && codeOf && fold(codeOf(row) ?? '') === needle.whole) tier = 'own'
    // Most rows end here: as many newer ones answer as well or better.
    if (tier === null && !isRecent && atWords >= limit) continue
    tier ??= wordTier(row.haystack, needle)
    const order = tierOrder(tier)
    if (order === words) atWords += 1
    const bucket = (isRecent ? lately : buckets)[order]
    if (bucket && bucket.length < limit) bucket.push(row)
  }
  const top = tiers.flatMap((tier, i) => [
    ...(lately[i] ?? []).map(row => ({ tier, row, recent: true })),
    ...(buckets[i] ?? []).map(row => ({ tier, row, recent: false })),
  ])
  return { total: hits.length, top: top.slice(0, limit) }
}

function isLineEnd(haystack: string, at: number): boolean {
  return at === haystack.length || haystack[at] === '\n'
}

/** Whether a line of the haystack is this one, line break included, and nothing more. */
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
