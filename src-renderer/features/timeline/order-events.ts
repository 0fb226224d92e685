import { orderStatusName } from '../data/status-words.ts'
import type { ShopFact, TimelineEvent, When } from './events.ts'
import type { LineFacts, OrderFacts } from './order-facts.ts'
import { whenOf } from './when.ts'

const unsaid: When = { kind: 'unsaid' }

/** Lines alike in something, together: one parcel, one invoice, one state. Blank keys are nothing to say. */
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
/** States worth an event of their own; those before shipping are the chip of the line. */
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

/** What the order and its lines say of themselves. The API dates only the order, its invoices and the expected delivery. */
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
  const parcels = groupBy(lines, line => line.tracking ?? order.tracking)
  const isSent = (line: LineFacts) => sentNames.has(orderStatusName(line.status.value) ?? '')
  const unnumbered = lines.filter(line => isSent(line) && !(line.tracking ?? order.tracking)?.trim())
  return [
    event('placed', whenOf(order.placed), lines, { kind: 'placed', payment: order.payment }),
    ...(isUnpaid ? [event('payment-waiting', unsaid, lines, { kind: 'payment-waiting' })] : []),
    ...invoices(order).map(({ number, date, of }) =>
      event(`invoice ${number} ${date}`, whenOf(date), of, { kind: 'invoiced', number }),
    ),
    ...parcels.map(([tracking, of]) =>
      event(`parcel ${tracking}`, unsaid, of, { kind: 'shipped', tracking, carrier: of[0]?.carrier ?? order.carrier }),
    ),
    ...(unnumbered.length > 0
      ? [
          event('parcel', unsaid, unnumbered, {
            kind: 'shipped',
            tracking: null,
            carrier: unnumbered[0]?.carrier ?? order.carrier,
          }),
        ]
      : []),
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

interface InvoiceOf {
  readonly number: string | null
  readonly date: string | null
  readonly of: readonly LineFacts[]
}

/** Each invoice once: lines repeat the order's own as a rule. */
const invoices = ({ invoice, lines }: OrderFacts): readonly InvoiceOf[] => {
  const found = new Map<string, InvoiceOf>()
  const add = (number: string | null, date: string | null, of: readonly LineFacts[]) => {
    if (!number?.trim() && !date?.trim()) return
    const key = number?.trim() || `${date}`
    const known = found.get(key)
    found.set(key, {
      number,
      date: known?.date ?? date,
      of: known?.of.length === lines.length ? lines : [...(known?.of ?? []), ...of],
    })
  }
  add(invoice.number, invoice.date, lines)
  for (const line of lines) add(line.invoice.number, line.invoice.date, [line])
  return [...found.values()]
}
