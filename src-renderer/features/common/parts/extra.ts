/** Of a `{name, label, value}` pair its label, else its value; null for anything that is no such pair. */
const pairText = (value: object): string | null => {
  const { label, value: code }: { readonly label?: unknown; readonly value?: unknown } = value
  const keys = ['name', 'label', 'value']
  if (!Object.keys(value).every(key => keys.includes(key))) return null
  return (
    [label, code]
      .filter(part => typeof part === 'number' || (typeof part === 'string' && part !== ''))
      .map(String)[0] ?? null
  )
}

/** Values of the shop's JSON that no document names: shown as text, whatever they are. */
export const showValue = (value: unknown): string => {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'string') return value
  if (typeof value === 'object') return pairText(value) ?? JSON.stringify(value, null, 1)
  return String(value)
}

export const isFilled = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0)

/** Only http and https ever become links; main checks once more. */
export const isWebLink = (text: string | null): text is string => text !== null && /^https?:\/\/[^\s]+$/i.test(text)
