import { useMemo } from 'react'
import { type EntriesByItem, groupByItem, unsentOf } from './entries.ts'
import { useCounterside } from './services.tsx'
import { useWatched } from './use-watched.ts'

export const useOutbox = () => useWatched(useCounterside().outbox)

export const useEntriesByItem = (accountId: string | null): EntriesByItem => {
  const { entries } = useOutbox()
  return useMemo(() => groupByItem(entries, accountId), [entries, accountId])
}

export const useUnsent = (accountId?: string) => {
  const { entries } = useOutbox()
  return useMemo(() => unsentOf(entries, accountId), [entries, accountId])
}
