const decimal = /^[+-]?\d+(?:\.\d+)?$/

interface Marks {
  readonly group: string
  readonly point: string
  readonly before: string
  readonly after: string
  /** How many digits the currency has after the point; 0 if unknown. */
  readonly digits: number
}

type Display = 'narrowSymbol' | 'symbol' | 'code'

const signOf = (code: string, locale: string, currencyDisplay: Display): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: code, currencyDisplay })
    .formatToParts(1)
    .find(({ type }) => type === 'currency')?.value ?? code

/** Currency signs that differ only in blanks, stops and case look the same. */
const face = (sign: string): string => sign.replace(/[\s.]/gu, '').toLowerCase()

const displays = new Map<string, ReadonlyMap<string, Display>>()

/**
 * How to write each currency so that no two look alike: with its short sign if it is unique, else with the sign that
 * names the country ("CA$"), else with its code.
 */
const displaysOf = (locale: string): ReadonlyMap<string, Display> => {
  const known = displays.get(locale)
  if (known) return known
  const codes = Intl.supportedValuesOf('currency')
  const holders = (display: Display) => {
    const held = new Map<string, string[]>()
    for (const code of codes) {
      const sign = face(signOf(code, locale, display))
      held.set(sign, [...(held.get(sign) ?? []), code])
    }
    return held
  }
  const narrow = holders('narrowSymbol')
  const full = holders('symbol')
  const narrowOf = new Map([...narrow].flatMap(([sign, of]) => (of.length === 1 ? of.map(code => [code, sign]) : [])))
  const taken = new Set(narrowOf.values())
  const made = new Map<string, Display>()
  for (const code of codes) {
    const sign = face(signOf(code, locale, 'symbol'))
    if (narrowOf.has(code)) made.set(code, 'narrowSymbol')
    else made.set(code, full.get(sign)?.length === 1 && !taken.has(sign) ? 'symbol' : 'code')
  }
  displays.set(locale, made)
  return made
}

const kept = new Map<string, Marks>()

/** What the locale puts around and inside a number, asked of Intl once. The digits themselves never become a float. */
const marksOf = (locale: string, currency: string | null): Marks => {
  const key = `${locale} ${currency ?? ''}`
  const known = kept.get(key)
  if (known) return known
  const code = currency?.toUpperCase() ?? ''
  const isNamed = /^[A-Z]{3}$/.test(code)
  const currencyDisplay = isNamed ? (displaysOf(locale).get(code) ?? 'code') : 'code'
  const format = new Intl.NumberFormat(
    locale,
    isNamed ? { style: 'currency', currency: code, currencyDisplay } : { minimumFractionDigits: 2 },
  )
  const digits = isNamed ? (format.resolvedOptions().maximumFractionDigits ?? 0) : 0
  const parts = format.formatToParts(1234567.5)
  const first = parts.findIndex(part => part.type === 'integer')
  const last = parts.findLastIndex(part => part.type === 'fraction' || part.type === 'integer')
  const text = (from: number, to: number) =>
    parts
      .slice(from, to)
      .map(part => part.value)
      .join('')
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(1234567.5)
  const partOf = (type: string) => plain.find(part => part.type === type)?.value
  const marks = {
    group: partOf('group') ?? '',
    // A currency without small units has no decimal point, but a shop may still send decimals.
    point: partOf('decimal') ?? '.',
    before: text(0, first),
    after: isNamed || currency === null || currency === '' ? text(last + 1, parts.length) : ` ${currency}`,
    digits,
  }
  kept.set(key, marks)
  return marks
}

/**
 * The shop's decimal text as the user's language writes money: grouped, with all digits that the shop sent and at least
 * the currency's own. Any other text is shown as it came; null when there is none.
 */
export const formatMoney = (text: string | null, currency: string | null, locale: string): string | null => {
  if (text === null || text.trim() === '') return null
  if (!decimal.test(text)) return currency ? `${text} ${currency.toUpperCase()}` : text
  const { group, point, before, after, digits } = marksOf(locale, currency)
  const [whole = '', sent = ''] = text.replace(/^[+-]/, '').split('.')
  const fraction = sent.padEnd(digits, '0')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)
  const sign = text.startsWith('-') ? '−' : ''
  return `${sign}${before}${grouped}${fraction === '' ? '' : point + fraction}${after}`
}

/**
 * The shop's rate ("18.00" is 18 %) as the user's language writes it. Any other text is shown as it came; null when
 * there is none.
 */
export const formatPercent = (text: string | null | undefined, locale: string): string | null => {
  if (text === null || text === undefined || text.trim() === '') return null
  if (!/^-?\d{1,6}(?:\.\d{1,6})?$/.test(text)) return text
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 8 }).format(Number(text) / 100)
}
