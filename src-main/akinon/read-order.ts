import { defaultQuantityKey, withPieces } from '../contract/quantity.ts'
import type {
  DiscountItem,
  EasyReturnCompany,
  OldOrder,
  OldOrderItem,
  Order,
  OrderItem,
  Product,
} from '../contract/resources.ts'
import { readAddress } from './read-customer.ts'
import { readActiveRequest, readItemRequests } from './read-request.ts'
import {
  asFilledRecord,
  asRecord,
  blankToNull,
  countUnreadable,
  type FieldTable,
  type Raw,
  readAttributes,
  readDate,
  readEnum,
  readFields,
  readFlag,
  readList,
  readMoney,
  readOptionalEnum,
  readReference,
  readRowId,
  readScalar,
  readText,
  unwrapData,
} from './values.ts'

const productFields = {
  pk: (_, row) => readRowId(row),
  sku: readText,
  base_code: readText,
  name: readText,
  image: readText,
  absolute_url: readText,
  attributes: readAttributes,
  attributes_kwargs: readAttributes,
} satisfies FieldTable<Product>

function readProduct(value: unknown): Product | null {
  const row = asFilledRecord(value) ?? loneThing(value, 'pk', 'name')
  return row && readFields<Product>(row, productFields)
}

const companyFields = {
  pk: (_, row) => readRowId(row),
  name: readText,
  shipping_company: readOptionalEnum,
} satisfies FieldTable<EasyReturnCompany>

function readCompany(value: unknown): EasyReturnCompany | null {
  const row = asFilledRecord(value) ?? loneThing(value, 'pk', 'name')
  return row && readFields<EasyReturnCompany>(row, companyFields)
}

const itemFields = {
  id: (_, row) => readRowId(row) ?? '',
  order: readReference,
  status: readEnum,
  product: readProduct,
  price: readMoney,
  retail_price: readMoney,
  price_currency: readEnum,
  tax_rate: readText,
  quantity: readText,
  own_quantity: (_, row) => readText(row['quantity']),
  unit_price: readMoney,
  total_amount: readMoney,
  discount_amount: readMoney,
  is_cancelled: readFlag,
  is_cancellable: readFlag,
  is_refundable: readFlag,
  is_tradable: readFlag,
  cancellationrequest_set: (value, row) => readItemRequests(readList(value), readRowId(row) ?? ''),
  active_cancellation_request: (value, row) => readActiveRequest(value, readRowId(row) ?? ''),
  available_easy_return_shipping_companies: value => readList(value).flatMap(one => readCompany(one) ?? []),
  shipping_company: readOptionalEnum,
  tracking_number: readText,
  tracking_url: readText,
  shipping_tracking_url: readText,
  defined_tracking_url: readText,
  invoice_number: readText,
  invoice_date: readDate,
  e_archive_url: readText,
  estimated_delivery_date: readDate,
  image: readText,
  attributes: readAttributes,
  attributes_kwargs: readAttributes,
  created_date: readDate,
  modified_date: readDate,
} satisfies FieldTable<OrderItem>

function readItem(value: unknown): OrderItem | null {
  const row = asRecord(value)
  return row && readRowId(row) !== null ? readFields<OrderItem>(row, itemFields) : null
}

const discountFields = {
  name: readText,
  amount: readMoney,
  created_date: readDate,
  order_number: readText,
  currency: readEnum,
} satisfies FieldTable<DiscountItem>

function readDiscount(value: unknown): DiscountItem | null {
  const row = asFilledRecord(value) ?? loneThing(value, 'amount', 'name')
  return row && readFields<DiscountItem>(row, discountFields)
}

type NamedThing = NonNullable<Order['bank']>

const namedFields = {
  pk: (_, row) => readRowId(row),
  name: readText,
  slug: readText,
} satisfies FieldTable<NamedThing>

const paymentFields = { ...namedFields, payment_type: readText } satisfies FieldTable<
  NonNullable<Order['payment_option']>
>

