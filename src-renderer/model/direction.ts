/** Signs that embed, override or isolate a direction (U+202A to U+202E, U+2066 to U+2069); unpaired, they turn what follows. */
const turning = /[\u202a-\u202e\u2066-\u2069]/
const everyTurning = /[\u202a-\u202e\u2066-\u2069]/g
/** Letters of scripts that run from right to left, and the marks that stand for them. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const isolate = '\u2068'
const end = '\u2069'

/** The text without the signs that turn the text after it. Marks (U+200E, U+200F) stay: they reach no further than a letter. */
export const withoutTurning = (text: string): string => text.replace(everyTurning, '')

/**
 * A text of somebody else's as it may stand among other texts: one that runs from right to left is closed off, so that
 * numbers and names beside it keep their places, and nothing in it turns what follows. All others come back as they are.
 */
export const isolated = (text: string): string => {
  const closed = turning.test(text) ? withPairsOnly(text) : text
  return rightToLeft.test(closed) ? `${isolate}${closed}${end}` : closed
}

/** Texts side by side, each closed off; empty ones are left out. */
export const joinedTexts = (parts: readonly (string | number | null | undefined | false)[], by: string): string =>
  parts
    .filter(part => part !== null && part !== undefined && part !== false && part !== '')
    .map(part => isolated(String(part)))
    .join(by)

/** One name out of its parts, which run on in their own direction; none of them turns the next. */
export const nameOfParts = (...parts: readonly (string | null | undefined)[]): string =>
  withoutTurning(parts.filter(Boolean).join(' ')).trim()

/** Isolates that are closed stay, for they may be ours; every other sign that turns goes. */
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
