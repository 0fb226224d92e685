import { useMemo } from 'react'
import { type RequestStage, requestStage } from '../../../model/request-status.ts'
import { rowsById } from '../../../search/people.ts'
import { useCounterside } from './services.tsx'
import { useWatched } from './use-watched.ts'
import { useAccounts } from './use-workspace.ts'
import { watchRows } from './watch-rows.ts'

/** How far the shop is with a request, by its number; null where this computer has not read it. */
export type StageOf = (accountId: string, requestId: string) => RequestStage | null

/** Knows the stage of every request in the lists on this computer, kept up to date. */
export const useStageOf = (): StageOf => {
  const counterside = useCounterside()
  const { accounts } = useAccounts()
  const ids = accounts.map(({ id }) => id).join('\n')
  const watched = useMemo(
    () => watchRows(ids === '' ? [] : ids.split('\n').map(id => counterside.glance(id))),
    [counterside, ids],
  )
  const { all } = useWatched(watched)
  return useMemo(() => {
    const lists = new Map(all.map(({ accountId, requests }) => [accountId, requests]))
    return (accountId, requestId) => {
      const row = rowsById(lists.get(accountId) ?? []).get(requestId)
      return row === undefined ? null : requestStage(row.status)
    }
  }, [all])
}
