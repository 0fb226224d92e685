import type { User } from '../contract/resources.ts'
import { type FieldTable, readFields, unwrapData } from './read-table.ts'
import { asRecord, readRowId, readText } from './values.ts'

const userFields = {
  pk: (_, row) => readRowId(row) ?? '',
  first_name: readText,
  last_name: readText,
  email: readText,
  phone: readText,
} satisfies FieldTable<User>

/** The signed-in user; null for an anonymous session, which answers 200 without a pk. */
export function readUser(value: unknown): User | null {
  const row = asRecord(unwrapData(value))
  return row && readRowId(row) !== null ? readFields<User>(row, userFields) : null
}
