import { fold } from '../../../search/fold.ts'

/** The limit for one search. */
export const mostNumbers = 100

export interface PastedNumbers {
  /** Each once, in the order they were pasted. Text: leading zeros are part of a number. */
  readonly numbers: readonly string[]
  /** The number of order numbers above the limit. */
  readonly beyond: number
  /** Long numbers that a spreadsheet shortened, e.g. 2,74540302931217E+15. Their last digits are lost. */
  readonly ruined: readonly string[]
  /** Words without a digit, without duplicates: headings and other text. */
  readonly words: readonly string[]
}

const separators = /[\s,;]+/
/** Invisible characters that chats and web pages insert. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
/** Needs the plus sign: spreadsheets always write E+15, and 12E5 may be an order number. */
const power = /(?<![^\s;"'])\d(?:[.,]\d+)?E\+\d{1,3}(?![^\s;,"'])/gi
/** Quotes around a cell, the sign that keeps a cell a text, ="0012", and the sign for numbers. */
const before = /^(?:=(?=["“])|["'“”„«»‘’#])+/
const after = /["'“”„«»‘’]+$/

/** The order column of a table with a heading; the whole text otherwise. */
const numberCells = (text: string): string => {
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '')
  const rows = lines.map(line => line.split('\t').map(cell => cell.replace(before, '').replace(after, '')))
  const [head = []] = rows
  const column = head.length > 1 ? orderColumn(head) : null
  return column === null
    ? text
    : rows
        .slice(1)
        .map(row => row[column] ?? '')
        .join('\n')
}

/** Order numbers out of a column, a line, a table or a sentence of them, with `#` or quotes around them or without. */
export const readNumbers = (text: string): PastedNumbers => {
  const cells = numberCells(text.replace(unseen, ''))
  const ruined = [...new Set(cells.match(power) ?? [])]
  const words = cells
    .replace(power, ' ')
    .split(separators)
    .map(word => word.replace(before, '').replace(after, ''))
  const numbers = [...new Set(words.filter(word => /\p{Nd}/u.test(word)))]
  return {
    numbers: numbers.slice(0, mostNumbers),
    beyond: Math.max(0, numbers.length - mostNumbers),
    ruined,
    words: [...new Set(words.filter(word => /\p{L}/u.test(word) && !/\p{Nd}/u.test(word)))],
  }
}

/** Spreadsheets keep fifteen digits of a number and write zeros for the rest: one that ends so may have been another. */
export const mayBeRounded = (number: string): boolean => /^[1-9]\d{14}0+$/.test(number)

/** Headings of order number columns, the most certain first; folded. */
const headings = [
  'siparis numarasi',
  'siparis numaralari',
  'siparis no',
  'siparis no.',
  'order number',
  'order numbers',
  'order no',
  'order no.',
  'order #',
  'order_number',
  'siparis',
  'order',
  'numara',
  'number',
  'no',
]

/** The column of order numbers by its heading; null if no heading matches. */
const orderColumn = (head: readonly string[]): number | null => {
  const folded = head.map(fold)
  const column = headings.map(heading => folded.indexOf(heading)).find(at => at >= 0)
  return column ?? null
}

/** The column of order numbers without a heading: the first one where most cells have a digit and no space. */
const columnOfNumbers = (rows: readonly (readonly string[])[]): number => {
  const width = Math.max(0, ...rows.map(row => row.length))
  const share = (column: number) =>
    rows.filter(row => /^\S*\p{Nd}\S*$/u.test((row[column] ?? '').trim())).length / rows.length
  const columns = Array.from({ length: width }, (_, column) => column)
  return columns.find(column => share(column) > 0.5) ?? 0
}

/** The cells of a sheet that contain order numbers, without heading and empty cells. */
export const orderCells = (rows: readonly (readonly string[])[]): readonly string[] => {
  const filled = rows.filter(row => row.some(cell => cell.trim() !== ''))
  const headAt = filled.slice(0, 10).findIndex(row => orderColumn(row) !== null)
  const column = orderColumn(filled[headAt] ?? []) ?? columnOfNumbers(filled)
  return filled.slice(headAt + 1).flatMap(row => row[column]?.trim() || [])
}
