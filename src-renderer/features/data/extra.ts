/** Values of the shop's JSON that no document names: shown as text, whatever they are. */
export const showValue = (value: unknown): string => {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'string') return value
  if (typeof value === 'object') return JSON.stringify(value, null, 1)
  return String(value)
}

export const isFilled = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0)

/** Only http and https ever become links; main checks once more. */
export const isWebLink = (text: string | null): text is string => text !== null && /^https?:\/\/[^\s]+$/i.test(text)
