import { withoutTurning } from '../../../model/direction.ts'
import { readTime } from '../../../model/times.ts'
import { fold } from '../../../search/fold.ts'
import { dayText, wallClock } from '../../../ui/format/day.ts'
import { type CellKind, isCount, isExact, type Table } from './table.ts'

/** How spreadsheets of the system's region read numbers and columns, whatever the app's language. */
export interface SheetSigns {
  /** A BCP 47 tag. */
  readonly region: string
  readonly separator: ',' | ';' | '\t'
  readonly decimal: string
}

/** Excel separates columns by a semicolon where decimals have a comma. */
export const signsOf = (region: string): SheetSigns => {
  const parts = new Intl.NumberFormat(region, { numberingSystem: 'latn' }).formatToParts(0.5)
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.'
  return { region, decimal, separator: decimal === '.' ? ',' : ';' }
}

/** Removes the characters that set the writing direction: in a plain file they would also affect the cells after. */
const asText = (sent: string, { region }: SheetSigns): string => {
  const text = withoutTurning(sent)
  return isChangedBySheets(text, region) ? `'${text}` : text
}

const breaksCsv = /[",;\t\r\n]/
const breaksTsv = /["\t\r\n]/

const quoted = (text: string, breaks: RegExp): string => (breaks.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const isoMoment = (at: number): string => wallClock(at).toISOString().slice(0, 19).replace('T', ' ')

/** Numbers and moments in the form that spreadsheets of the region read; anything else as text that stays text. */
const cellText = (text: string, kind: CellKind, signs: SheetSigns): string => {
  switch (kind) {
    case 'text':
      return asText(text, signs)
    case 'count':
      return isCount(text) ? text : asText(text, signs)
    case 'decimal':
      return isExact(text) ? text.replace(/^\+/, '').replace('.', signs.decimal) : asText(text, signs)
    case 'moment': {
      const time = readTime(text)
      if (time === null) return asText(text, signs)
      return time.kind === 'day' ? dayText(time.at) : isoMoment(time.at)
    }
  }
}

const lineOf = (cells: readonly string[], { separator }: SheetSigns): string =>
  cells.map(cell => quoted(cell, separator === '\t' ? breaksTsv : breaksCsv)).join(separator)

/** The titles and the rows, each with its line break. */
function* csvLines({ columns, rows }: Table, signs: SheetSigns): Generator<string> {
  yield `${lineOf(
    columns.map(({ title }) => asText(title, signs)),
    signs,
  )}\r\n`
  for (const row of rows) {
    const cells = columns.map(({ kind }, index) => cellText(row[index] ?? '', kind, signs))
    yield `${lineOf(cells, signs)}\r\n`
  }
}

/** Without it Excel reads the file in the system's code page instead of UTF-8. */
const byteOrderMark = '\ufeff'

/** The text of a CSV file that Excel opens by double click, in parts to be joined. */
export const csvFile = (table: Table, signs: SheetSigns): string[] => [byteOrderMark, ...csvLines(table, signs)]

/** Text that pastes as cells into a spreadsheet. */
export const tsvOf = (table: Table, signs: SheetSigns): string =>
  [...csvLines(table, { ...signs, separator: '\t' })].join('')

/**
 * Spreadsheets read these as the start of a formula and would run what a shop sent; some also accept the full-width
 * signs. They drop a leading apostrophe, which marks a cell as text.
 */
const formula = /^[=+\-@＝＋－＠']/
const booleans = new Set(['true', 'false', 'dogru', 'yanlis'])
/** #N/A, #REF!, #YOK and others become error values. */
const errorValue = /^#[\p{Lu}/0]+[!?]?$/u
const hexadecimal = /^0x[\da-f]+$/
/** Letters after a digit that belong to a number or time: an exponent, am and pm, the T and Z of ISO 8601. */
const afterDigit = /(?<=\p{Nd}[.: ]?)(?:am|pm|oo|os|[adeptz])(?=[\p{Nd}\s+-]|$)/gu
const word = /\p{L}+/gu
/** Characters of numbers, amounts, dates and times, with their words. */
const numberLike = /^[\p{L}\p{M}\p{Nd}\p{Sc}\s.,:/\\()%+'-]+$/u

const monthsAndDays = (locale: string): readonly string[] =>
  (['long', 'short'] as const).flatMap(length =>
    Array.from({ length: 12 }, (_, place) => {
      const at = Date.UTC(2026, place, 1 + place)
      const say = (options: Intl.DateTimeFormatOptions) =>
        fold(new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at)).replace('.', '')
      return [say({ month: length }), say({ weekday: length })]
    }).flat(),
  )

const wordsOf = new Map<string, ReadonlySet<string>>()

/** Words that turn digits into a date, a time or an amount, in English, Turkish and the system's language. */
const sheetWords = (region: string): ReadonlySet<string> => {
  const known = wordsOf.get(region)
  if (known) return known
  const made = new Set([
    ...['tr', 'en', region].flatMap(monthsAndDays),
    ...['sept', 'am', 'pm', 'oo', 'os', 'tl', 'try', 'usd', 'eur', 'gbp'],
  ])
  wordsOf.set(region, made)
  return made
}

/**
 * Whether a spreadsheet of this region changes a text that is typed in: to a formula, date, time, percentage, exponent,
 * boolean or another spelling of a number, or by dropping blanks at its ends. Words and short whole numbers stay.
 */
const isChangedBySheets = (text: string, region: string): boolean => {
  if (text === '' || isCount(text)) return false
  if (text.trim() !== text || formula.test(text) || errorValue.test(text)) return true
  const plain = fold(text)
  if (booleans.has(plain) || hexadecimal.test(plain)) return true
  if (!/\p{Nd}/u.test(plain) || !numberLike.test(plain)) return false
  const words = plain.replace(afterDigit, ' ').match(word) ?? []
  const ofSheets = sheetWords(region)
  return words.every(each => ofSheets.has(each))
}
