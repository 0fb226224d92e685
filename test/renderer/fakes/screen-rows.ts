import type { Attempt, Entry, EntryState } from '../../../src-main/contract/entries.ts'
import { failure } from '../../../src-main/contract/failures.ts'
import type { CancellationReason, CancellationRequest, Order, OrderItem } from '../../../src-main/contract/resources.ts'
import type { OwnFigures } from '../../../src-renderer/model/amounts.ts'
import { addMoney } from '../../../src-renderer/model/decimal.ts'
import { makeAccount, makeAddress, makeItem, makeOrder, makeReason, makeRequest, makeShop } from './rows.ts'

/** The rows of the shared builders, filled as the screens show them. */

const shop = makeShop({
  id: 'shop-1',
  name: 'Moda Limanı',
  commerceUrl: 'https://www.example.com',
  omnitronUrl: 'https://omnitron.example.com',
})

export const customer = makeAccount({ id: 'c1', shop, label: 'Elif Yılmaz' })
export const staff = makeAccount({ id: 's1', shop, kind: 'staff', userId: '2', label: 'destek.ayse' })

export const code = (value: string | null, label: string | null = null) => ({ value, label })

const place = (pk: string, name: string) => ({ pk, name })

export const address = makeAddress({
  pk: '41',
  first_name: 'Elif',
  last_name: 'Yılmaz',
  email: 'elif@example.com',
  phone_number: '0532 000 00 00',
  line: 'Caferağa Mah. Moda Cad. No: 12 D: 4',
  township: place('9', 'Kadıköy'),
  city: place('34', 'İstanbul'),
  country: place('1', 'Türkiye'),
  postcode: '34710',
})

export const request = (more: Partial<CancellationRequest> = {}): CancellationRequest =>
  makeRequest('900', '11', {
    reason: '5',
    iban: null,
    uuid: null,
    created_date: '2026-11-20T09:12:00.123456Z',
    modified_date: null,
    ...more,
  })

export const item = (id: string, more: Partial<OrderItem> = {}, name = 'Keten Gömlek'): OrderItem =>
  makeItem(id, {
    order: '100',
    status: code('550', 'Teslim edildi'),
    product: {
      pk: id,
      sku: `SKU-${id}`,
      base_code: null,
      name,
      image: null,
      absolute_url: null,
      attributes: { renk: 'Lacivert', beden: 'M' },
      attributes_kwargs: {},
    },
    price: '899.90',
    retail_price: '999.90',
    price_currency: code('try', 'TL'),
    tax_rate: '10.00',
    is_cancellable: false,
    is_refundable: true,
    is_tradable: false,
    available_easy_return_shipping_companies: [
      { pk: '3', name: 'Yurtiçi Kargo', shipping_company: null },
      { pk: '4', name: 'Aras Kargo', shipping_company: null },
    ],
    shipping_company: code('yurtici', 'Yurtiçi Kargo'),
    tracking_number: '7340021',
    tracking_url: 'https://tracking.example.com/7340021',
    ...more,
  })

export const order = (items: readonly OrderItem[], more: Partial<Order> = {}): Order =>
  makeOrder(100, {
    number: '4021337758120094',
    status: code('550', 'Teslim edildi'),
    currency: code('try', 'TL'),
    orderitem_set: [...items],
    discountitem_set: [
      { name: 'Hoş geldin indirimi', amount: '100.00', created_date: null, order_number: null, currency: code('try') },
    ],
    is_cancellable: false,
    is_refundable: true,
    is_payable: false,
    shipping_address: address,
    billing_address: { ...address, pk: '42', title: 'Fatura', company_name: 'Yılmaz Tasarım Ltd. Şti.' },
    shipping_company: code('yurtici', 'Yurtiçi Kargo'),
    client_type: 'ios',
    payment_option: { pk: '1', name: 'Kredi Kartı', slug: 'kredi-karti', payment_type: 'credit_card' },
    bank: { pk: '1', name: 'Anadolu Bank', slug: 'anadolu' },
    amount: '3348.30',
    amount_without_discount: '3448.30',
    discount_amount: '100.00',
    shipping_amount: '49.90',
    refund_amount: '899.90',
    discount_refund_amount: '0.00',
    shipping_refund_amount: '0.00',
    installment_interest_amount: '0.00',
    installment_count: '3',
    bin_number: '454360',
    tracking_number: '7340021',
    tracking_url: 'https://tracking.example.com/7340021',
    invoice_number: 'MDL2026000000481',
    invoice_date: '2026-11-12',
    e_archive_url: 'https://invoice.example.com/481',
    has_gift_box: true,
    gift_box_note: 'İyi ki doğdun!',
    language_code: 'tr-tr',
    user_email: 'elif@example.com',
    user: '7',
    created_date: '2026-11-11T14:05:33.123456Z',
    modified_date: '2026-11-18T08:00:00Z',
    ...more,
  })

/** An order of these lines and nothing else: no discount, no shipping, and a total that they make. */
export const plainOrder = (items: readonly OrderItem[], more: Partial<Order> = {}): Order => {
  const amount = addMoney(items.map(each => each.price))
  return order(items, {
    amount,
    amount_without_discount: amount,
    discount_amount: '0.00',
    discountitem_set: [],
    shipping_amount: '0.00',
    refund_amount: '0.00',
    ...more,
  })
}

/** No figure of the shop's own is known. */
export const noFigures: OwnFigures = { ofRequest: () => null, ofLine: () => null }

export const reason = (id: string, more: Partial<CancellationReason> = {}): CancellationReason =>
  makeReason(id, Number(id), { cancellation_type: 'refund', ...more })

export const attempt = (no: number, outcome: Attempt['outcome'], endedAt: number): Attempt => ({
  no,
  revision: 1,
  baselineIds: [],
  startedAt: endedAt - 900,
  endedAt,
  outcome,
  failure: null,
})

export const entry = (id: string, state: EntryState, more: Partial<Entry> = {}): Entry => ({
  id,
  seq: 1,
  accountId: customer.id,
  orderItem: '11',
  schema: 1,
  command: {
    kind: 'cancellation-request',
    payload: { order_item: '11', cancellation_type: 'refund', reason: '5' },
  },
  about: {
    orderId: '100',
    orderNumber: '4021337758120094',
    productName: 'Keten Gömlek',
    customerName: 'Elif Yılmaz',
    reasonText: 'Beden uymadı',
    amount: '899.90',
    currency: 'try',
    line: { amount: '899.90', pieces: '1' },
  },
  revision: 1,
  version: 1,
  state,
  attempts: [],
  nextAt: null,
  failures: 0,
  lastFailure: state === 'REJECTED' ? failure('rejected', { status: 406, code: 'cancellation_request_100_8' }) : null,
  review: null,
  absentReads: [],
  result: null,
  createdAt: 1_000,
  settledAt: null,
  ...more,
})
