import type { LineEstimate } from '../../src-main/contract/entries.ts'
import type { Address, Order, OrderItem } from '../../src-main/contract/resources.ts'
import { lineEstimate, refundedOf } from '../model/amounts.ts'
import { minuteMs } from '../model/clock.ts'
import { nameOfParts } from '../model/direction.ts'
import { requestsOfItem } from '../model/item-requests.ts'
import { statusOfOrder } from '../model/order-status.ts'
import { currencyOf } from '../model/priced-order.ts'
import type { OrderSummary } from '../model/summaries.ts'
import { readMoment } from '../model/times.ts'
import { haystackOf, wordsInside } from '../search/corpus.ts'
import { compareNewest } from '../search/sort-rows.ts'
import { type ListPlan, timeInThisZone } from './list-plan.ts'

export const ordersPlan: ListPlan<Order, OrderSummaryWithItems> = {
  list: 'orders',
  table: 'orders',
  fetchPage: (bridge, accountId, page, limit) => bridge.commerce.orders({ accountId, page, limit }),
  idOf: order => order.id,
  summarise: summariseOrder,
  reread: timeInThisZone,
  recount: (known, order) => ({ ...known, items: summariseOrder(order).items }),
  blend: blendOrder,
  describe: describeOrder,
  atOf: order => readMoment(order.created_date),
  compare: compareNewest,
  fullEveryMs: 30 * minuteMs,
}

/** What the list of requests shows of an order's line: a request names only the line's id. */
export interface ItemSummary {
  readonly id: string
  readonly name: string | null
  /** Missing in rows that an older version kept. */
  readonly line?: LineEstimate
  readonly currency: string | null
}
export interface OrderSummaryWithItems extends OrderSummary {
  readonly items: readonly ItemSummary[]
  /** The shop lists orders without their lines, and the order changed since its lines were read. */
  readonly linesDue?: true
}

export function summariseOrder(order: Order): OrderSummaryWithItems {
  const items = order.orderitem_set
  const person = personOf(order.shipping_address) ?? personOf(order.billing_address) ?? order.user_email
  return {
    id: order.id,
    number: order.number,
    at: readMoment(order.created_date),
    dateText: order.created_date,
    status: statusOfOrder(order),
    amount: order.amount,
    currency: order.currency.value,
    person,
    haystack: haystackOf(order.number, wordsOf(order, person), [
      order.shipping_address?.phone_number,
      order.billing_address?.phone_number,
    ]),
    itemIds: items.map(item => item.id),
    itemCount: items.length + order.unreadable_items,
    firstItem: items[0] ? itemName(items[0]) : null,
    cancellable: items.filter(item => item.is_cancellable === true).length,
    refundable: items.filter(item => item.is_refundable === true).length,
    items: items.map(item => ({
      id: item.id,
      name: itemName(item),
      line: lineEstimate(order, item),
      currency: currencyOf(order, item),
    })),
    ...refundedItem(order),
  }
}

/** The line that the shop's own refund figure belongs to. */
function refundedItem(order: Order): Pick<OrderSummary, 'refunded'> {
  for (const { id } of order.orderitem_set) {
    const amount = refundedOf(order, id)
    if (amount !== null) return { refunded: { item: id, amount } }
  }
  return {}
}

/**
 * For shops that list orders without their lines: keeps the known lines and takes the rest from the list. Null when the
 * row has lines, or none are known.
 */
function blendOrder(
  row: Order,
  fresh: OrderSummaryWithItems,
  known: OrderSummaryWithItems,
): OrderSummaryWithItems | null {
  if (hasLines(fresh) || !hasLines(known) || row.unreadable_items > 0) return null
  return {
    ...known,
    at: fresh.dateText === null ? known.at : fresh.at,
    dateText: fresh.dateText ?? known.dateText,
    status: fresh.status.value === null ? known.status : fresh.status,
    amount: fresh.amount ?? known.amount,
    linesDue: true,
  }
}

/**
 * Whether the order itself must be read for its lines: the list gave none, or the known ones are older than the list.
 */
export const areLinesDue = (order: OrderSummaryWithItems): boolean => !hasLines(order) || order.linesDue === true

const hasLines = (order: OrderSummaryWithItems): boolean => order.itemCount > 0

/** Everything that a list or an order's page shows. The order's own dates miss changes of its lines. */
export function describeOrder(order: Order): string {
  const lines = order.orderitem_set.map(item => [
    item.id,
    item.status.value,
    item.is_cancelled,
    item.is_cancellable,
    item.is_refundable,
    item.modified_date,
    item.price,
    item.quantity,
    item.tracking_number,
    requestsOfItem(item).map(request => [request.id, request.status.value]),
  ])
  const flags = [order.is_cancelled, order.is_cancellable, order.is_refundable, order.tracking_number]
  return JSON.stringify([
    order.modified_date,
    statusOfOrder(order).value,
    order.amount,
    order.discount_amount,
    order.refund_amount,
    flags,
    lines,
  ])
}

/** First and last name, or the company; null when the address has neither. */
export function personOf(
  who: (Pick<Address, 'first_name' | 'last_name'> & { readonly company_name?: unknown }) | null,
): string | null {
  if (!who) return null
  const name = nameOfParts(who.first_name, who.last_name)
  if (name !== '') return name
  return typeof who.company_name === 'string' && who.company_name !== '' ? who.company_name : null
}

function itemName(item: OrderItem): string | null {
  return item.product?.name ?? item.product?.sku ?? null
}

function* wordsOf(order: Order, person: string | null): Generator<string | null | undefined> {
  yield person
  yield personOf(order.billing_address)
  yield order.shipping_address?.company_name
  yield order.user_email
  yield order.shipping_address?.email
  yield order.billing_address?.email
  yield order.tracking_number
  yield order.invoice_number
  yield order.shipping_address?.city?.name
  yield order.status.label
  for (const item of order.orderitem_set) {
    yield item.product?.name
    yield item.product?.sku
    yield item.tracking_number
    for (const { easy_return: back } of requestsOfItem(item)) {
      yield back?.code
      yield back?.tracking_number
    }
  }
  // Last, because the haystack has a limit and these are searched for least.
  yield* wordsInside(order['extra_field'])
  for (const item of order.orderitem_set) yield* wordsInside(item['extra_field'])
}
