import type { Bridge } from '../../src-main/contract/bridge.ts'
import type { CancellationPayload } from '../../src-main/contract/commands.ts'
import type { Entry, EntryAbout } from '../../src-main/contract/entries.ts'
import type { Failure, Reply } from '../../src-main/contract/failures.ts'
import type { ClosedGate, ConnectionGate } from '../connection/connection.ts'
import type { Watched } from '../model/watched.ts'

/** `storage`: the queue can't be written. `paused`: by a person. The rest is what the connection knows. */
export type OutboxGate = 'storage' | 'paused' | ConnectionGate

/** Why nothing of an account is sent. Gates never change an entry. */
export type ClosedOutboxGate = ClosedGate<OutboxGate>

export interface OutboxSnapshot {
  /** False until the table has been read and reconciled with the ledger. */
  readonly loaded: boolean
  /** Every entry of every account in the order of `seq`. */
  readonly entries: readonly Entry[]
  readonly paused: readonly string[]
  /** Set while the table or the ledger can't be written. Nothing is sent then. */
  readonly storageFailure: Failure | null
  /** How many entries the start restored from the ledger. */
  readonly restored: number
  /** How many stored rows can't be read. They are kept and can be exported. */
  readonly unreadable: number
}

export interface Draft {
  /** Becomes the entry's id, so that one draft is one entry, however often it is submitted. */
  readonly id: string
  readonly accountId: string
  readonly payload: CancellationPayload
  readonly about: EntryAbout
  /** Drafts submitted together share it and are sent as one bulk call. */
  readonly batch?: string
}

/** The only access to the queue. Every command resolves when the change is on disk. */
export interface Outbox extends Watched<OutboxSnapshot> {
  readonly enqueue: (draft: Draft) => Promise<Reply<Entry>>
  /**
   * Saves all drafts before any is sent. Each thousand is saved as a whole or not at all, and the first that fails ends
   * the saving. Replies are in the order of the drafts, up to the end of the thousand that failed.
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
  /**
   * Brings a discarded entry back within a minute. Later it fails as `conflict` with `too-late`, or `asked-anew` when a
   * newer entry is open.
   */
  readonly undoDiscard: (entryId: string) => Promise<Reply<Entry>>
  /** The stored entries that can't be read, as JSON text, still sealed. */
  readonly exportUnreadable: () => Promise<Reply<string>>
  readonly pause: (accountId: string, paused: boolean) => Promise<void>
  /** Why nothing of the account is sent; null while all gates are open. */
  readonly closedGate: (accountId: string) => Watched<ClosedOutboxGate | null>
  /** Checks now what can be sent, for instance when the network comes back. */
  readonly wake: () => void
}

/** The part of the bridge that the outbox needs. Tests pass a shop and a ledger of their own. */
export interface OutboxMain {
  readonly commerce: Pick<Bridge['commerce'], 'currentUser' | 'requests' | 'order' | 'cancellationView'>
  readonly ledger: Bridge['ledger']
  /**
   * `send` must write the intent to disk before the first byte, so that a later `ledger.read` shows it. A failure reply
   * (not an outcome) must mean that no byte left, except `conflict` with code `already-attempted`.
   */
  readonly outbox: Bridge['outbox']
  readonly app: Pick<Bridge['app'], 'log'>
}
