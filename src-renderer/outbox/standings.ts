import type { Watched } from '../model/watched.ts'
import { createWatched, type Settable } from '../model/watched.ts'
import type { Standstill } from './gates.ts'

/** Why each account's entries wait, for the screens: gates change without any entry changing. */
export interface Standings {
  readonly of: (accountId: string) => Watched<Standstill | null>
  /** Something may have changed: those who watch are told of what did. */
  readonly look: () => void
}

export function createStandings(read: (accountId: string) => Standstill | null): Standings {
  const watched = new Map<string, Settable<Standstill | null>>()
  return {
    of: accountId => {
      const known = watched.get(accountId)
      if (known) return known
      const fresh = createWatched(read(accountId))
      watched.set(accountId, fresh)
      return fresh
    },
    look: () => {
      for (const [accountId, standing] of watched) {
        const next = read(accountId)
        if (!isSame(standing.snapshot(), next)) standing.set(next)
      }
    },
  }
}

const isSame = (a: Standstill | null, b: Standstill | null): boolean =>
  a?.gate === b?.gate && a?.until === b?.until && a?.why === b?.why
