import Big from 'big.js'
import { isDecimal } from '../../../model/decimal.ts'
import { isoOf } from '../../../model/times.ts'

/** A column holds plain text, decimals as the shop sent them, ISO 8601 moments, or whole numbers. */
export type CellKind = 'text' | 'decimal' | 'moment' | 'count'

export interface TableColumn {
  readonly title: string
  readonly kind: CellKind
}

/** Rows for export: one text for each column, in the form of its kind; empty when unknown. */
export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** A table whose rows are made in parts, on demand. */
export interface RowsInParts {
  readonly columns: readonly TableColumn[]
  readonly count: number
  /** Without row `to`, which may lie beyond the last row. */
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

/** A cell of kind `moment`, from milliseconds since 1970. */
export const momentCell = (at: number | null): string => (at === null ? '' : isoOf(at))

/** Spreadsheets keep 15 digits and replace the others by zeros. */
const digitsKept = 15

/** Whether a spreadsheet keeps every digit of this decimal. */
export const isExact = (text: string): boolean => {
  if (!isDecimal(text)) return false
  const digits = text.replace(/^[+-]?0*|\./g, '')
  return digits.length <= digitsKept && new Big(text.replace(/^\+/, '')).eq(String(Number(text)))
}

export const placesOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0

/** A whole number. Longer ones are identifiers rather than counts. */
export const isCount = (text: string): boolean => /^(?:0|[1-9]\d{0,10})$/.test(text)
