import type { Address, Place } from '../contract/resources.ts'
import { type FieldTable, readFields } from './read-table.ts'
import { asFilledRecord, asRecord, blankToNull, type Raw, readFlag, readRowId, readScalar, readText } from './values.ts'

const placeFields = {
  pk: (_, row) => readRowId(row),
  name: readText,
  code: value => (value === undefined ? undefined : readText(value)),
} satisfies FieldTable<Place>

/** A country, city, township or district: an object, its bare id, its bare name, or nothing. */
export function readPlace(value: unknown): Place | null {
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

/** A row of the address list: useless without the id that a pickup needs. */
export function readAddressRow(value: unknown): Address | null {
  const row = asRecord(value)
  return row && readRowId(row) !== null ? readFields<Address>(row, addressFields) : null
}
