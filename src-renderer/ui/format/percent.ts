/** A rate as the shop sends it ("18.00" is 18 %) in the reader's notation; anything else as it came, null when nothing came. */
export const formatPercent = (text: string | null | undefined, locale: string): string | null => {
  if (text === null || text === undefined || text.trim() === '') return null
  if (!/^-?\d{1,6}(?:\.\d{1,6})?$/.test(text)) return text
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 8 }).format(Number(text) / 100)
}
