import type { CancellationType } from '../../src-main/contract/commands.ts'
import type { Entry, EntryState } from '../../src-main/contract/entries.ts'
import type { Order, OrderItem } from '../../src-main/contract/resources.ts'
import type { EnumValue } from '../../src-main/contract/values.ts'
import { openRequestOf } from './item-requests.ts'
import { endOfItem, orderStatusName, statusOfItem } from './order-status.ts'

/** Why nothing can be requested for a line. Decided by the shop's flags and by open requests, never by labels. */
export type WhyNot =
  | { readonly code: 'entry'; readonly state: EntryState; readonly entryId: string }
  | {
      readonly code: 'requested'
      readonly requestId: string
      readonly status: EnumValue
      readonly type: string | null
    }
  | { readonly code: 'cancelled' }
  | { readonly code: 'refunded' }
  | { readonly code: 'cancellation-waiting' }
  | { readonly code: 'on-the-way' }
  | { readonly code: 'flags-missing' }
  | { readonly code: 'not-allowed'; readonly status: EnumValue }

export interface Eligibility {
  /** What may be requested. Empty when nothing may, and then `whyNot` says why. */
  readonly types: readonly CancellationType[]
  readonly whyNot: WhyNot | null
}

const onTheWay = new Set(['shipped', 'shipped_and_informed', 'ready_for_pickup', 'attempted_delivery'])

const refusalOf = (item: OrderItem, order: Pick<Order, 'is_cancelled'>): WhyNot => {
  const end = endOfItem(item, order)
  if (end !== null) return { code: end }
  if (item.is_cancellable === null || item.is_refundable === null) return { code: 'flags-missing' }
  const name = orderStatusName(item.status.value)
  if (name !== null && onTheWay.has(name)) return { code: 'on-the-way' }
  return { code: 'not-allowed', status: statusOfItem(item, order) }
}

export const eligibilityOf = (
  item: OrderItem,
  order: Pick<Order, 'is_cancelled'>,
  overlay: Entry | null,
): Eligibility => {
  if (overlay) return { types: [], whyNot: { code: 'entry', state: overlay.state, entryId: overlay.id } }
  const open = openRequestOf(item)
  if (open)
    return {
      types: [],
      whyNot: { code: 'requested', requestId: open.id, status: open.status, type: open.cancellation_type },
    }
  const types: CancellationType[] = []
  if (item.is_cancellable === true) types.push('cancel')
  if (item.is_refundable === true) types.push('refund')
  return { types, whyNot: types.length > 0 ? null : refusalOf(item, order) }
}
