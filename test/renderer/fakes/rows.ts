import type { Account } from '../../../src-main/contract/accounts.ts'
import { ok, type Reply } from '../../../src-main/contract/failures.ts'
import type { Page, UnreadableRow } from '../../../src-main/contract/pages.ts'
import type { PendingItem, PendingOrder } from '../../../src-main/contract/pending.ts'
import type {
  Address,
  CancellationReason,
  CancellationRequest,
  OldOrder,
  Order,
  OrderItem,
} from '../../../src-main/contract/resources.ts'

/** Rows as the readers hand them over. The builders of all renderer tests; each test changes only what it is about. */

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2020, 0, 1)
const none = { value: null, label: null }
const lira = { value: 'try', label: 'TRY' }

export const dateOf = (n: number): string => new Date(FIRST_DAY + n * 60_000).toISOString()

export const makeShop = (more: Partial<Account['shop']> = {}): Account['shop'] => ({
  id: 'shop',
  name: 'Shop',
  colour: 1,
  commerceUrl: 'https://shop.test',
  omnitronUrl: null,
  isDemo: false,
  ...more,
})

export const makeAccount = (more: Partial<Account> = {}): Account => ({
  id: 'shop:customer:7',
  shop: makeShop(),
  kind: 'customer',
  userId: '7',
  label: 'Ayşe',
  signedIn: true,
  ...more,
})

export const makeAddress = (more: Partial<Address> = {}): Address => ({
  pk: '5',
  title: 'Ev',
  first_name: 'Işıl',
  last_name: 'Gökçe',
  email: 'isil@example.com',
  phone_number: '0532 123 45 67',
  line: 'Bağdat Cad. 1',
  district: null,
  township: null,
  city: { pk: '34', name: 'İstanbul' },
  country: null,
  postcode: '',
  company_name: null,
  tax_office: null,
  tax_no: null,
  identity_number: null,
  notes: null,
  is_corporate: false,
  e_bill_taxpayer: null,
  ...more,
})

export const makeItem = (id: string, more: Partial<OrderItem> = {}): OrderItem => ({
  id,
  order: null,
  status: { value: '400', label: 'Onaylandı' },
  product: {
    pk: '1',
    sku: `SKU-${id}`,
    base_code: null,
    name: 'Yün Şal',
    image: null,
    absolute_url: null,
    attributes: {},
    attributes_kwargs: {},
  },
  price: '11.87',
  retail_price: null,
  price_currency: lira,
  tax_rate: null,
  quantity: null,
  is_cancelled: false,
  is_cancellable: true,
  is_refundable: false,
  is_tradable: null,
  cancellationrequest_set: [],
  active_cancellation_request: null,
  available_easy_return_shipping_companies: [],
  shipping_company: null,
  tracking_number: null,
  tracking_url: null,
  shipping_tracking_url: null,
  defined_tracking_url: null,
  invoice_number: null,
  invoice_date: null,
  e_archive_url: null,
  estimated_delivery_date: null,
  image: null,
  attributes: {},
  attributes_kwargs: {},
  created_date: null,
  modified_date: null,
  ...more,
})

/** The n-th order of a shop: a larger n is a later one. */
export const makeOrder = (n: number, more: Partial<Order> = {}): Order => ({
  id: String(n),
  number: `N${String(n).padStart(6, '0')}`,
  status: { value: '400', label: 'Onaylandı' },
  currency: lira,
  orderitem_set: [makeItem(`${n}-1`), makeItem(`${n}-2`)],
  unreadable_items: 0,
  discountitem_set: [],
  is_cancelled: false,
  is_cancellable: true,
  is_refundable: false,
  is_payable: null,
  shipping_address: makeAddress(),
  billing_address: null,
  shipping_company: null,
  client_type: null,
  payment_option: null,
  bank: null,
  amount: '20.37',
  amount_without_discount: null,
  discount_amount: null,
  shipping_amount: null,
  refund_amount: null,
  discount_refund_amount: null,
  shipping_refund_amount: null,
  installment_interest_amount: null,
  installment_count: null,
  shipping_tax_rate: null,
  bin_number: null,
  loyaltytransaction_set: [],
  tracking_number: null,
  tracking_url: null,
  shipping_tracking_url: null,
  defined_tracking_url: null,
  invoice_number: null,
  invoice_date: null,
  e_archive_url: null,
  has_gift_box: null,
  gift_box_note: null,
  notes: null,
  delivery_range: null,
  language_code: null,
  user_email: 'isil@example.com',
  user: null,
  shipping_option_slug: null,
  payment_option_slug: null,
  created_date: dateOf(n),
  modified_date: dateOf(n),
  ...more,
})

