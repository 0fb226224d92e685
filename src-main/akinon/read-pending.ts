import type { PendingItem, PendingOrder } from '../contract/pending.ts'
import { defaultQuantityKey, withPieces } from '../contract/quantity.ts'
import { readAddress } from './read-customer.ts'
import {
  asFilledRecord,
  asRecord,
  blankToNull,
  countUnreadable,
  type FieldTable,
  readAttributes,
  readCode,
  readDate,
  readEnum,
  readFields,
  readFlag,
  readList,
  readMoney,
  readReference,
  readRowId,
  readScalar,
  readText,
  unwrapData,
} from './values.ts'

type Customer = NonNullable<PendingOrder['customer']>
type Channel = NonNullable<PendingOrder['channel']>

const customerFields = {
  id: (_, row) => readRowId(row),
  email: readText,
  first_name: readText,
  last_name: readText,
  phone_number: readText,
} satisfies FieldTable<Customer>

const itemFields = {
  id: (_, row) => readRowId(row) ?? '',
  order: readReference,
  product_sku: readText,
  status: readEnum,
  cancel_status: readCode,
  price: readMoney,
  retail_price: readMoney,
  price_currency: readEnum,
  discount_amount: readMoney,
  quantity: readText,
  own_quantity: (_, row) => readText(row['quantity']),
  unit_price: readMoney,
  total_amount: readMoney,
  tax_rate: readText,
  tracking_number: readText,
  invoice_number: readText,
  e_archive_url: readText,
  image: readText,
  attributes: readAttributes,
} satisfies FieldTable<PendingItem>

function readItem(value: unknown): PendingItem | null {
  const row = asRecord(value)
  return row && readRowId(row) !== null ? readFields<PendingItem>(row, itemFields) : null
}

const pendingFields = {
  id: (_, row) => readRowId(row) ?? '',
  number: readText,
  status: readEnum,
  date_placed: readDate,
  customer: value => {
    const row = asFilledRecord(value) ?? lone(value, 'id')
    return row && readFields<Customer>(row, customerFields)
  },
  shipping_address: readAddress,
  billing_address: readAddress,
  currency: readEnum,
  amount: readMoney,
  shipping_amount: readMoney,
  discount_amount: readMoney,
  refund_amount: readMoney,
  discount_refund_amount: readMoney,
  shipping_refund_amount: readMoney,
  bin_number: readText,
  installment_count: readText,
  installment_interest_amount: readMoney,
  payment_option_slug: readText,
  tracking_number: readText,
  invoice_number: readText,
  invoice_date: readDate,
  e_archive_url: readText,
  is_send: readFlag,
  has_gift_box: readFlag,
  gift_box_note: readText,
  orderitem_set: value => readList(value).flatMap(one => readItem(one) ?? []),
  unreadable_items: (_, row) => countUnreadable(readList(row['orderitem_set'])),
  channel: value => {
    const row = asFilledRecord(value) ?? lone(value, 'name')
    return row && readFields<Channel>(row, { name: readText })
  },
} satisfies FieldTable<PendingOrder>

/** An Omnitron order; null when it is no object or has no id. Its statuses are bare strings. */
export function readPending(value: unknown, quantityKey: string = defaultQuantityKey): PendingOrder | null {
  const row = asRecord(unwrapData(value))
  return row && readRowId(row) !== null ? withPieces(readFields<PendingOrder>(row, pendingFields), quantityKey) : null
}

function lone(value: unknown, field: string) {
  return typeof value === 'boolean' || blankToNull(readScalar(value)) === null ? null : { [field]: value }
}
