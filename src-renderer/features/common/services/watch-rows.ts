import { useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { recordList } from '../../../lists/record-list.ts'
import type { Workspace } from '../../../lists/types.ts'
import { recordKindNames } from '../../../model/record-kinds.ts'
import { type RequestStage, requestStage } from '../../../model/request-status.ts'
import type { Watched } from '../../../model/watched.ts'
import { type AccountRows, rowsById } from '../../../search/people.ts'
import { useCounterside } from './services.tsx'
import { useWatched } from './use-watched.ts'
import { useAccounts } from './use-workspace.ts'

/** The stored rows of one account. */
export interface RowsOfAccount extends AccountRows {
  readonly account: Account
}

interface RowsOfAccounts {
  readonly all: readonly RowsOfAccount[]
  /** False until all caches are read. */
  readonly loaded: boolean
}

const listsOf = (workspace: Workspace) => recordKindNames.map(kind => recordList(workspace, kind))

const rowsOf = (workspace: Workspace): RowsOfAccount => {
  const { account } = workspace
  const rows = recordKindNames.map(kind => [kind, recordList(workspace, kind).snapshot().rows])
  return { account, accountId: account.id, ...(Object.fromEntries(rows) as Omit<AccountRows, 'accountId'>) }
}

const isSame = (a: RowsOfAccount | undefined, b: RowsOfAccount): boolean =>
  a !== undefined && a.account === b.account && recordKindNames.every(kind => a[kind] === b[kind])

/** The rows of these accounts as one value. It stays the same object until a list changes. */
export const watchRows = (workspaces: readonly Workspace[]): Watched<RowsOfAccounts> => {
  let last: RowsOfAccounts = { all: [], loaded: workspaces.length === 0 }
  return {
    snapshot: () => {
      const all = workspaces.map(rowsOf)
      const loaded = workspaces.every(workspace => listsOf(workspace).every(list => list.snapshot().loaded))
      const isUnchanged = last.all.length === all.length && all.every((rows, place) => isSame(last.all[place], rows))
      if (!isUnchanged || loaded !== last.loaded) last = { all: isUnchanged ? last.all : all, loaded }
      return last
    },
    subscribe: onChange => {
      const undo = workspaces.flatMap(listsOf).map(list => list.subscribe(onChange))
      return () => {
        for (const each of undo) each()
      }
    },
  }
}

/** The stage of a request; null when this computer has not read the request. */
export type StageOf = (accountId: string, requestId: string) => RequestStage | null

/** Looks up stages in the lists on this computer. Renders again when they change. */
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
