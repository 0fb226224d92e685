import { Big } from 'big.js'

/** An exact decimal in a form that sorts as text: no float, and no arithmetic while sorting. */
export interface DecimalKey {
  readonly isNegative: boolean
  /** How many whole digits, the digits, and the fraction without trailing zeros. */
  readonly size: string
}

const PLAIN = /^([+-]?)0*(\d+?)(?:\.(\d*?)0*)?$/
const MAX_CHARS = 60

/** null for what is no decimal, or one so long that no shop can mean it. */
export function decimalKey(text: string | null): DecimalKey | null {
  if (text === null || text.length > MAX_CHARS) return null
  const parts = PLAIN.exec(text.trim()) ?? PLAIN.exec(expand(text.trim()))
  if (!parts) return null
  const [, sign = '', whole = '0', fraction = ''] = parts
  const isZero = whole === '0' && fraction === ''
  return { isNegative: sign === '-' && !isZero, size: `${sizeKey(whole)}.${fraction}` }
}

/** Digits that compare by size as text: their number goes in front. They must not begin with zeros. */
export const sizeKey = (digits: string): string => String(digits.length).padStart(4, '0') + digits

export function compareDecimals(a: DecimalKey, b: DecimalKey): number {
  if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1
  return a.isNegative ? compareText(b.size, a.size) : compareText(a.size, b.size)
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** `1e3` in plain digits; empty for what is no number, or would be a page of zeros. */
function expand(text: string): string {
  try {
    const value = new Big(text)
    return Math.abs(value.e) > MAX_CHARS ? '' : value.toFixed()
  } catch {
    return ''
  }
}
