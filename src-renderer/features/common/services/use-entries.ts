import { useMemo, useSyncExternalStore } from 'react'
import { type EntriesByItem, groupByItem, unsentOf } from '../../../model/entries.ts'
import type { ClosedOutboxGate, OutboxSnapshot } from '../../../outbox/types.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useCounterside } from './services.tsx'
import { still, useWatched } from './use-watched.ts'

export const useOutbox = () => useWatched(useCounterside().outbox)

/** One fact of the outbox. The component renders again only when the fact changes, not with every entry. */
export const useOutboxFact = <T extends string | number | boolean | null>(pick: (outbox: OutboxSnapshot) => T): T => {
  const { outbox } = useCounterside()
  const read = () => pick(outbox.snapshot())
  return useSyncExternalStore(outbox.subscribe, read, read)
}

export const useEntriesByItem = (accountId: string | null): EntriesByItem => {
  const { entries } = useOutbox()
  return useMemo(() => groupByItem(entries, accountId), [entries, accountId])
}

export const useUnsent = (accountId?: string) => {
  const { entries } = useOutbox()
  return useMemo(() => unsentOf(entries, accountId), [entries, accountId])
}

const noClosedGate = still<ClosedOutboxGate | null>(null)

/** Why this account's entries are not being sent now; null when they are. */
export const useClosedGate = (accountId: string | null): ClosedOutboxGate | null => {
  const { outbox } = useCounterside()
  const now = useNow()
  const watched = useMemo(() => (accountId === null ? noClosedGate : outbox.closedGate(accountId)), [outbox, accountId])
  const closed = useWatched(watched)
  // A throttled account sends again when the shop's waiting time is over. Other standstills end only with a probe.
  const isOver = closed?.gate === 'throttled' && closed.until !== null && closed.until <= now
  return isOver ? null : closed
}
