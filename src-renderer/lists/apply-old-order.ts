import type { OldOrder } from '../../src-main/contract/resources.ts'
import type { OldOrderSummary } from '../model/summaries.ts'
import { readMoment } from '../model/times.ts'
import { haystackOf, wordsInside } from '../search/corpus.ts'

export function applyOldOrder(order: OldOrder): OldOrderSummary {
  return {
    id: order.id,
    number: order.number,
    at: readMoment(order.created_date),
    dateText: order.created_date,
    // The former system's free text: value and label at once.
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
