import type { Account, AccountList } from '../../../../src-main/contract/accounts.ts'
import type { CancellationPayload } from '../../../../src-main/contract/commands.ts'
import { type Attempt, type Entry, entrySchema } from '../../../../src-main/contract/entries.ts'
import type { CancellationRequest, Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import type { Watched } from '../../../../src-renderer/model/watched.ts'
import { newEntry } from '../../../../src-renderer/outbox/enqueue.ts'
import type { Moment } from '../../../../src-renderer/outbox/timings.ts'
import { defaultTimings } from '../../../../src-renderer/outbox/timings.ts'
import type { Draft } from '../../../../src-renderer/outbox/types.ts'
import { makeAccount, makeItem, makeOrder, makeRequest, makeShop } from '../../fakes/rows.ts'

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
export const requestRow = (id: string, payload: CancellationPayload, status = 'open'): CancellationRequest =>
  makeRequest(id, payload.order_item, {
    cancellation_type: payload.cancellation_type,
    status: { value: status, label: null },
    reason: payload.reason,
    description: payload.description ?? '',
    quantity: payload.quantity === undefined ? null : String(payload.quantity),
    iban: null,
    uuid: 'the-same-for-all',
    created_date: null,
    modified_date: null,
  })

export const itemRow = (id: string, more: Partial<OrderItem> = {}): OrderItem =>
  makeItem(id, {
    order: '9',
    status: { value: '400', label: null },
    product: null,
    price: null,
    price_currency: { value: null, label: null },
    quantity: '5',
    is_refundable: true,
    ...more,
  })

/** The reader's order has fifty fields; the outbox reads the items. */
export const orderRow = (id: string, items: readonly OrderItem[]): Order =>
  makeOrder(9, {
    id,
    number: '9001',
    status: { value: '400', label: null },
    currency: { value: 'try', label: null },
    orderitem_set: [...items],
    is_refundable: true,
    shipping_address: null,
    amount: null,
    user_email: null,
    created_date: null,
    modified_date: null,
  })

export const accountRow = (more: Partial<Account> = {}): Account =>
  makeAccount({
    id: account,
    shop: makeShop({ id: 'shop-1', name: 'Demo', colour: 0, commerceUrl: 'https://shop.example' }),
    userId: 'user-1',
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
