import { useEffect, useMemo } from 'react'
import type { Account, AccountKind, AccountList } from '../../../../src-main/contract/accounts.ts'
import type { ConnectionState } from '../../../connection/connection.ts'
import type { ListSnapshot, ListStore, Workspace } from '../../../lists/types.ts'
import { useCounterside } from './services.tsx'
import { still, useWatched } from './use-watched.ts'

export const useAccounts = () => useWatched(useCounterside().accounts)

export const useActiveAccount = (): Account | null => activeAccount(useAccounts())

export const useAccountFor = (kind: AccountKind): Account | null => pickAccount(useAccounts(), kind)

export const useWorkspaceOf = (accountId: string | null): Workspace | null => {
  const counterside = useCounterside()
  return useMemo(() => (accountId === null ? null : counterside.workspace(accountId)), [counterside, accountId])
}

/** The workspace of the account that `pickAccount` chooses; null when there is none of this kind. */
export const useActiveWorkspace = (kind: AccountKind): Workspace | null =>
  useWorkspaceOf(useAccountFor(kind)?.id ?? null)

const noConnection = still<ConnectionState>({
  shop: 'unknown',
  failure: null,
  session: 'signed-out',
  lastAnswerAt: null,
  closed: { gate: 'gone', until: null, why: null },
})

/** An account counts as signed in only when both main and the shop's last answers say so. */
export const useConnection = (account: Account | null): ConnectionState => {
  const counterside = useCounterside()
  const accountId = account?.id ?? null
  const watched = useMemo(
    () => (accountId === null ? noConnection : counterside.connections.of(accountId)),
    [counterside, accountId],
  )
  const state = useWatched(watched)
  return account?.signedIn === false ? { ...state, session: 'signed-out' } : state
}

const empty: ListSnapshot<never> = { loaded: true, rows: [], asOf: null, pull: { kind: 'idle' }, unreadable: [] }
const noList = still(empty)

export const useList = <S>(list: ListStore<S> | null): ListSnapshot<S> => useWatched<ListSnapshot<S>>(list ?? noList)

/** Fetches a list that was never fetched. The sync refreshes the others. */
export const useFirstPull = <S>(list: ListStore<S> | null, signedIn: boolean): void => {
  const { loaded, asOf, pull } = useList(list)
  const wanted = list !== null && loaded && asOf === null && pull.kind === 'idle' && signedIn
  useEffect(() => {
    if (wanted) list?.refresh().catch(() => undefined)
  }, [list, wanted])
}

export const activeAccount = (list: AccountList): Account | null =>
  list.accounts.find(account => account.id === list.activeId) ?? list.accounts[0] ?? null

/**
 * The account whose rows a screen of this kind shows: the active account when it is of this kind, else one of the same
 * shop, else the first of this kind.
 */
export const pickAccount = (list: AccountList, kind: AccountKind): Account | null => {
  const active = activeAccount(list)
  if (active?.kind === kind) return active
  const fitting = list.accounts.filter(account => account.kind === kind)
  return fitting.find(account => account.shop.id === active?.shop.id) ?? fitting[0] ?? null
}
