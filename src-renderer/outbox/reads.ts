import { type Failure, failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { CancellationRequest, Order, OrderItem } from '../../src-main/contract/resources.ts'
import { gateFor } from './gates.ts'
import type { OutboxMain } from './outbox-main.ts'
import type { Timings } from './timings.ts'

/** Puts one call through: deadline, signals, and a thrown error made a failure. */
export type Ask = <T>(accountId: string, call: () => Promise<Reply<T>>) => Promise<Reply<T>>

export interface RequestList {
  readonly rows: readonly CancellationRequest[]
  /** Ids of rows that could not be read otherwise; they were there, so they belong to a baseline. */
  readonly otherIds: readonly string[]
  /** False when something about the list makes a missing row prove nothing. */
  readonly countable: boolean
}

const firstId = (raw: string): string | undefined => /"id"\s*:\s*"?([^",}\s]+)/.exec(raw)?.[1]

/**
 * All requests of the account, page by page with our own counter. A failed page fails the read: a baseline or an
 * absence with a hole is worth nothing. `incompatible` when the list never ends.
 */
export const readRequests = async (
  accountId: string,
  main: Pick<OutboxMain, 'commerce'>,
  ask: Ask,
  { maxPages, pageSize }: Timings,
): Promise<Reply<RequestList>> => {
  const rows = new Map<string, CancellationRequest>()
  const otherIds: string[] = []
  let countable = true
  for (let page = 1; page <= maxPages; page += 1) {
    const reply = await ask(accountId, () => main.commerce.requests({ accountId, page, limit: pageSize }))
    if (!reply.ok) return isMissing(reply.failure) && page > 1 ? brokeOff(reply.failure) : reply
    const { value } = reply
    const known = rows.size
    for (const row of value.rows) rows.set(row.id, rows.get(row.id) ?? row)
    for (const { raw } of value.unreadable) {
      const id = firstId(raw)
      if (id !== undefined) otherIds.push(id)
      countable = false
    }
    if (value.count !== null && value.count < rows.size) countable = false
    if (!value.more) return ok({ rows: [...rows.values()], otherIds, countable })
    // A page with nothing new that still promises more: the list goes in circles and ends here.
    if (rows.size === known) return ok({ rows: [...rows.values()], otherIds, countable: false })
  }
  return failed(failure('incompatible', { code: 'endless-list' }))
}

/** The shop has no such call, or does not let it be read: not a trouble that passes. */
export const isMissing = ({ kind, status }: Failure): boolean =>
  kind === 'not-found' || status === 405 || status === 501

const brokeOff = ({ status }: Failure): Reply<never> =>
  failed(failure('incompatible', { status, code: 'list-broke-off' }))

export type ItemRead =
  /** `item` null: the shop does not show it. */
  { readonly kind: 'read'; readonly item: OrderItem | null } | { readonly kind: 'failed'; readonly failure: Failure }

/** The order item as the shop shows it now, from the cancellation view, else from the order. */
export type ReadItem = (orderId: string, orderItem: string) => Promise<ItemRead>

/** Reads items for one step: each order is asked for once, however many of its lines want to know. */
export const itemReader = (accountId: string, main: Pick<OutboxMain, 'commerce'>, ask: Ask): ReadItem => {
  const orders = new Map<string, Promise<Reply<Order>>>()
  return async (orderId, orderItem) => {
    const order = orders.get(orderId) ?? readOrderNow(accountId, orderId, main, ask)
    orders.set(orderId, order)
    return itemIn(await order, orderItem)
  }
}

const readOrderNow = async (
  accountId: string,
  id: string,
  main: Pick<OutboxMain, 'commerce'>,
  ask: Ask,
): Promise<Reply<Order>> => {
  const input = { accountId, id }
  const view = await ask(accountId, () => main.commerce.cancellationView(input))
  // Only a failure of this one view is worth a second question.
  return view.ok || gateFor(view.failure.kind) !== null ? view : ask(accountId, () => main.commerce.order(input))
}

const itemIn = (order: Reply<Order>, orderItem: string): ItemRead => {
  if (order.ok) return { kind: 'read', item: order.value.orderitem_set.find(one => one.id === orderItem) ?? null }
  const isGone = order.failure.kind === 'not-found' || order.failure.kind === 'rejected'
  return isGone ? { kind: 'read', item: null } : { kind: 'failed', failure: order.failure }
}
