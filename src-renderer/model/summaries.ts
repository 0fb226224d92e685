import type { EnumValue } from '../../src-main/contract/values.ts'
import type { Figure } from './amounts.ts'

/** What lists, filters and search run over: small, in memory, and never the whole row. */
export interface SummaryBase {
  readonly id: string
  /** Order or request number as the shop sent it. */
  readonly number: string | null
  /** Milliseconds since 1970, null when the date is missing or nonsense; `dateText` then says what came. */
  readonly at: number | null
  readonly dateText: string | null
  readonly status: EnumValue
  readonly amount: string | null
  readonly currency: string | null
  readonly person: string | null
  /** Folded words that search looks in. */
  readonly haystack: string
}
export interface OrderSummary extends SummaryBase {
  readonly itemIds: readonly string[]
  readonly itemCount: number
  readonly firstItem: string | null
  readonly cancellable: number
  readonly refundable: number
  /** What the shop paid back for a line by its own figure, where that is the figure of one line. */
  readonly refunded?: { readonly item: string; readonly amount: string }
}
export interface OldOrderSummary extends SummaryBase {
  readonly itemCount: number
}
export interface PendingSummary extends SummaryBase {
  /** Items that wait for a decision. */
  readonly waitingItemIds: readonly string[]
  /** The shop listed it although nothing in it waits: shown apart. */
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
  /** What `amount` is worth. */
  readonly amountKind?: Figure['kind']
  /** As the shop's list says it; missing in rows that an older version kept. */
  readonly quantity?: string | null
}
