import Big from 'big.js'

const decimal = /^[+-]?\d+(?:\.\d+)?$/

/** A plain decimal as a shop writes it, without exponent or grouping. Rows of an older version may hold other types. */
export const isDecimal = (text: unknown): text is string => typeof text === 'string' && decimal.test(text)

/** Null when the text is no plain decimal. Removes a plus sign, at which the library throws. */
export const readDecimal = (text: unknown): Big | null => (isDecimal(text) ? new Big(text.replace(/^\+/, '')) : null)

export const decimalPlaces = (text: string): number => text.split('.')[1]?.length ?? 0

/** The sum; null when one of the texts is no decimal, because a wrong sum is worse than none. */
export const addMoney = (texts: readonly (string | null)[]): string | null => {
  if (texts.length === 0 || !texts.every(isDecimal)) return null
  const places = Math.max(...texts.map(decimalPlaces))
  return texts.reduce((sum, text) => sum.plus(readDecimal(text) ?? 0), new Big(0)).toFixed(places)
}

export const negateMoney = (text: string | null): string | null =>
  isDecimal(text) ? (text.startsWith('-') ? text.slice(1) : `-${text.replace(/^\+/, '')}`) : null

export const subtractMoney = (from: string | null, what: string | null): string | null =>
  addMoney([from, negateMoney(what)])

export const isZeroMoney = (text: string | null): boolean => readDecimal(text)?.eq(0) === true

/** The quotient rounded down to `places`, and the remainder that was lost. Exact for figures of any length. */
export const divideDown = (amount: Big, by: Big, places: number): { readonly down: Big; readonly lost: Big } => {
  const scale = new Big(10).pow(places)
  const lost = amount.times(scale).mod(by)
  return { down: amount.times(scale).minus(lost).div(by).div(scale), lost }
}

const digits = new Map<string, number>()

/** How many digits a currency has after the point: 2 for TRY, 0 for JPY, 3 for KWD, and 2 for an unknown currency. */
export const currencyDigits = (currency: string | null): number => {
  const code = currency?.trim().toUpperCase() ?? ''
  if (!/^[A-Z]{3}$/.test(code)) return 2
  const known = digits.get(code)
  if (known !== undefined) return known
  const found = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
  const count = found.maximumFractionDigits ?? 2
  digits.set(code, count)
  return count
}
