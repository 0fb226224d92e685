import Big from 'big.js'
import { isDecimal } from '../../../model/decimal.ts'

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
