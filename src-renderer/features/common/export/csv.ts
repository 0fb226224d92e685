import { withoutTurning } from '../../../model/direction.ts'
import { readTime } from '../../../model/times.ts'
import { dayText, wallClock } from '../../../ui/format/day.ts'
import { isChangedBySheets } from './sheet-text.ts'
import { type CellKind, isCount, isExact, type Table } from './table.ts'

/** How spreadsheets of this system's region take numbers and columns, whatever language the app speaks. */
export interface SheetSigns {
  /** A BCP 47 tag. */
  readonly region: string
  readonly separator: ',' | ';' | '\t'
  readonly decimal: string
}

/** Excel splits columns at a semicolon where the decimals have a comma. */
export const signsOf = (region: string): SheetSigns => {
  const parts = new Intl.NumberFormat(region, { numberingSystem: 'latn' }).formatToParts(0.5)
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.'
  return { region, decimal, separator: decimal === '.' ? ',' : ';' }
}

/** Signs that turn the text after them would turn the cells after it in a plain file. */
const asText = (sent: string, { region }: SheetSigns): string => {
  const text = withoutTurning(sent)
  return isChangedBySheets(text, region) ? `'${text}` : text
}

const breaksCsv = /[",;\t\r\n]/
const breaksTsv = /["\t\r\n]/

const quoted = (text: string, breaks: RegExp): string => (breaks.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const isoMoment = (at: number): string => wallClock(at).toISOString().slice(0, 19).replace('T', ' ')

/** Numbers and moments as spreadsheets of this region read them; anything else as text that stays text. */
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

/** The lines of a table, its titles first, each with its end. */
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

/** With it Excel takes a file for UTF-8; without, for the system's code page. */
const byteOrderMark = '\ufeff'

/** What Excel opens by a double click, in parts that joined are the file's text. */
export const csvFile = (table: Table, signs: SheetSigns): string[] => [byteOrderMark, ...csvLines(table, signs)]

/** A text that spreadsheets take from the clipboard as cells. */
export const tsvOf = (table: Table, signs: SheetSigns): string =>
  [...csvLines(table, { ...signs, separator: '\t' })].join('')
