import Big from 'big.js'
import { isDecimal } from '../../ui/format/money.ts'

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

/** Milliseconds since 1970, or null where the text is no ISO 8601 moment: the engine takes "-1" for a date. */
export const momentOf = (text: string): number | null => {
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** The moment as this computer's clock shows it, as if that were UTC: spreadsheets know no time zones. */
export const wallClock = (at: number): Date => new Date(at - new Date(at).getTimezoneOffset() * 60_000)
