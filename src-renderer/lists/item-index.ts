import type { RequestSummary } from '../model/summaries.ts'
import type { Kept } from '../storage/segments.ts'
import type { OrderEntry } from './apply-order.ts'
import { type ItemPlace, joinRequest } from './apply-request.ts'

/** Which order an item belongs to: requests and Omnitron know items only by their id. */
export interface ItemIndex {
  readonly update: (put: readonly Kept<OrderEntry>[], removed: readonly string[]) => void
  /** The request with its order's side; the same object as long as nothing about it changed. */
  readonly join: (request: RequestSummary) => RequestSummary
}

interface Joined {
  readonly place: ItemPlace
  readonly request: RequestSummary
}

export function createItemIndex(): ItemIndex {
  const places = new Map<string, ItemPlace>()
  const itemsOf = new Map<string, readonly string[]>()
  const joined = new WeakMap<RequestSummary, Joined>()

  const forget = (orderId: string): void => {
    for (const id of itemsOf.get(orderId) ?? []) if (places.get(id)?.orderId === orderId) places.delete(id)
    itemsOf.delete(orderId)
  }

  return {
    update: (put, removed) => {
      removed.forEach(forget)
      for (const { id: orderId, summary } of put) {
        forget(orderId)
        itemsOf.set(orderId, summary.itemIds)
        for (const item of summary.items) {
          places.set(item.id, {
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
      const place = request.orderItem === null ? undefined : places.get(request.orderItem)
      if (!place) return request
      const known = joined.get(request)
      if (known?.place === place) return known.request
      const fresh = { place, request: joinRequest(request, place) }
      joined.set(request, fresh)
      return fresh.request
    },
  }
}
