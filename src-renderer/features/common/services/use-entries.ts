import { useMemo, useSyncExternalStore } from 'react'
import { type EntriesByItem, groupByItem, unsentOf } from '../../../model/entries.ts'
import type { OutboxSnapshot } from '../../../outbox/types.ts'
import { useCounterside } from './services.tsx'
import { useWatched } from './use-watched.ts'

export const useOutbox = () => useWatched(useCounterside().outbox)

/** One fact of the outbox; whoever needs no more is not drawn anew with each change of an entry. */
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
