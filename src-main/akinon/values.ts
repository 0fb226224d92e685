import type { EnumValue } from '../contract/values.ts'

/** Readers of single values. They take any JSON value and never throw. Null: the shop sent nothing usable. */

export type Raw = Readonly<Record<string, unknown>>

export function asRecord(value: unknown): Raw | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : null
}

/** An object with at least one key. Shops send `{}` where they mean null. */
export function asFilledRecord(value: unknown): Raw | null {
  const row = asRecord(value)
  return row && Object.keys(row).length > 0 ? row : null
}

/** A number as plain decimal text, the shortest that reads back as the same number, never with an exponent. */
export function decimalText(value: number): string | null {
  if (!Number.isFinite(value)) return null
  const text = String(value)
  const [mantissa = '', exponent] = text.split('e')
  if (exponent === undefined) return text
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return (
    sign + (point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
  )
}

/** A string as it is, a number or a flag as text; null for everything else. */
export function readScalar(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return decimalText(value)
  return typeof value === 'boolean' ? String(value) : null
}

/**
 * Text of any shape: an object gives its label or name, an unknown shape its JSON, so that nothing sent is hidden. Null
 * for a text of spaces alone, which would stand as a gap where a number or a name belongs.
 */
export function readText(value: unknown): string | null {
  const scalar = blankToNull(readScalar(value))
  if (scalar !== null || typeof value !== 'object' || value === null) return scalar
  if (Object.keys(value).length === 0) return null
  const row = asRecord(value)
  return (row && firstScalar(row, ['label', 'name', 'value', 'text', 'subject'])) ?? JSON.stringify(value)
}

/** A reference to another row: its id as text, out of an integer, a string or an object with `pk` or `id`. */
export function readReference(value: unknown): string | null {
  const row = asRecord(value)
  return row ? firstScalar(row, ['pk', 'id', 'value']) : blankToNull(readScalar(value))
}

/** A code such as cancellation_type: the text itself, or `value` of a value and label pair. */
export function readCode(value: unknown): string | null {
  return readEnum(value).value
}

/**
 * An id as text: the row's `id`, else its `pk`. Null when there is none, or none that fits the contract's 200
 * characters.
 */
export function readRowId(row: Raw): string | null {
  return readId(row['id']) ?? readId(row['pk'])
}

export function readId(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = readScalar(value)?.trim() ?? ''
  return text.length > 0 && text.length <= 200 ? text : null
}

/**
 * Money as sent: text untouched, a number as its shortest decimal; null for "", null and anything without digits of its
 * own.
 */
export function readMoney(value: unknown): string | null {
  if (typeof value === 'boolean') return null
  return blankToNull(readScalar(value))
}

/** A date exactly as sent, valid or not. */
export function readDate(value: unknown): string | null {
  return blankToNull(readScalar(value))
}

/** True or false when the shop said so in any of the usual ways, else null. */
export function readFlag(value: unknown): boolean | null {
  const text = readScalar(value)?.trim().toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

/** `{value,label}`, `{name,label}`, a bare code, a number, a (code, label) pair, `{}` or null. */
export function readEnum(value: unknown): EnumValue {
  if (Array.isArray(value)) {
    const [code, label] = value
    return asRecord(code)
      ? readEnum(code)
      : { value: blankToNull(readScalar(code)), label: blankToNull(readScalar(label)) }
  }
  const row = asRecord(value)
  if (!row) return { value: blankToNull(readScalar(value)), label: null }
  const code = firstScalar(row, ['value', 'code', 'slug', 'pk', 'id'])
  const name = firstScalar(row, ['name'])
  const label = firstScalar(row, ['label'])
  return { value: code ?? name, label: label ?? (code === null ? null : name) }
}

/** An enum that the shop may leave out; null when it did. */
export function readOptionalEnum(value: unknown): EnumValue | null {
  const read = readEnum(value)
  return read.value === null && read.label === null ? null : read
}

/** Free keys and values. A list becomes an object with its indexes as keys. */
export function readAttributes(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** The rows of a nested list: an array, an envelope's results, or a lone object. */
export function readList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const row = asFilledRecord(value)
  if (!row) return []
  if ('results' in row) return Array.isArray(row['results']) ? row['results'] : []
  return [row]
}

export function blankToNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}

function firstScalar(row: Raw, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = blankToNull(readScalar(row[key]))
    if (text !== null) return text
  }
  return null
}

type FieldReader<V> = (value: unknown, row: Raw) => V

/** One reader for each field the contract names; the index signature of the loose schemas is left out of the keys. */
export type FieldTable<T> = {
  readonly [K in keyof T as string extends K ? never : number extends K ? never : K]-?: FieldReader<T[K]>
}

/**
 * Copies a row as it came, as own data, and puts the named fields in their safe form over it.
 * A field whose reader answers undefined stays away. The one cast from tables to types is here.
 */
export function readFields<T>(row: Raw, table: FieldTable<T>): T {
  const out: Record<string, unknown> = { ...row }
  for (const [key, read] of Object.entries<FieldReader<unknown>>(table)) {
    const value = read(Object.hasOwn(row, key) ? row[key] : undefined, row)
    if (value === undefined) delete out[key]
    else out[key] = value
  }
  return out as T
}

/** Takes the object or list out of `{"data": ...}`, which Commerce adds when it thinks the caller wants HTML. */
export function unwrapData(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const row = value as Raw
  const isWrapped =
    typeof row['data'] === 'object' && row['data'] !== null && !('id' in row || 'pk' in row || 'results' in row)
  return isWrapped ? row['data'] : value
}

/** The number of rows in a nested list that can't be read, because they are no objects or have no id. */
export function countUnreadable(rows: readonly unknown[]): number {
  return rows.filter(one => {
    const row = asRecord(one)
    return !row || readRowId(row) === null
  }).length
}
