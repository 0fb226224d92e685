import { asRecord, type Raw, readRowId } from './values.ts'

export type FieldReader<V> = (value: unknown, row: Raw) => V

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

/** Takes the object or list out of `{"data": ...}`, which Commerce adds when it thinks the caller wants HTML (API.md C2). */
export function unwrapData(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const row = value as Raw
  const isWrapped =
    typeof row['data'] === 'object' && row['data'] !== null && !('id' in row || 'pk' in row || 'results' in row)
  return isWrapped ? row['data'] : value
}

/** How many rows of a nested list can't be read because they are no objects or have no id. */
export function countUnreadable(rows: readonly unknown[]): number {
  return rows.filter(one => {
    const row = asRecord(one)
    return !row || readRowId(row) === null
  }).length
}
