import type { EnumValue } from '../../src-main/contract/values.ts'
import type { Figure } from './amounts.ts'

/** The small part of a row that is kept in memory for lists, filters and search. */
export interface SummaryBase {
  readonly id: string
  /** Order or request number as the shop sent it. */
  readonly number: string | null
  /** Milliseconds since 1970, null when the date is missing or unreadable. `dateText` is the shop's text. */
  readonly at: number | null
  readonly dateText: string | null
  readonly status: EnumValue
  readonly amount: string | null
  readonly currency: string | null
  readonly person: string | null
  /** The folded text that is searched. */
  readonly haystack: string
}
export interface OrderSummary extends SummaryBase {
  readonly itemIds: readonly string[]
  readonly itemCount: number
  readonly firstItem: string | null
  readonly cancellable: number
  readonly refundable: number
  /** What the shop paid back for one line, by its own figure, if the figure belongs to a single line. */
  readonly refunded?: { readonly item: string; readonly amount: string }
}
export interface OldOrderSummary extends SummaryBase {
  readonly itemCount: number
}
export interface PendingSummary extends SummaryBase {
  /** Items that wait for a decision. */
  readonly waitingItemIds: readonly string[]
  /** The shop listed it although no item waits. Shown apart. */
  readonly withoutWaiting?: true
  readonly itemCount: number
  readonly channel: string | null
}
export interface RequestSummary extends SummaryBase {
  readonly orderItem: string | null
  readonly cancellationType: string | null
  readonly easyReturnCode: string | null
  readonly orderId: string | null
  readonly orderNumber: string | null
  readonly productName: string | null
  /** Whether `amount` is the shop's figure or an estimate. */
  readonly amountKind?: Figure['kind']
  /** As in the shop's list; missing in rows of an older version. */
  readonly quantity?: string | null
}

/** False for an order that the shop listed as pending although no line of it waits. */
export const isWaiting = (row: PendingSummary): boolean => row.withoutWaiting !== true
