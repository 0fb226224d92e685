/** Signs that embed, override or isolate a direction (U+202A to U+202E, U+2066 to U+2069); unpaired, they turn what follows. */
const embedding = /[\u202a-\u202e\u2066-\u2069]/g
/** Letters of scripts that run from right to left, and the marks that stand for them. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const isolate = '\u2068'
const end = '\u2069'

/** The text without the signs that turn the text after it. Marks (U+200E, U+200F) stay: they reach no further than a letter. */
export const withoutEmbedding = (text: string): string => text.replace(embedding, '')

/**
 * A text of somebody else's as it may stand among other texts: one that runs from right to left is closed off, so that
 * numbers and names beside it keep their places. All others come back as they are, and can be searched and compared.
 */
export const isolated = (text: string): string => {
  const plain = withoutEmbedding(text)
  return rightToLeft.test(plain) ? `${isolate}${plain}${end}` : plain
}

/** Texts side by side, each closed off; empty ones are left out. */
export const joinedTexts = (parts: readonly (string | number | null | undefined | false)[], by: string): string =>
  parts
    .filter(part => part !== null && part !== undefined && part !== false && part !== '')
    .map(part => isolated(String(part)))
    .join(by)
