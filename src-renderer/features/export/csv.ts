import type { CellKind } from '../lists/shown-list.ts'
import { isCount, isExact, momentOf, wallClock } from './cell-values.ts'
import type { Table } from './table.ts'

/** A spreadsheet would take these for the beginning of a formula, and run what a shop sent; some take the wide signs, too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/
/** It would also round a long number, take the zeros off the front of one, and read 12E5 as a power. */
const mangledNumber = /^(?:\d{12,}|0\d+|\d+[eE]\d+)$/

export type Separator = ',' | ';' | '\t'

const asText = (text: string): string => (formula.test(text) || mangledNumber.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const isoMoment = (at: number): string => wallClock(at).toISOString().slice(0, 19).replace('T', ' ')

/** Numbers and moments as Excel reads them where lists are separated so; anything else as text that stays text. */
const cellText = (text: string, kind: CellKind, separator: Separator): string => {
  switch (kind) {
    case 'text':
      return asText(text)
    case 'count':
      return isCount(text) ? text : asText(text)
    case 'decimal':
      if (!isExact(text)) return asText(text)
      return separator === ';' ? text.replace(/^\+/, '').replace('.', ',') : text.replace(/^\+/, '')
    case 'moment': {
      const at = momentOf(text)
      return at === null ? asText(text) : isoMoment(at)
    }
  }
}

/** Excel splits columns at the list separator of its country, which is a semicolon where the decimals have a comma. */
export const separatorOf = (locale: string): ',' | ';' => ((0.5).toLocaleString(locale).includes(',') ? ';' : ',')

const lineOf = (cells: readonly string[], separator: Separator): string => cells.map(quoted).join(separator)

/** The lines of a table, its titles first, each with its end. */
function* csvLines({ columns, rows }: Table, separator: Separator): Generator<string> {
  yield `${lineOf(
    columns.map(({ title }) => asText(title)),
    separator,
  )}\r\n`
  for (const row of rows) {
    const cells = columns.map(({ kind }, index) => cellText(row[index] ?? '', kind, separator))
    yield `${lineOf(cells, separator)}\r\n`
  }
}

/** With it Excel takes a file for UTF-8; without, for the system's code page. */
const byteOrderMark = '\ufeff'

/** What Excel opens by a double click, in parts that joined are the file's text. */
export const csvFile = (table: Table, separator: Separator): string[] => [byteOrderMark, ...csvLines(table, separator)]

/** A text that spreadsheets take from the clipboard as cells. */
export const tsvOf = (table: Table): string => [...csvLines(table, '\t')].join('')
