import { isSameGate } from '../connection/connection.ts'
import type { Connections } from '../connection/connections.ts'
import { createWatched, type Settable, type Watched } from '../model/watched.ts'
import type { EntryStore } from './entry-store.ts'
import type { ClosedOutboxGate } from './types.ts'

interface ClosedGates {
  /** The gravest closed gate of the account; null when all are open. */
  readonly now: (accountId: string) => ClosedOutboxGate | null
  /** The same for the screens, because gates change while entries do not. */
  readonly of: (accountId: string) => Watched<ClosedOutboxGate | null>
  /** Looks again, and informs the watchers of what changed. */
  readonly update: () => void
}

export function createClosedGates(
  store: Pick<EntryStore, 'closedGate'>,
  connections: Pick<Connections, 'of'>,
): ClosedGates {
  const watched = new Map<string, Settable<ClosedOutboxGate | null>>()
  const now = (accountId: string): ClosedOutboxGate | null => {
    const gate = store.closedGate(accountId)
    return gate === null ? connections.of(accountId).snapshot().closed : { gate, until: null, why: null }
  }
  const look = (accountId: string, shown: Settable<ClosedOutboxGate | null>): void => {
    const next = now(accountId)
    if (!isSameGate(shown.snapshot(), next)) shown.set(next)
  }
  return {
    now,
    of: accountId => {
      const known = watched.get(accountId)
      if (known) return known
      const fresh = createWatched(now(accountId))
      watched.set(accountId, fresh)
      connections.of(accountId).subscribe(() => look(accountId, fresh))
      return fresh
    },
    update: () => {
      for (const [accountId, shown] of watched) look(accountId, shown)
    },
  }
}