const orderFields = {
  id: (_, row) => readRowId(row) ?? '',
  number: readText,
  status: readEnum,
  currency: readEnum,
  orderitem_set: value => readList(value).flatMap(one => readItem(one) ?? []),
  unreadable_items: (_, row) => countUnreadable(readList(row['orderitem_set'])),
  discountitem_set: value => readList(value).flatMap(one => readDiscount(one) ?? []),
  is_cancelled: readFlag,
  is_cancellable: readFlag,
  is_refundable: readFlag,
  is_payable: readFlag,
  shipping_address: readAddress,
  billing_address: readAddress,
  shipping_company: readOptionalEnum,
  client_type: readText,
  payment_option: value => {
    const row = asFilledRecord(value) ?? loneThing(value, 'pk', 'name')
    return row && readFields<NonNullable<Order['payment_option']>>(row, paymentFields)
  },
  bank: value => {
    const row = asFilledRecord(value) ?? loneThing(value, 'pk', 'name')
    return row && readFields<NamedThing>(row, namedFields)
  },
  amount: readMoney,
  amount_without_discount: readMoney,
  discount_amount: readMoney,
  shipping_amount: readMoney,
  refund_amount: readMoney,
  discount_refund_amount: readMoney,
  shipping_refund_amount: readMoney,
  installment_interest_amount: readMoney,
  installment_count: readText,
  shipping_tax_rate: readText,
  bin_number: readText,
  loyaltytransaction_set: value => [...readList(value)],
  tracking_number: readText,
  tracking_url: readText,
  shipping_tracking_url: readText,
  defined_tracking_url: readText,
  invoice_number: readText,
  invoice_date: readDate,
  e_archive_url: readText,
  has_gift_box: readFlag,
  gift_box_note: readText,
  notes: readText,
  delivery_range: readText,
  language_code: readText,
  user_email: readText,
  user: readReference,
  shipping_option_slug: readText,
  payment_option_slug: readText,
  created_date: readDate,
  modified_date: readDate,
} satisfies FieldTable<Order>

/** An order of the list, the detail or the cancellation view, bare or in `{data}`; null when it is no object or has no id. */
export function readOrder(value: unknown, quantityKey: string = defaultQuantityKey): Order | null {
  const row = asRecord(unwrapData(value))
  return row && readRowId(row) !== null ? withPieces(readFields<Order>(row, orderFields), quantityKey) : null
}

/** A relation sent as its bare id or its bare text becomes a row with that one field. */
function loneThing(value: unknown, numberField: string, textField: string): Raw | null {
  const text = blankToNull(readScalar(value))
  if (text === null || typeof value === 'boolean') return null
  return typeof value === 'number' || /^\d+$/.test(text) ? { [numberField]: value } : { [textField]: value }
}

const oldItemFields = {
  product: readText,
  sku: readText,
  quantity: readText,
  price: readMoney,
  image_url: readText,
} satisfies FieldTable<OldOrderItem>

function readOldItem(value: unknown): OldOrderItem | null {
  const row = asFilledRecord(value)
  if (row) return readFields<OldOrderItem>(row, oldItemFields)
  const product = blankToNull(readScalar(value))
  return product === null ? null : readFields<OldOrderItem>({ product }, oldItemFields)
}

const oldOrderFields = {
  id: (_, row) => readRowId(row) ?? '',
  number: readText,
  status: readText,
  currency: readEnum,
  oldorderitem_set: value => readList(value).flatMap(one => readOldItem(one) ?? []),
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

/** Old orders have addresses as text; an object, as other orders have it, becomes one line. */
function readAddressText(value: unknown): string | null {
  if (!asRecord(value)) return readText(value)
  const address = readAddress(value)
  if (!address) return null
  const places = [address.district, address.township, address.city, address.country].map(place => place?.name ?? null)
  const parts = [address.line, ...places].filter(part => part !== null && part !== '')
  return parts.length > 0 ? parts.join(', ') : readText(value)
}
