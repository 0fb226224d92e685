import Big from 'big.js'

const decimal = /^[+-]?\d+(?:\.\d+)?$/

/** The library knows no plus sign and throws at it. */
const big = (text: string): Big => new Big(text.replace(/^\+/, ''))

interface Marks {
  readonly group: string
  readonly point: string
  readonly before: string
  readonly after: string
}

const kept = new Map<string, Marks>()

/** What the locale puts around and inside a number, learned from Intl once; the digits themselves never pass through a float. */
const marksOf = (locale: string, currency: string | null): Marks => {
  const key = `${locale} ${currency ?? ''}`
  const known = kept.get(key)
  if (known) return known
  const code = currency?.toUpperCase() ?? ''
  const named = /^[A-Z]{3}$/.test(code)
  const parts = new Intl.NumberFormat(
    locale,
    named ? { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' } : { minimumFractionDigits: 2 },
  ).formatToParts(1234567.5)
  const partOf = (type: string) => parts.find(part => part.type === type)?.value
  const first = parts.findIndex(part => part.type === 'integer')
  const last = parts.findLastIndex(part => part.type === 'fraction' || part.type === 'integer')
  const text = (from: number, to: number) =>
    parts
      .slice(from, to)
      .map(part => part.value)
      .join('')
  const marks = {
    group: partOf('group') ?? '',
    point: partOf('decimal') ?? '.',
    before: text(0, first),
    after: named || currency === null || currency === '' ? text(last + 1, parts.length) : ` ${currency}`,
  }
  kept.set(key, marks)
  return marks
}

export const isDecimal = (text: string | null): text is string => text !== null && decimal.test(text)

/** The shop's decimal string grouped for the reader; anything that is no plain decimal is shown as it came. Null when nothing came. */
export const formatMoney = (text: string | null, currency: string | null, locale: string): string | null => {
  if (text === null || text.trim() === '') return null
  if (!decimal.test(text)) return currency ? `${text} ${currency.toUpperCase()}` : text
  const { group, point, before, after } = marksOf(locale, currency)
  const [whole = '', fraction] = text.replace(/^[+-]/, '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)
  const sign = text.startsWith('-') ? '−' : ''
  return `${sign}${before}${grouped}${fraction === undefined ? '' : point + fraction}${after}`
}

/** Null as soon as one of them is no decimal: a wrong sum is worse than none. */
export const addMoney = (texts: readonly (string | null)[]): string | null => {
  if (texts.length === 0 || !texts.every(isDecimal)) return null
  const places = Math.max(...texts.map(text => text?.split('.')[1]?.length ?? 0))
  return texts.reduce((sum, text) => sum.plus(big(text ?? '0')), new Big(0)).toFixed(places)
}

export const negateMoney = (text: string | null): string | null =>
  isDecimal(text) ? (text.startsWith('-') ? text.slice(1) : `-${text.replace(/^\+/, '')}`) : null

export const subtractMoney = (from: string | null, what: string | null): string | null =>
  addMoney([from, negateMoney(what)])

export const multiplyMoney = (text: string | null, by: number): string | null =>
  isDecimal(text)
    ? big(text)
        .times(by)
        .toFixed(text.split('.')[1]?.length ?? 0)
    : null

export const isZeroMoney = (text: string | null): boolean => isDecimal(text) && big(text).eq(0)
