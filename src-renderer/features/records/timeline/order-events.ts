import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import type { CancellationRequest, Order } from '../../../../src-main/contract/resources.ts'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import { enumText } from '../../../model/enum-text.ts'
import { requestsOfItem } from '../../../model/item-requests.ts'
import { orderStatusName, statusOfItem, statusOfOrder } from '../../../model/order-status.ts'
import { type ShopFact, type TimelineEvent, type When, whenOf } from './events.ts'

interface Invoice {
  readonly number: string | null
  readonly date: string | null
}

export interface LineFacts {
  readonly id: string
  readonly name: string | null
  readonly status: EnumValue
  readonly cancelStatus: string | null
  readonly carrier: string | null
  readonly tracking: string | null
  readonly expected: string | null
  readonly invoice: Invoice
  readonly requests: readonly CancellationRequest[]
}

/** What the timeline needs from an order of either system. */
export interface OrderFacts {
  readonly placed: string | null
  readonly payment: string | null
  readonly status: EnumValue
  readonly canStillBePaid: boolean
  readonly carrier: string | null
  readonly tracking: string | null
  readonly invoice: Invoice
  readonly lines: readonly LineFacts[]
}

export const factsOfOrder = (order: Order): OrderFacts => ({
  placed: order.created_date,
  payment: order.payment_option?.name ?? null,
  status: statusOfOrder(order),
  canStillBePaid: order.is_payable === true,
  carrier: enumText(order.shipping_company),
  tracking: order.tracking_number,
  invoice: { number: order.invoice_number, date: order.invoice_date },
  lines: order.orderitem_set.map(item => ({
    id: item.id,
    name: item.product?.name || item.product?.sku || null,
    status: statusOfItem(item, order),
    cancelStatus: null,
    carrier: enumText(item.shipping_company),
    tracking: item.tracking_number,
    expected: item.estimated_delivery_date,
    invoice: { number: item.invoice_number, date: item.invoice_date },
    requests: requestsOfItem(item),
  })),
})

export const factsOfPending = (order: PendingOrder): OrderFacts => ({
  placed: order.date_placed,
  payment: order.payment_option_slug,
  status: order.status,
  canStillBePaid: false,
  carrier: null,
  tracking: order.tracking_number,
  invoice: { number: order.invoice_number, date: order.invoice_date },
  lines: order.orderitem_set.map(item => ({
    id: item.id,
    name: item.product_sku,
    status: item.status,
    cancelStatus: item.cancel_status,
    carrier: null,
    tracking: item.tracking_number,
    expected: null,
    // Omnitron gives an item's invoice no date of its own.
    invoice: { number: item.invoice_number, date: null },
    requests: [],
  })),
})

const unsaid: When = { kind: 'unsaid' }

/** Groups lines by a key, such as a parcel, an invoice or a status. Lines with a blank key are left out. */
const groupBy = (
  lines: readonly LineFacts[],
  keyOf: (line: LineFacts) => string | null,
): readonly (readonly [key: string, lines: readonly LineFacts[]])[] => {
  const groups = new Map<string, LineFacts[]>()
  for (const line of lines) {
    const key = keyOf(line)
    if (key === null || key.trim() === '') continue
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups]
}

const sentNames = new Set(['shipped', 'shipped_and_informed', 'ready_for_pickup', 'attempted_delivery', 'delivered'])
/** Statuses that are events. Those before shipping are shown on the line only. */
const endNames = new Set([
  'ready_for_pickup',
  'attempted_delivery',
  'delivered',
  'cancellation_waiting',
  'cancelled',
  'refunded',
  'paid',
])
const over = new Set(['delivered', 'cancelled', 'refunded'])

/**
 * The events from the order and its lines. The API gives dates only for the order, its invoices and the expected
 * delivery.
 */
export const orderEvents = (order: OrderFacts): readonly TimelineEvent[] => {
  const { lines } = order
  const about = (some: readonly LineFacts[]) =>
    some.length === lines.length ? [] : some.map(line => line.name ?? line.id)
  const event = (id: string, when: When, some: readonly LineFacts[], fact: ShopFact): TimelineEvent => ({
    id,
    when,
    source: 'shop',
    lines: about(some),
    ...fact,
  })
  const name = orderStatusName(order.status.value)
  const isUnpaid = name === 'payment_waiting' || order.canStillBePaid
  return [
    event('placed', whenOf(order.placed), lines, { kind: 'placed', payment: order.payment }),
    ...(isUnpaid ? [event('payment-waiting', unsaid, lines, { kind: 'payment-waiting' })] : []),
    ...invoices(order).map(({ date, numbers, of }) =>
      event(`invoices ${date}`, whenOf(date), [...of], { kind: 'invoiced', numbers: [...numbers] }),
    ),
    ...[...parcels(order)].map(([carrier, of]) =>
      event(`parcels ${carrier}`, unsaid, of, {
        kind: 'shipped',
        carrier: carrier || null,
        tracking: [...new Set(of.flatMap(line => trackingOf(line, order) ?? []))],
      }),
    ),
    ...groupBy(
      lines.filter(line => !over.has(orderStatusName(line.status.value) ?? '')),
      line => line.expected,
    ).map(([date, of]) => event(`expected ${date}`, whenOf(date), of, { kind: 'expected' })),
    ...groupBy(lines, line => {
      const state = orderStatusName(line.status.value)
      return state !== null && endNames.has(state) ? state : null
    }).map(([state, of]) =>
      event(`status ${state}`, unsaid, of, { kind: 'status', status: of[0]?.status ?? order.status }),
    ),
    ...groupBy(lines, line => line.cancelStatus).map(([status, of]) =>
      event(`cancel-status ${status}`, unsaid, of, { kind: 'cancel-status', status }),
    ),
  ]
}

const trackingOf = (line: LineFacts, order: OrderFacts): string | null =>
  line.tracking?.trim() || order.tracking?.trim() || null

/** Shipped lines by carrier. A line counts as shipped by its status or by a tracking number. */
const parcels = (order: OrderFacts): ReadonlyMap<string, readonly LineFacts[]> => {
  const found = new Map<string, LineFacts[]>()
  for (const line of order.lines) {
    if (!sentNames.has(orderStatusName(line.status.value) ?? '') && trackingOf(line, order) === null) continue
    const carrier = line.carrier ?? order.carrier ?? ''
    found.set(carrier, [...(found.get(carrier) ?? []), line])
  }
  return found
}

interface InvoicesOf {
  /** The shop's text; blank when it sent none. */
  readonly date: string
  readonly numbers: ReadonlySet<string>
  readonly of: ReadonlySet<LineFacts>
}

/** Invoices by time. In some shops each line has its own invoice, in others all lines repeat the order's. */
const invoices = ({ invoice, lines }: OrderFacts): readonly InvoicesOf[] => {
  const dates = new Map([...lines.map(line => line.invoice), invoice].map(each => [each.number, each.date]))
  const found = new Map<string, InvoicesOf>()
  const add = ({ number, date }: OrderFacts['invoice'], of: readonly LineFacts[]) => {
    const at = (date ?? dates.get(number) ?? '').trim()
    if (!number?.trim() && at === '') return
    const known = found.get(at)
    found.set(at, {
      date: at,
      numbers: new Set([...(known?.numbers ?? []), ...(number?.trim() ? [number] : [])]),
      of: new Set([...(known?.of ?? []), ...of]),
    })
  }
  add(invoice, lines)
  for (const line of lines) add(line.invoice, [line])
  return [...found.values()]
}
