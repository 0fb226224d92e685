import type { CancellationRequest } from '../../src-main/contract/resources.ts'
import { readMoment } from '../model/times.ts'
import { haystackOf } from '../search/corpus.ts'
import { fold } from '../search/fold.ts'
import type { RequestSummary } from '../workspace/types.ts'
import type { ItemBrief } from './apply-order.ts'

/** The order that an item belongs to, as far as the cache knows. */
export interface ItemPlace {
  readonly orderId: string
  readonly orderNumber: string | null
  readonly person: string | null
  readonly item: ItemBrief
}

/** A request alone: it names its order item and nothing else, so the order's side stays null until joined. */
export function applyRequest(request: CancellationRequest): RequestSummary {
  return {
    id: request.id,
    number: request.id,
    at: readMoment(request.created_date),
    dateText: request.created_date,
    status: request.status,
    amount: null,
    currency: null,
    person: null,
    // No IBAN here: it belongs on one screen, masked, and in no index.
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

/** The request with its order's number, product and person; itself when the cache does not know the item. */
export function joinRequest(request: RequestSummary, place: ItemPlace | undefined): RequestSummary {
  if (!place) return request
  const words = [place.orderNumber, place.item.name, place.person].filter(word => word !== null && word !== '')
  return {
    ...request,
    amount: place.item.price,
    currency: place.item.currency,
    person: place.person,
    haystack: [request.haystack, ...words.map(word => fold(word ?? ''))].join('\n'),
    orderId: place.orderId,
    orderNumber: place.orderNumber,
    productName: place.item.name,
  }
}
