import type { OldOrder } from '../../src-main/contract/resources.ts'
import { dayMs } from '../model/clock.ts'
import type { OldOrderSummary } from '../model/summaries.ts'
import { readMoment } from '../model/times.ts'
import { haystackOf, wordsInside } from '../search/corpus.ts'
import { compareNewest } from '../search/sort-rows.ts'
import { type ListPlan, timeInThisZone } from './list-plan.ts'

/** Orders that were migrated from a former system. They no longer change, so one full pull a day is enough. */
export const oldOrdersPlan: ListPlan<OldOrder, OldOrderSummary> = {
  list: 'oldOrders',
  table: 'oldOrders',
  fetchPage: (bridge, accountId, page, limit) => bridge.commerce.oldOrders({ accountId, page, limit }),
  idOf: order => order.id,
  summarise: summariseOldOrder,
  reread: timeInThisZone,
  describe: order => JSON.stringify([order.status, order.amount, order.tracking_number, order.oldorderitem_set.length]),
  atOf: order => readMoment(order.created_date),
  compare: compareNewest,
  fullEveryMs: dayMs,
}

export function summariseOldOrder(order: OldOrder): OldOrderSummary {
  return {
    id: order.id,
    number: order.number,
    at: readMoment(order.created_date),
    dateText: order.created_date,
    // The former system's free text serves as both value and label.
    status: { value: order.status, label: order.status },
    amount: order.amount,
    currency: order.currency.value,
    person: order.user_email,
    haystack: haystackOf(order.number, wordsOf(order)),
    itemCount: order.oldorderitem_set.length,
  }
}

function* wordsOf(order: OldOrder): Generator<string | null> {
  yield order.user_email
  yield order.status
  yield order.tracking_number
  yield order.shipping_address
  yield order.billing_address
  for (const item of order.oldorderitem_set) {
    yield item.product
    yield item.sku
  }
  yield* wordsInside(order['extra_field'])
  for (const item of order.oldorderitem_set) yield* wordsInside(item['extra_field'])
}
