import type { CancellationRequest } from '../../src-main/contract/resources.ts'
import { requestedPart } from '../model/amounts.ts'
import type { RequestSummary } from '../model/summaries.ts'
import { readMoment } from '../model/times.ts'
import { haystackOf } from '../search/corpus.ts'
import { fold } from '../search/fold.ts'
import type { ItemBrief } from './apply-order.ts'

/** The order that an item belongs to, as far as the cache knows. */
export interface ItemPlace {
  readonly orderId: string
  readonly orderNumber: string | null
  readonly person: string | null
  readonly item: ItemBrief
  /** What the shop paid back for the item, by its own figure. */
  readonly refunded?: string | null
}

/** A request alone: it names its order item and nothing else, so the order's side stays null until joined. */
export function applyRequest(request: CancellationRequest): RequestSummary {
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
    ...amountOf(request, place),
    currency: place.item.currency,
    person: place.person,
    haystack: [request.haystack, ...words.map(word => fold(word ?? ''))].join('\n'),
    orderId: place.orderId,
    orderNumber: place.orderNumber,
    productName: place.item.name,
  }
}

function amountOf(
  request: RequestSummary,
  { item, refunded }: ItemPlace,
): Pick<RequestSummary, 'amount' | 'amountKind'> {
  if (request.amountKind === 'shop') return { amount: request.amount, amountKind: 'shop' }
  if (refunded != null && request.status.value !== 'rejected') return { amount: refunded, amountKind: 'shop' }
  const amount = item.line ? requestedPart(item.line, request.quantity ?? null, item.currency) : null
  return { amount, amountKind: 'estimate' }
}
