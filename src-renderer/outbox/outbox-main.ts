import type { Bridge } from '../../src-main/contract/bridge.ts'

/** The part of the bridge that the outbox needs; tests hand in a shop and a ledger of their own. */
export interface OutboxMain {
  readonly commerce: Pick<Bridge['commerce'], 'currentUser' | 'requests' | 'order' | 'cancellationView'>
  readonly ledger: Bridge['ledger']
  /**
   * Duties of `send`: the intent is on disk before the first byte; a failure reply (not an outcome) means that no
   * byte left, except `conflict` with code `already-attempted`; a later `ledger.read` shows the intent.
   */
  readonly outbox: Bridge['outbox']
  readonly app: Pick<Bridge['app'], 'log'>
}

/** The code of the `conflict` with which main refuses an (entry, revision, attempt) it already has an intent for. */
export const alreadyAttempted = 'already-attempted'
