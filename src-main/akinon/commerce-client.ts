import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import type { OrderFilter } from '../contract/order-filter.ts'
import type { Page } from '../contract/pages.ts'
import type { Address, CancellationReason, CancellationRequest, OldOrder, Order, User } from '../contract/resources.ts'
import type { ReadClient } from './read-client.ts'
import { readAddressRow, readUser } from './read-customer.ts'
import { getOne, getPage } from './read-lists.ts'
import { readOldOrder, readOrder } from './read-order.ts'
import { readReason, readRequest } from './read-request.ts'
import { withSessionCheck } from './session-doubt.ts'

/** Everything a customer session may read. No method throws. */
export interface CommerceClient {
  /** `signed-out` with the code `anonymous` for a session of nobody. */
  readonly currentUser: () => Promise<Reply<User>>
  /** The newest, or those the shop gives for a filter: it may obey it, ignore it, or answer `rejected` with a 400. */
  readonly orders: (page: number, limit: number, filter?: OrderFilter) => Promise<Reply<Page<Order>>>
  readonly order: (id: string) => Promise<Reply<Order>>
  readonly cancellationView: (id: string) => Promise<Reply<Order>>
  readonly reasons: (page: number, limit: number) => Promise<Reply<Page<CancellationReason>>>
  readonly requests: (page: number, limit: number) => Promise<Reply<Page<CancellationRequest>>>
  readonly oldOrders: (page: number, limit: number) => Promise<Reply<Page<OldOrder>>>
  readonly oldOrder: (id: string) => Promise<Reply<OldOrder>>
  readonly addresses: (page: number, limit: number) => Promise<Reply<Page<Address>>>
}

/** `quantityKey`: the shop's key for the pieces of a merged line; the default when missing. */
export function createCommerceClient(plain: ReadClient, quantityKey?: string): CommerceClient {
  const readShopOrder = (value: unknown) => readOrder(value, quantityKey)
  const client = withSessionCheck(plain)
  const list =
    <T>(segments: readonly string[], readRow: (row: unknown) => T | null) =>
    (page: number, limit: number) =>
      getPage(client, segments, { page, limit }, readRow)

  return {
    async currentUser() {
      const reply = await plain.get(['current_user'])
      if (!reply.ok) return reply
      const user = readUser(reply.value.value)
      return user ? ok(user) : failed(failure('signed-out', { status: 200, code: 'anonymous' }))
    },
    orders: (page, limit, filter = {}) =>
      getPage(client, ['users', 'orders'], { page, limit, query: orderQuery(filter) }, readShopOrder),
    order: id => getOne(client, ['users', 'orders', id], id, readShopOrder),
    cancellationView: id => getOne(client, ['users', 'orders', id, 'cancellation'], id, readShopOrder),
    reasons: list(['users', 'orders', 'cancellation_reasons'], readReason),
    requests: list(['users', 'orders', 'cancellation_requests'], readRequest),
    oldOrders: list(['users', 'old-orders'], readOldOrder),
    oldOrder: id => getOne(client, ['users', 'old-orders', id], id, readOldOrder),
    addresses: list(['address'], readAddressRow),
  }
}

/** An empty filter is none: some shops take an empty value for one. */
const orderQuery = (filter: OrderFilter): OrderFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
