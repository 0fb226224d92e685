/** Orders looked up in one go; so many numbers fit into one bulk call as well, one line each. */
export const mostNumbers = 100

export interface PastedNumbers {
  /** Each once, in the order they were pasted. Text: leading zeros are part of a number. */
  readonly numbers: readonly string[]
  /** How many more there were than are looked up. */
  readonly beyond: number
}

const separators = /[\s,;]+/
/** What chats and web pages put between letters unseen. */
const unseen = /[\u200b-\u200f\u2060\ufeff]/g

/** Order numbers out of a column, a line or a sentence of them, with `#` in front or without. */
export const readNumbers = (text: string): PastedNumbers => {
  const words = text
    .replace(unseen, '')
    .split(separators)
    .map(word => word.replace(/^#+/, ''))
  const numbers = [...new Set(words.filter(word => word !== ''))]
  return { numbers: numbers.slice(0, mostNumbers), beyond: Math.max(0, numbers.length - mostNumbers) }
}
