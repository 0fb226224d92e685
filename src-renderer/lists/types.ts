import type { Account } from '../../src-main/contract/accounts.ts'
import type { Failure, Reply } from '../../src-main/contract/failures.ts'
import type { UnreadableRow } from '../../src-main/contract/pages.ts'
import type { PendingOrder } from '../../src-main/contract/pending.ts'
import type {
  Address,
  CancellationReason,
  CancellationRequest,
  OldOrder,
  Order,
} from '../../src-main/contract/resources.ts'
import type { OldOrderSummary, OrderSummary, PendingSummary, RequestSummary } from '../model/summaries.ts'
import type { Watched } from '../model/watched.ts'
import type { Cached, CacheState } from '../storage/account-cache.ts'

export type PullState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number | null }
  /** The rows read so far stay; `failure` says why the rest is missing. */
  | {
      readonly kind: 'failed'
      readonly failure: Failure
      readonly at: number
      /** Unreadable pages with readable ones behind them. */
      readonly holes?: number
    }
  | { readonly kind: 'stopped' }

export interface ListSnapshot<S> {
  /** False until the cache has been read. */
  readonly loaded: boolean
  /** Every row, newest first. `runQuery` filters and searches them. */
  readonly rows: readonly S[]
  /** When the list was last read to its end; null when never. */
  readonly asOf: number | null
  /** When the newest rows were last read. Later than `asOf` after a pull that stopped at known rows. */
  readonly headAsOf?: number | null
  readonly pull: PullState
  readonly unreadable: readonly UnreadableRow[]
}

export interface ListStore<S> extends Watched<ListSnapshot<S>> {
  /** Pulls from the shop; a second call joins the first. */
  readonly refresh: () => Promise<void>
  readonly stop: () => void
}

/** What the shop can filter its orders by. */
export interface ShopFilter {
  /** A status value as the shop writes it; null means all. */
  readonly status: string | null
  /** Inclusive range, milliseconds since 1970. */
  readonly from: number | null
  readonly to: number | null
}

interface ShopFilterWatch {
  readonly onProgress: (done: number, total: number | null) => void
  readonly signal: AbortSignal
}

/** The result of asking the shop with filters. */
export interface FilteredAtShop {
  /** How many orders came, each counted once. */
  readonly came: number
  /** How many of them fit the filters. */
  readonly matching: number
  /** How many of them were not here before. */
  readonly added: number
  /** How many rows could not be read. */
  readonly unreadable: number
  /** `unproven`: everything that came fits, but we know of no order that the filter had to exclude. */
  readonly obeyed: 'yes' | 'no' | 'unproven'
  /** The answer was read to its end and held nothing that the filters exclude. */
  readonly complete: boolean
  /** Why the reading broke off. */
  readonly failure: Failure | null
}

/** The lists and rows of one account. Opened once, lives until the account is removed or the app ends. */
export interface Workspace {
  readonly account: Account
  readonly orders: ListStore<OrderSummary>
  readonly oldOrders: ListStore<OldOrderSummary>
  readonly pending: ListStore<PendingSummary>
  readonly requests: ListStore<RequestSummary>
  readonly reasons: ListStore<CancellationReason>
  readonly addresses: ListStore<Address>
  readonly order: (id: string) => Promise<Cached<Order> | null>
  readonly oldOrder: (id: string) => Promise<Cached<OldOrder> | null>
  readonly pendingOrder: (id: string) => Promise<Cached<PendingOrder> | null>
  readonly request: (id: string) => Promise<Cached<CancellationRequest> | null>
  readonly cancellationView: (id: string) => Promise<Cached<Order> | null>
  /** Reads one order from the shop and keeps it; `touched` changes. */
  readonly pullOrder: (id: string) => Promise<Reply<Cached<Order>>>
  /**
   * Asks the shop for orders by number and keeps every order that came. Returns how many of them hold the text: a shop
   * without this search answers with its newest orders.
   */
  readonly findAtShop: (text: string) => Promise<Reply<number>>
  /**
   * Asks the shop with its own filters and keeps every order that came, fitting or not. This never proves that an order
   * is gone. The signal ends the reading; what came until then is counted.
   */
  readonly filterAtShop: (filter: ShopFilter, watch: ShopFilterWatch) => Promise<Reply<FilteredAtShop>>
  readonly pullOldOrder: (id: string) => Promise<Reply<Cached<OldOrder>>>
  readonly pullCancellationView: (id: string) => Promise<Reply<Cached<Order>>>
  /** Counts up whenever a cached row changed: time to reload an open record. */
  readonly touched: Watched<number>
  readonly cache: Watched<CacheState>
  /** Pulls everything that this kind of account has. */
  readonly refreshAll: () => Promise<void>
  readonly close: () => void
}
