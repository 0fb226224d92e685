import type { Order, OrderItem } from '../../src-main/contract/resources.ts'
import type { EnumValue } from '../../src-main/contract/values.ts'
import { requestsOfItem } from './item-requests.ts'
import { requestStage } from './request-status.ts'

/** The status codes of orders and lines, with one name for each. */
const names: ReadonlyMap<string, string> = new Map([
  ['50', 'cancellation_waiting'],
  ['100', 'cancelled'],
  ['200', 'waiting'],
  ['300', 'payment_waiting'],
  ['350', 'confirmation_waiting'],
  ['400', 'approved'],
  ['450', 'preparing'],
  ['500', 'shipped'],
  ['510', 'shipped_and_informed'],
  ['520', 'ready_for_pickup'],
  ['540', 'attempted_delivery'],
  ['544', 'review_started'],
  ['545', 'review_waiting'],
  ['546', 'waiting_for_payment'],
  ['547', 'paid'],
  ['550', 'delivered'],
  ['600', 'refunded'],
  ['canceled', 'cancelled'],
])

const known: ReadonlySet<string> = new Set(names.values())

/** The name of a status, however the shop writes it; null when it is unknown. */
export const orderStatusName = (value: string | null): string | null => {
  const text = (value ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  const name = names.get(text) ?? text
  return known.has(name) ? name : null
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** Whether a status is empty: `{}`, null, or blanks. */
export const isSilent = ({ value, label }: EnumValue): boolean => isBlank(value) && isBlank(label)

const cancelled: EnumValue = { value: '100', label: null }
const refunded: EnumValue = { value: '600', label: null }

/** The status of an order. Some shops leave it empty and only set a flag when the order is cancelled. */
export const statusOfOrder = (order: Pick<Order, 'status' | 'is_cancelled'>): EnumValue =>
  isSilent(order.status) && order.is_cancelled === true ? cancelled : order.status

type StatusParts = Pick<
  OrderItem,
  'id' | 'status' | 'is_cancelled' | 'cancellationrequest_set' | 'active_cancellation_request'
>

/** Whether the line was refunded: a finished refund also sets the shop's flag for cancelled lines. */
const wasRefunded = (item: StatusParts): boolean =>
  requestsOfItem(item).some(
    request => request.cancellation_type === 'refund' && requestStage(request.status) === 'completed',
  )

/** The status of a line: its own, else by its flag, else by the order's flag. */
export const statusOfItem = (item: StatusParts, order: Pick<Order, 'is_cancelled'>): EnumValue => {
  if (!isSilent(item.status)) return item.status
  if (item.is_cancelled === true) return wasRefunded(item) ? refunded : cancelled
  return order.is_cancelled === true ? cancelled : item.status
}

/** Why nothing is left to request for a line: it is cancelled, refunded, or its cancellation waits. */
export const endOfItem = (
  item: StatusParts,
  order: Pick<Order, 'is_cancelled'> = { is_cancelled: null },
): 'cancelled' | 'refunded' | 'cancellation-waiting' | null => {
  const name = orderStatusName(item.status.value)
  if (name === 'cancelled' || name === 'refunded') return name
  if (item.is_cancelled === true) return wasRefunded(item) ? 'refunded' : 'cancelled'
  if (name === 'cancellation_waiting') return 'cancellation-waiting'
  return order.is_cancelled === true ? 'cancelled' : null
}
