import type { Account, AccountList } from '../../src-main/contract/accounts.ts'
import type { Failure, Reply } from '../../src-main/contract/failures.ts'
import { type Clock, systemClock } from '../model/clock.ts'
import type { Watched } from '../model/watched.ts'
import {
  Connection,
  type ConnectionState,
  type ConnectionTimings,
  connectionTimings,
  type GateEvent,
} from './connection.ts'

type GateListener = (accountId: string, event: GateEvent) => void

/** One connection for each account. */
export interface Connections {
  readonly of: (accountId: string) => Watched<ConnectionState>
  /** Takes every reply for an account, once. */
  readonly note: (accountId: string, reply: Reply<unknown>) => void
  /** A read that the whole account needs failed: nothing is sent until the line has been tried again. */
  readonly readFailed: (accountId: string, why: Failure) => void
  /** Ok when the shop says, or has just said, that the account's own user is signed in. */
  readonly identify: (accountId: string) => Promise<Reply<true>>
  /** Whether a request may go out now: every gate is open, and the user is known. */
  readonly mayWrite: (accountId: string) => boolean
  /** Asks now about everything that is closed or in doubt, at most once a second for each account. */
  readonly askNow: () => void
  /** What navigator reports: `offline` closes the gate, `online` only starts a probe. */
  readonly networkChanged: (online: boolean) => void
  /** Calls the listener when the gate of an account opens, closes, or gives way to another. */
  readonly onGate: (listener: GateListener) => () => void
  readonly close: () => void
}

interface ConnectionsParts {
  readonly accounts: Watched<AccountList>
  /** A cheap read. Returns the user whom the shop says is signed in. */
  readonly askUser: (account: Account) => Promise<Reply<Account['userId']>>
  /** The shop answers or the session holds, for the first time or again: time to sync. */
  readonly onAnswering?: (accountId: string) => void
  readonly clock?: Clock
  readonly timings?: Partial<ConnectionTimings>
}

/** Follows the list of accounts from now on. */
export function createConnections(parts: ConnectionsParts): Connections {
  const { accounts, askUser, onAnswering, clock = systemClock } = parts
  const timings = { ...connectionTimings, ...parts.timings }
  const known = new Map<string, Connection>()
  const listeners = new Set<GateListener>()
  let isClosed = false

  const of = (accountId: string): Connection => {
    const before = known.get(accountId)
    if (before) return before
    const fresh = new Connection({
      clock,
      timings,
      askUser,
      onAnswering: () => onAnswering?.(accountId),
      onGate: event => {
        for (const listener of [...listeners]) listener(accountId, event)
      },
    })
    known.set(accountId, fresh)
    if (isClosed) fresh.close()
    return fresh
  }
  const accountsChanged = (): void => {
    const { accounts: listed } = accounts.snapshot()
    for (const account of listed) of(account.id).accountsChanged(account)
    for (const [id, connection] of known)
      if (!listed.some(account => account.id === id)) connection.accountsChanged(null)
  }
  const unsubscribe = accounts.subscribe(accountsChanged)
  accountsChanged()

  return {
    of: accountId => of(accountId).state,
    note: (accountId, reply) => of(accountId).note(reply),
    readFailed: (accountId, why) => of(accountId).readFailed(why),
    identify: accountId => of(accountId).identify(),
    mayWrite: accountId => of(accountId).mayWrite,
    askNow: () => {
      for (const connection of known.values()) connection.askNow()
    },
    networkChanged: online => {
      for (const connection of known.values()) connection.networkChanged(online)
    },
    onGate: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    close: () => {
      isClosed = true
      unsubscribe()
      for (const connection of known.values()) connection.close()
    },
  }
}
