import type { OldOrder, OldOrderItem } from '../contract/resources.ts'
import { readAddress } from './read-address.ts'
import { type FieldTable, readFields, unwrapData } from './read-table.ts'
import {
  asFilledRecord,
  asRecord,
  blankToNull,
  readDate,
  readEnum,
  readList,
  readMoney,
  readReference,
  readRowId,
  readScalar,
  readText,
} from './values.ts'

const itemFields = {
  product: readText,
  sku: readText,
  quantity: readText,
  price: readMoney,
  image_url: readText,
} satisfies FieldTable<OldOrderItem>

function readItem(value: unknown): OldOrderItem | null {
  const row = asFilledRecord(value)
  if (row) return readFields<OldOrderItem>(row, itemFields)
  const product = blankToNull(readScalar(value))
  return product === null ? null : readFields<OldOrderItem>({ product }, itemFields)
}

const oldOrderFields = {
  id: (_, row) => readRowId(row) ?? '',
  number: readText,
  status: readText,
  currency: readEnum,
  oldorderitem_set: value => readList(value).flatMap(one => readItem(one) ?? []),
  amount: readMoney,
  discount_amount: readMoney,
  payment_type: readText,
  bank: readText,
  installment_count: readText,
  tracking_number: readText,
  shipping_company: readText,
  shipping_address: readAddressText,
  billing_address: readAddressText,
  user_email: readText,
  user: readReference,
  created_date: readDate,
} satisfies FieldTable<OldOrder>

/** An order of the merchant's former system; null when it is no object or has no id. */
export function readOldOrder(value: unknown): OldOrder | null {
  const row = asRecord(unwrapData(value))
  return row && readRowId(row) !== null ? readFields<OldOrder>(row, oldOrderFields) : null
}

/** Addresses are text here (API.md a.4); an object, as orders have it, becomes one line. */
function readAddressText(value: unknown): string | null {
  if (!asRecord(value)) return readText(value)
  const address = readAddress(value)
  if (!address) return null
  const places = [address.district, address.township, address.city, address.country].map(place => place?.name ?? null)
  const parts = [address.line, ...places].filter(part => part !== null && part !== '')
  return parts.length > 0 ? parts.join(', ') : readText(value)
}
