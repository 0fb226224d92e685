import type { Account, AccountList } from '../../src-main/contract/accounts.ts'
import type { CancellationPayload } from '../../src-main/contract/commands.ts'
import type { Entry, EntryAbout } from '../../src-main/contract/entries.ts'
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
import type { EnumValue } from '../../src-main/contract/values.ts'
import type { Figure } from '../model/amounts.ts'
import type { Standstill } from '../outbox/gates.ts'

/** A value that changes and can be watched; the shape React's useSyncExternalStore wants. Snapshots are stable until they change. */
export interface Watched<T> {
  readonly snapshot: () => T
  readonly subscribe: (onChange: () => void) => () => void
}

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

export interface ListQuery {
  readonly text: string
  /** Status values; empty means all. */
  readonly statuses: readonly string[]
  /** Inclusive range, milliseconds. */
  readonly from: number | null
  readonly to: number | null
  readonly sort: 'newest' | 'oldest' | 'amount-high' | 'amount-low' | 'number' | 'person'
}

export interface ListStore<S> extends Watched<ListSnapshot<S>> {
  /** Pulls from the shop; a second call joins the first. */
  readonly refresh: () => Promise<void>
  readonly stop: () => void
}

/** A whole row from the cache and when it was read from the shop. */
export interface Cached<T> {
  readonly value: T
  readonly readAt: number
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

/** How the copies on disk are. None of these stops a screen: lists work from memory and the shop either way. */
export type CacheState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready' }
  /** What was kept could not be read (damaged, sealed with another key, or of another version) and was dropped; it is pulled again. */
  | { readonly kind: 'rebuilt'; readonly reason: 'unreadable' | 'other-version'; readonly at: number }
  /** Nothing can be kept right now: rows last until the app ends. */
  | { readonly kind: 'memory-only'; readonly failure: Failure }

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

export interface SignalState {
  readonly shop: 'answering' | 'not-answering' | 'unknown'
  /** Why it does not answer, for the words beside the light. */
  readonly failure: Failure | null
  readonly session: 'signed-in' | 'signed-out'
  /** Last real answer of the shop, ms since 1970. */
  readonly lastAnswerAt: number | null
}

/** Two of the three signals, by account; the third (unsent) comes from the outbox. Never merged. */
export interface Signals {
  readonly of: (accountId: string) => Watched<SignalState>
  /** Every reply of a call for an account passes through here once. */
  readonly note: (accountId: string, reply: Reply<unknown>) => void
  /** navigator's word: `offline` may close the gate, `online` only causes a probe. */
  readonly networkChanged: (online: boolean) => void
}

export interface Draft {
  /** Becomes the entry's id: one draft, one entry, however often it is submitted. */
  readonly id: string
  readonly accountId: string
  readonly payload: CancellationPayload
  readonly about: EntryAbout
  /** Drafts submitted in one go share it, and go out as one bulk call. */
  readonly batch?: string
}

export interface OutboxSnapshot {
  /** False until the table has been read and reconciled with the ledger. */
  readonly loaded: boolean
  /** Every entry of every account in the order of `seq`. */
  readonly entries: readonly Entry[]
  readonly paused: readonly string[]
  /** Set when the table or the ledger can't be written: nothing is sent then. */
  readonly storageFailure: Failure | null
  /** How many entries the start brought back from the other medium. */
  readonly restored: number
  /** Stored rows nobody could read; kept, counted, exportable. */
  readonly unreadable: number
}

/** The only door to the queue. Every command resolves when the change is on disk. */
export interface Outbox extends Watched<OutboxSnapshot> {
  readonly enqueue: (draft: Draft) => Promise<Reply<Entry>>
  /**
   * Saves them in one go and only then begins to send; up to a thousand are all saved or none is. A reply for each, in
   * their order, up to and with the thousand that failed.
   */
  readonly enqueueAll: (drafts: readonly Draft[]) => Promise<readonly Reply<Entry>[]>
  /** QUEUED or REJECTED only: a new revision with this payload. */
  readonly edit: (entryId: string, payload: CancellationPayload) => Promise<Reply<Entry>>
  /** REJECTED: the same payload again. QUEUED: now instead of at nextAt. */
  readonly retry: (entryId: string) => Promise<Reply<Entry>>
  /** UNKNOWN: read back now. */
  readonly checkNow: (entryId: string) => Promise<Reply<Entry>>
  readonly adopt: (entryId: string, requestId: string) => Promise<Reply<Entry>>
  readonly sendAgain: (entryId: string) => Promise<Reply<Entry>>
  readonly discard: (entryId: string) => Promise<Reply<Entry>>
  /** Brings a discarded entry back, for a minute. Afterwards `conflict`, `too-late`; `asked-anew` when a newer one is open. */
  readonly undoDiscard: (entryId: string) => Promise<Reply<Entry>>
  /** Stored entries that this version or this key can't read, as JSON text, still sealed. */
  readonly exportUnreadable: () => Promise<Reply<string>>
  readonly pause: (accountId: string, paused: boolean) => Promise<void>
  /** Null while the account's entries go out as they come. */
  readonly standstill: (accountId: string) => Watched<Standstill | null>
  /** Look now: the shop answered, the network came back, the user signed in. Joins a drain that is running. */
  readonly wake: () => void
}

/** What the screens get: everything below React. */
export interface Counterside {
  readonly accounts: Watched<AccountList>
  readonly workspace: (accountId: string) => Workspace
  /** What this computer has of an account, without asking its shop for more. The same object as `workspace` gives. */
  readonly glance: (accountId: string) => Workspace
  readonly outbox: Outbox
  readonly signals: Signals
}
