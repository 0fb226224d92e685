import type { Account, AccountList } from '../../../../src-main/contract/accounts.ts'
import type { CancellationPayload } from '../../../../src-main/contract/commands.ts'
import { type Attempt, type Entry, entrySchema } from '../../../../src-main/contract/entries.ts'
import type { CancellationRequest, Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { newEntry } from '../../../../src-renderer/outbox/enqueue.ts'
import type { Moment } from '../../../../src-renderer/outbox/machine.ts'
import { defaultTimings } from '../../../../src-renderer/outbox/timings.ts'
import type { Draft, Watched } from '../../../../src-renderer/workspace/types.ts'

export const account = 'shop-1/customer/user-1'

export const payloadOf = (orderItem = '500', more: Partial<CancellationPayload> = {}): CancellationPayload => ({
  order_item: orderItem,
  cancellation_type: 'cancel',
  reason: '3',
  ...more,
})

export const draftOf = (id: string, orderItem = '500', more: Partial<CancellationPayload> = {}): Draft => ({
  id,
  accountId: account,
  payload: payloadOf(orderItem, more),
  about: {
    orderId: '9',
    orderNumber: '9001',
    productName: 'Keten gömlek',
    customerName: 'Ayşe Işık',
    reasonText: 'Vazgeçtim',
    amount: '120.00',
    currency: 'try',
  },
})

export const entryOf = (more: Partial<Entry> = {}, draft: Draft = draftOf('e1')): Entry =>
  entrySchema.parse({ ...newEntry(draft, 1, 1_000), ...more })

export const attemptOf = (more: Partial<Attempt> = {}): Attempt => ({
  no: 1,
  revision: 1,
  baselineIds: [],
  startedAt: 1_000,
  endedAt: null,
  outcome: null,
  failure: null,
  ...more,
})

export const momentAt = (now: number, random = 0.5): Moment => ({ now, random, timings: defaultTimings })

/** A request as the shop lists it. Only what the outbox reads is of interest; the rest is null as from a sparse shop. */
export const requestRow = (id: string, payload: CancellationPayload, status = 'open'): CancellationRequest => ({
  id,
  order_item: payload.order_item,
  cancellation_type: payload.cancellation_type,
  status: { value: status, label: null },
  reason: payload.reason,
  description: payload.description ?? '',
  quantity: payload.quantity === undefined ? null : String(payload.quantity),
  easy_return: null,
  iban: null,
  holder_name: null,
  fully_refund_as_loyalty_money: null,
  uuid: 'the-same-for-all',
  created_date: null,
  modified_date: null,
})

export const itemRow = (id: string, more: Partial<OrderItem> = {}): OrderItem => ({
  id,
  order: '9',
  status: { value: '400', label: null },
  product: null,
  price: null,
  retail_price: null,
  price_currency: { value: null, label: null },
  tax_rate: null,
  quantity: '5',
  is_cancelled: false,
  is_cancellable: true,
  is_refundable: true,
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

/** The reader's order has fifty fields; the outbox reads the items. */
export const orderRow = (id: string, items: readonly OrderItem[]): Order => ({
  id,
  number: '9001',
  status: { value: '400', label: null },
  currency: { value: 'try', label: null },
  orderitem_set: [...items],
  unreadable_items: 0,
  discountitem_set: [],
  is_cancelled: false,
  is_cancellable: true,
  is_refundable: true,
  is_payable: null,
  shipping_address: null,
  billing_address: null,
  shipping_company: null,
  client_type: null,
  payment_option: null,
  bank: null,
  amount: null,
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
  user_email: null,
  user: null,
  shipping_option_slug: null,
  payment_option_slug: null,
  created_date: null,
  modified_date: null,
})

export const accountRow = (more: Partial<Account> = {}): Account => ({
  id: account,
  shop: {
    id: 'shop-1',
    name: 'Demo',
    colour: 0,
    commerceUrl: 'https://shop.example',
    omnitronUrl: null,
    isDemo: false,
  },
  kind: 'customer',
  userId: 'user-1',
  label: 'Ayşe',
  signedIn: true,
  ...more,
})

/** The account list as the app watches it. */
export class FakeAccounts implements Watched<AccountList> {
  #list: AccountList
  readonly #listeners = new Set<() => void>()

  constructor(...accounts: Account[]) {
    this.#list = { accounts, activeId: accounts[0]?.id ?? null }
  }

  readonly snapshot = (): AccountList => this.#list
  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#listeners.add(onChange)
    return () => this.#listeners.delete(onChange)
  }

  /** Main says something about an account, be it the same as before. */
  change(id: string, more: Partial<Account>): void {
    const accounts = this.#list.accounts.map(one => (one.id === id ? { ...one, ...more } : one))
    this.#list = { ...this.#list, accounts }
    for (const listener of [...this.#listeners]) listener()
  }
}
