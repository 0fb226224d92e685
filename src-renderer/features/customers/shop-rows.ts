import { useMemo } from 'react'
import type { Account } from '../../../src-main/contract/accounts.ts'
import type { AccountRows } from '../../search/people.ts'
import type { Watched, Workspace } from '../../workspace/types.ts'
import { useCounterside } from '../data/services.tsx'
import { useWatched } from '../data/use-watched.ts'
import { useAccounts } from '../data/use-workspace.ts'

const rowsOf = ({ account, orders, oldOrders, pending, requests }: Workspace): AccountRows => ({
  accountId: account.id,
  orders: orders.snapshot().rows,
  oldOrders: oldOrders.snapshot().rows,
  pending: pending.snapshot().rows,
  requests: requests.snapshot().rows,
})

const isSame = (a: AccountRows | undefined, b: AccountRows): boolean =>
  a !== undefined &&
  a.orders === b.orders &&
  a.oldOrders === b.oldOrders &&
  a.pending === b.pending &&
  a.requests === b.requests

/** The rows of several accounts as one value, which changes when one of their lists does. */
export const watchRows = (workspaces: readonly Workspace[]): Watched<readonly AccountRows[]> => {
  let last: readonly AccountRows[] = []
  return {
    snapshot: () => {
      const now = workspaces.map(rowsOf)
      if (now.length !== last.length || !now.every((rows, place) => isSame(last[place], rows))) last = now
      return last
    },
    subscribe: onChange => {
      const undo = workspaces
        .flatMap(({ orders, oldOrders, pending, requests }) => [orders, oldOrders, pending, requests])
        .map(list => list.subscribe(onChange))
      return () => {
        for (const each of undo) each()
      }
    },
  }
}

/** The accounts of one account's shop, itself included; none when it is gone. */
export const accountsBeside = (accounts: readonly Account[], accountId: string): readonly Account[] => {
  const shopId = accounts.find(account => account.id === accountId)?.shop.id
  return accounts.filter(account => account.shop.id === shopId)
}

/** What this computer has of every account of the shop that this account is of. */
export const useShopRows = (accountId: string): readonly AccountRows[] => {
  const counterside = useCounterside()
  const { accounts } = useAccounts()
  const ids = accountsBeside(accounts, accountId)
    .map(({ id }) => id)
    .join('\n')
  const watched = useMemo(
    () => watchRows(ids === '' ? [] : ids.split('\n').map(id => counterside.glance(id))),
    [counterside, ids],
  )
  return useWatched(watched)
}
