/**
 * Signs that embed, override or isolate a direction (U+202A to U+202E, U+2066 to U+2069). Unpaired, they turn the text
 * after them.
 */
const turning = /[\u202a-\u202e\u2066-\u2069]/
const everyTurning = /[\u202a-\u202e\u2066-\u2069]/g
/** Letters of scripts that run from right to left, and the right-to-left mark. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const isolate = '\u2068'
const end = '\u2069'

/**
 * The text without signs that turn the text after it. Marks (U+200E, U+200F) stay, because they only affect their
 * neighbours.
 */
export const withoutTurning = (text: string): string => text.replace(everyTurning, '')

/**
 * A foreign text, safe to put among other texts. Text from right to left is isolated, so that numbers and names beside
 * it keep their places, and no sign in it turns the text after it. Any other text comes back unchanged.
 */
export const isolated = (text: string): string => {
  const closed = turning.test(text) ? withPairsOnly(text) : text
  return rightToLeft.test(closed) ? `${isolate}${closed}${end}` : closed
}

/** Joins texts, each isolated; empty ones are left out. */
export const joinedTexts = (parts: readonly (string | number | null | undefined | false)[], by: string): string =>
  parts
    .filter(part => part !== null && part !== undefined && part !== false && part !== '')
    .map(part => isolated(String(part)))
    .join(by)

/** Joins the parts of a name, without signs that turn the text after them. */
export const nameOfParts = (...parts: readonly (string | null | undefined)[]): string =>
  withoutTurning(parts.filter(Boolean).join(' ')).trim()

/** Keeps closed isolates, which may be ours, and removes every other direction sign. */
const withPairsOnly = (text: string): string => {
  const signs = [...text]
  const open: number[] = []
  const kept = new Set<number>()
  signs.forEach((sign, at) => {
    if (sign >= '\u2066' && sign <= '\u2068') open.push(at)
    if (sign !== end) return
    const begin = open.pop()
    if (begin !== undefined) kept.add(begin).add(at)
  })
  return signs.filter((sign, at) => kept.has(at) || !turning.test(sign)).join('')
}
