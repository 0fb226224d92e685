import { maskCardStart, maskIban, maskIdentity } from '../../../ui/format/private-numbers.ts'
import { isFilled, showValue } from './facts.tsx'

/** What a screen draws of a row: a whole field, or parts of it. Parts of a list are parts of each of its rows. */
export interface Drawn {
  readonly [field: string]: true | Drawn
}

export interface OtherField {
  /** `bank.slug`, `extra_field.boxes[0].code`: the shop's own names. */
  readonly path: string
  readonly text: string
}

/** Addresses of the customer's machine: personal, and no task of an agent needs them. */
const hidden: ReadonlySet<string> = new Set(['remote_addr', 'logged_ip'])

/** Wherever they turn up, they are shown no more than their own place on the screen shows of them. */
const masks: Readonly<Record<string, (text: string) => string>> = {
  iban: maskIban,
  identity_number: maskIdentity,
  bin_number: maskCardStart,
}

const maskOf = (key: string) => (Object.hasOwn(masks, key) ? masks[key] : undefined)

/** The filled fields of a shop's row that the screen draws nowhere else, as text, each with the way to it. */
export const otherFields = (row: object, drawn: Drawn): readonly OtherField[] => [...walk(row, drawn, '')]

/** The readers give a row that came with an `id` a `pk` of the same value, and the shop sent only one of them. */
const isReadersCopy = (row: object, key: string): boolean =>
  key === 'pk' &&
  'id' in row &&
  'pk' in row &&
  isScalar(row.id) &&
  isScalar(row.pk) &&
  String(row.id) === String(row.pk)

/** What a shop sent for an id may be anything, and an object with a `__proto__` of its own turns into no text. */
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null

function* walk(row: object, drawn: Drawn, prefix: string): Generator<OtherField> {
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
  } else if (typeof value === 'object' && value !== null) yield* walk(value, drawn, `${path}.`)
  else yield { path, text: mask ? mask(showValue(value)) : showValue(value) }
}
