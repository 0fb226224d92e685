import type { CancellationRequest } from '../../src-main/contract/resources.ts'
import { requestedPart } from '../model/amounts.ts'
import type { RequestSummary } from '../model/summaries.ts'
import { readMoment } from '../model/times.ts'
import { haystackOf } from '../search/corpus.ts'
import { fold } from '../search/fold.ts'
import { compareNewest } from '../search/sort-rows.ts'
import type { StoredSummary } from '../storage/segments.ts'
import { type ListPlan, timeInThisZone } from './list-plan.ts'
import type { ItemSummary, OrderSummaryWithItems } from './orders.ts'

export const requestsPlan: ListPlan<CancellationRequest, RequestSummary> = {
  list: 'requests',
  table: 'requests',
  fetchPage: (bridge, accountId, page, limit) => bridge.commerce.requests({ accountId, page, limit }),
  // Not the uuid: two requests can share one.
  idOf: request => request.id,
  summarise: summariseRequest,
  reread: timeInThisZone,
  describe: request =>
    JSON.stringify([request.status.value, request.modified_date, request.refund_amount, request.easy_return]),
  atOf: request => readMoment(request.created_date),
  compare: compareNewest,
  fullEveryMs: null,
}

/** The order that an item belongs to, as far as the cache knows it. */
interface ItemOrder {
  readonly orderId: string
  readonly orderNumber: string | null
  readonly person: string | null
  readonly item: ItemSummary
  /** What the shop paid back for the item, by its own figure. */
  readonly refunded?: string | null
}

/** A request names its order item and nothing else of the order, so those fields are null until it is joined. */
export function summariseRequest(request: CancellationRequest): RequestSummary {
  return {
    id: request.id,
    number: request.id,
    at: readMoment(request.created_date),
    dateText: request.created_date,
    status: request.status,
    amount: request.refund_amount ?? null,
    currency: null,
    ...(request.refund_amount == null ? {} : { amountKind: 'shop' as const }),
    quantity: request.quantity,
    person: null,
    // No IBAN: it must not be searchable.
    haystack: haystackOf(request.id, [
      request.easy_return?.code,
      request.easy_return?.tracking_number,
      request.cancellation_type,
      request.status.label,
      request.description,
    ]),
    orderItem: request.order_item,
    cancellationType: request.cancellation_type,
    easyReturnCode: request.easy_return?.code ?? null,
    orderId: null,
    orderNumber: null,
    productName: null,
  }
}

/** Adds the order's number, product and person. Returns the request itself when the cache does not know the item. */
export function joinRequest(request: RequestSummary, order: ItemOrder | undefined): RequestSummary {
  if (!order) return request
  const words = [order.orderNumber, order.item.name, order.person].filter(word => word !== null && word !== '')
  return {
    ...request,
    ...amountOf(request, order),
    currency: order.item.currency,
    person: order.person,
    haystack: [request.haystack, ...words.map(word => fold(word ?? ''))].join('\n'),
    orderId: order.orderId,
    orderNumber: order.orderNumber,
    productName: order.item.name,
  }
}

function amountOf(
  request: RequestSummary,
  { item, refunded }: ItemOrder,
): Pick<RequestSummary, 'amount' | 'amountKind'> {
  if (request.amountKind === 'shop') return { amount: request.amount, amountKind: 'shop' }
  if (refunded != null && request.status.value !== 'rejected') return { amount: refunded, amountKind: 'shop' }
  const amount = item.line ? requestedPart(item.line, request.quantity ?? null, item.currency) : null
  return { amount, amountKind: 'estimate' }
}

/** Finds the order of an item: requests know items only by their id. */
interface ItemIndex {
  readonly update: (put: readonly StoredSummary<OrderSummaryWithItems>[], removed: readonly string[]) => void
  /** The joined request; the same object as long as nothing about it changed. */
  readonly join: (request: RequestSummary) => RequestSummary
}

interface Joined {
  readonly order: ItemOrder
  readonly request: RequestSummary
}

export function createItemIndex(): ItemIndex {
  const orderOfItem = new Map<string, ItemOrder>()
  const itemsOf = new Map<string, readonly string[]>()
  const joined = new WeakMap<RequestSummary, Joined>()

  const forget = (orderId: string): void => {
    for (const id of itemsOf.get(orderId) ?? []) if (orderOfItem.get(id)?.orderId === orderId) orderOfItem.delete(id)
    itemsOf.delete(orderId)
  }

  return {
    update: (put, removed) => {
      removed.forEach(forget)
      for (const { id: orderId, summary } of put) {
        forget(orderId)
        itemsOf.set(orderId, summary.itemIds)
        for (const item of summary.items) {
          orderOfItem.set(item.id, {
            orderId,
            orderNumber: summary.number,
            person: summary.person,
            item,
            refunded: summary.refunded?.item === item.id ? summary.refunded.amount : null,
          })
        }
      }
    },
    join: request => {
      const order = request.orderItem === null ? undefined : orderOfItem.get(request.orderItem)
      if (!order) return request
      const known = joined.get(request)
      if (known?.order === order) return known.request
      const fresh = { order, request: joinRequest(request, order) }
      joined.set(request, fresh)
      return fresh.request
    },
  }
}
