import type { Address, Place, User } from '../contract/resources.ts'
import {
  asFilledRecord,
  asRecord,
  blankToNull,
  type FieldTable,
  type Raw,
  readFields,
  readFlag,
  readRowId,
  readScalar,
  readText,
  unwrapData,
} from './values.ts'

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

const placeFields = {
  pk: (_, row) => readRowId(row),
  name: readText,
  code: value => (value === undefined ? undefined : readText(value)),
} satisfies FieldTable<Place>

/** A country, city, township or district: an object, its bare id, its bare name, or nothing. */
function readPlace(value: unknown): Place | null {
  const row = asRecord(value)
  if (row) return asFilledRecord(row) && readFields<Place>(row, placeFields)
  const text = blankToNull(readScalar(value))
  if (text === null) return null
  return /^\d+$/.test(text) ? { pk: text, name: null } : { pk: null, name: text }
}

const addressFields = {
  pk: (_, row) => readRowId(row),
  title: readText,
  first_name: readText,
  last_name: readText,
  email: readText,
  phone_number: readText,
  line: readText,
  district: readPlace,
  township: readPlace,
  city: readPlace,
  country: readPlace,
  postcode: readText,
  company_name: readText,
  tax_office: readText,
  tax_no: readText,
  identity_number: readText,
  notes: readText,
  is_corporate: readFlag,
  e_bill_taxpayer: readFlag,
} satisfies FieldTable<Address>

/** The address of an order: an object, its bare id (Omnitron's update answers) or plain text (old systems). */
export function readAddress(value: unknown): Address | null {
  const row = asRecord(value)
  if (row) return asFilledRecord(row) && readFields<Address>(row, addressFields)
  const text = blankToNull(readScalar(value))
  if (text === null) return null
  const lone: Raw = /^\d+$/.test(text) ? { pk: text } : { line: text }
  return readFields<Address>(lone, addressFields)
}

/** A row of the address list; null without an id, which a pickup needs. */
export function readAddressRow(value: unknown): Address | null {
  const row = asRecord(value)
  return row && readRowId(row) !== null ? readFields<Address>(row, addressFields) : null
}
