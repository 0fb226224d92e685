import Big from 'big.js'
import { isDecimal } from '../../../model/decimal.ts'
import { isoOf } from '../../../model/times.ts'

/** What a column holds: text as it is, a decimal as the shop sent it, an ISO 8601 moment, or a whole number. */
export type CellKind = 'text' | 'decimal' | 'moment' | 'count'

export interface TableColumn {
  readonly title: string
  readonly kind: CellKind
}

/** Rows that leave the app: a text for each column, by its kind; empty where nothing is known. */
export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** The same, made as they are asked for. */
export interface RowsInParts {
  readonly columns: readonly TableColumn[]
  readonly count: number
  /** From the first to before the last; the end may lie beyond the rows. */
  readonly rowsBetween: (from: number, to: number) => Table['rows']
}

export const inParts = ({ columns, rows }: Table): RowsInParts => ({
  columns,
  count: rows.length,
  rowsBetween: (from, to) => rows.slice(from, to),
})

export const wholeTable = ({ columns, count, rowsBetween }: RowsInParts): Table => ({
  columns,
  rows: rowsBetween(0, count),
})

/** Milliseconds since 1970 as a cell of kind `moment`. */
export const momentCell = (at: number | null): string => (at === null ? '' : isoOf(at))

/** Spreadsheets compute with 15 digits, and write zeros for the rest. */
const digitsKept = 15

/** Whether a spreadsheet gives this decimal back digit for digit. */
export const isExact = (text: string): boolean => {
  if (!isDecimal(text)) return false
  const digits = text.replace(/^[+-]?0*|\./g, '')
  return digits.length <= digitsKept && new Big(text.replace(/^\+/, '')).eq(String(Number(text)))
}

export const placesOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0

/** Whole numbers that are counted with; a long one is rather a name. */
export const isCount = (text: string): boolean => /^(?:0|[1-9]\d{0,10})$/.test(text)
