import type { PendingOrder } from '../../src-main/contract/pending.ts'
import { isUndecidedCancelStatus } from '../model/request-status.ts'
import type { PendingSummary } from '../model/summaries.ts'
import { readMoment } from '../model/times.ts'
import { haystackOf, wordsInside } from '../search/corpus.ts'
import { compareNewest } from '../search/sort-rows.ts'
import { type ListPlan, timeInThisZone } from './list-plan.ts'
import { personOf } from './orders.ts'

export const pendingPlan: ListPlan<PendingOrder, PendingSummary> = {
  list: 'pending',
  table: 'pending',
  fetchPage: (bridge, accountId, page, limit) => bridge.omnitron.pending({ accountId, page, limit }),
  idOf: order => order.id,
  summarise: summarisePending,
  reread: timeInThisZone,
  describe: describePending,
  atOf: order => readMoment(order.date_placed),
  compare: compareNewest,
  fullEveryMs: null,
}

/**
 * The shop also lists orders in which no item waits: they get `withoutWaiting`. An order with unreadable lines does
 * not, because one of those lines may be waiting.
 */
export function summarisePending(order: PendingOrder): PendingSummary {
  const waiting = order.orderitem_set.filter(item => isUndecidedCancelStatus(item.cancel_status))
  const person = personOf(order.customer) ?? personOf(order.shipping_address) ?? order.customer?.email ?? null
  return {
    id: order.id,
    number: order.number,
    at: readMoment(order.date_placed),
    dateText: order.date_placed,
    status: order.status,
    amount: order.amount,
    currency: order.currency.value,
    person,
    haystack: haystackOf(order.number, wordsOf(order, person), [
      order.customer?.phone_number,
      order.shipping_address?.phone_number,
      order.billing_address?.phone_number,
    ]),
    waitingItemIds: waiting.map(item => item.id),
    ...(waiting.length === 0 && order.unreadable_items === 0 ? { withoutWaiting: true } : {}),
    itemCount: order.orderitem_set.length + order.unreadable_items,
    channel: order.channel?.name ?? null,
  }
}

function describePending(order: PendingOrder): string {
  const lines = order.orderitem_set.map(item => [item.id, item.status.value, item.cancel_status])
  return JSON.stringify([order.status.value, order.amount, order.refund_amount, lines])
}

function* wordsOf(order: PendingOrder, person: string | null): Generator<string | null | undefined> {
  yield person
  yield order.customer?.email
  yield order.shipping_address?.email
  yield personOf(order.shipping_address)
  yield personOf(order.billing_address)
  yield order.tracking_number
  yield order.invoice_number
  yield order.shipping_address?.city?.name
  yield order.channel?.name
  for (const item of order.orderitem_set) {
    yield item.product_sku
    yield item.tracking_number
  }
  yield* wordsInside(order['extra_field'])
  for (const item of order.orderitem_set) yield* wordsInside(item['extra_field'])
}