export const makePendingItem = (id: string, cancelStatus: string | null): PendingItem => ({
  id,
  order: null,
  product_sku: `SKU-${id}`,
  status: { value: '50', label: null },
  cancel_status: cancelStatus,
  price: '5.00',
  retail_price: null,
  price_currency: lira,
  discount_amount: null,
  tax_rate: null,
  tracking_number: null,
  invoice_number: null,
  e_archive_url: null,
  image: null,
  attributes: {},
})

export const makePending = (n: number, more: Partial<PendingOrder> = {}): PendingOrder => ({
  id: String(n),
  number: `P${n}`,
  status: { value: '50', label: null },
  date_placed: dateOf(n),
  customer: {
    id: '1',
    email: 'oya@example.com',
    first_name: 'Oya',
    last_name: 'Çınar',
    phone_number: '+905559998877',
  },
  shipping_address: null,
  billing_address: null,
  currency: lira,
  amount: '33.22',
  shipping_amount: null,
  discount_amount: null,
  refund_amount: null,
  discount_refund_amount: null,
  shipping_refund_amount: null,
  bin_number: null,
  installment_count: null,
  installment_interest_amount: null,
  payment_option_slug: null,
  tracking_number: null,
  invoice_number: null,
  invoice_date: null,
  e_archive_url: null,
  is_send: null,
  has_gift_box: null,
  gift_box_note: null,
  orderitem_set: [makePendingItem(`${n}-1`, 'waiting')],
  unreadable_items: 0,
  channel: { name: 'Web' },
  ...more,
})

export const makeRequest = (
  id: string,
  orderItem: string,
  more: Partial<CancellationRequest> = {},
): CancellationRequest => ({
  id,
  order_item: orderItem,
  cancellation_type: 'refund',
  status: { value: 'open', label: 'Açık' },
  reason: '1',
  description: null,
  quantity: null,
  easy_return: null,
  iban: 'TR000000000000000000000001',
  holder_name: null,
  fully_refund_as_loyalty_money: null,
  uuid: 'same-for-all',
  created_date: dateOf(1),
  modified_date: dateOf(1),
  ...more,
})

export const makeReason = (
  id: string,
  order: number | null,
  more: Partial<CancellationReason> = {},
): CancellationReason => ({
  id,
  cancellation_type: 'cancel',
  subject: `Neden ${id}`,
  translations: {},
  extra_information_needed: false,
  order,
  is_active: true,
  uuid: null,
  ...more,
})

export const makeOldOrder = (n: number): OldOrder => ({
  id: String(n),
  number: `OLD${n}`,
  status: 'pasive',
  currency: lira,
  oldorderitem_set: [],
  amount: '9.99',
  discount_amount: null,
  payment_type: null,
  bank: null,
  installment_count: null,
  tracking_number: null,
  shipping_company: null,
  shipping_address: 'Ümraniye',
  billing_address: null,
  user_email: 'isil@example.com',
  user: null,
  created_date: new Date(FIRST_DAY - n * DAY_MS).toISOString(),
})

export const noStatus = none

export const makePage = <T>(rows: readonly T[], more: Partial<Page<T>> = {}) => ({
  rows: [...rows],
  unreadable: [...(more.unreadable ?? [])] as UnreadableRow[],
  count: more.count ?? null,
  more: more.more ?? false,
  startedAt: more.startedAt ?? Date.now(),
})

/** Answers pages out of a list, as a well-behaved shop does, by the clock given. */
export const pagesOf =
  <T>(rows: () => readonly T[], now: () => number = Date.now) =>
  ({ page, limit }: { page: number; limit: number }): Reply<ReturnType<typeof makePage<T>>> => {
    const all = rows()
    const part = all.slice((page - 1) * limit, page * limit)
    return ok(makePage(part, { count: all.length, more: page * limit < all.length, startedAt: now() }))
  }
