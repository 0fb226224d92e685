import type { CancellationPayload } from '../../src-main/contract/commands.ts'
import type { Entry, EntryAbout } from '../../src-main/contract/entries.ts'
import type { Failure, Reply } from '../../src-main/contract/failures.ts'
import type { Watched } from '../model/watched.ts'
import type { Standstill } from './gates.ts'

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
