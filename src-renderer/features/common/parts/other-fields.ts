import { maskCardStart, maskIban, maskIdentity } from '../../../ui/format/private-numbers.ts'

/** The fields of a row that a screen shows: whole, or some of their parts. For a list: the parts of each item. */
export interface Drawn {
  readonly [field: string]: true | Drawn
}

export interface OtherField {
  /** In the shop's names: `bank.slug`, `extra_field.boxes[0].code`. */
  readonly path: string
  readonly text: string
}

/** Addresses of the customer's computer: personal, and not needed here. */
const hidden: ReadonlySet<string> = new Set(['remote_addr', 'logged_ip'])

/** Fields that are masked wherever they appear. */
const masks: Readonly<Record<string, (text: string) => string>> = {
  iban: maskIban,
  identity_number: maskIdentity,
  bin_number: maskCardStart,
}

const maskOf = (key: string) => (Object.hasOwn(masks, key) ? masks[key] : undefined)

/** The filled fields of a shop's row that the screen does not show, as text with their paths. */
export const otherFields = (row: object, drawn: Drawn): readonly OtherField[] => [...fieldsOfRow(row, drawn, '')]

/** The readers copy `id` to `pk`, so the shop sent only one of them. */
const isReadersCopy = (row: object, key: string): boolean =>
  key === 'pk' &&
  'id' in row &&
  'pk' in row &&
  isScalar(row.id) &&
  isScalar(row.pk) &&
  String(row.id) === String(row.pk)

/** A shop may send anything as an id. String() throws for an object with its own `__proto__`. */
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null

function* fieldsOfRow(row: object, drawn: Drawn, prefix: string): Generator<OtherField> {
  for (const [key, value] of Object.entries(row)) {
    const rule = Object.hasOwn(drawn, key) ? drawn[key] : undefined
    if (rule !== true && !hidden.has(key) && !isReadersCopy(row, key))
      yield* fieldsOf(value, rule ?? {}, `${prefix}${key}`, maskOf(key))
  }
}

function* fieldsOf(
  value: unknown,
  drawn: Drawn,
  path: string,
  mask: ((text: string) => string) | undefined,
): Generator<OtherField> {
  if (!isFilled(value)) return
  if (Array.isArray(value)) {
    for (const [place, one] of value.entries()) yield* fieldsOf(one, drawn, `${path}[${place}]`, mask)
  } else if (typeof value === 'object' && value !== null) yield* fieldsOfRow(value, drawn, `${path}.`)
  else yield { path, text: mask ? mask(showValue(value)) : showValue(value) }
}

/** Any value of the shop's JSON as text. */
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

/** The label, else the value, of a `{name, label, value}` object; null for other objects. */
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
