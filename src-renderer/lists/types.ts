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
  /** What was read so far stays; `failure` says why the rest is missing. */
  | {
      readonly kind: 'failed'
      readonly failure: Failure
      readonly at: number
      /** Pages that could not be read while those behind them were. */
      readonly holes?: number
    }
  | { readonly kind: 'stopped' }

export interface ListSnapshot<S> {
  /** False until the cache has been read. */
  readonly loaded: boolean
  /** Every row, newest first; filters and search are applied by `runQuery`. */
  readonly rows: readonly S[]
  /** When the list was last read from the shop to its end; null when never. */
  readonly asOf: number | null
  /** When the newest rows were last read; later than `asOf` after a pull that stopped at rows already known. */
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

export interface ShopFilterWatch {
  readonly onProgress: (done: number, total: number | null) => void
  readonly signal: AbortSignal
}

/** What came of asking the shop with filters. */
export interface FilteredAtShop {
  /** Orders that came, each once. */
  readonly came: number
  /** Those of them that fit the filters. */
  readonly matching: number
  /** Those of them that were not here before. */
  readonly added: number
  /** Rows that nobody could read. */
  readonly unreadable: number
  /** `unproven`: all that came fits, but nothing here shows that the shop holds anything else. */
  readonly obeyed: 'yes' | 'no' | 'unproven'
  /** The answer was read to its end, and held nothing that the filters exclude. */
  readonly complete: boolean
  /** Why the reading broke off. */
  readonly failure: Failure | null
}

/** Everything kept for one account. Opened once, lives until the account is removed or the app ends. */
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
  /** Reads one from the shop and keeps it; watchers of `touched` are told. */
  readonly pullOrder: (id: string) => Promise<Reply<Cached<Order>>>
  /**
   * Asks the shop for orders by number, beyond what the list has, and keeps every order that came. The number is how many
   * of them hold the text: a shop that does not know the search gives its newest orders whatever was asked.
   */
  readonly findAtShop: (text: string) => Promise<Reply<number>>
  /**
   * Asks the shop with its own filters and keeps every order that came, the ones that do not fit, too. Never proof that
   * an order is gone. `stop` ends the reading; what came until then is counted.
   */
  readonly filterAtShop: (filter: ShopFilter, watch: ShopFilterWatch) => Promise<Reply<FilteredAtShop>>
  readonly pullOldOrder: (id: string) => Promise<Reply<Cached<OldOrder>>>
  readonly pullCancellationView: (id: string) => Promise<Reply<Cached<Order>>>
  /** Counts up whenever a cached row changed: reload what is open. */
  readonly touched: Watched<number>
  readonly cache: Watched<CacheState>
  /** Pulls everything that this kind of account has. */
  readonly refreshAll: () => Promise<void>
  readonly close: () => void
}
