import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Workspace } from '../../../lists/types.ts'
import type { Watched } from '../../../model/watched.ts'
import type { AccountRows } from '../../../search/people.ts'

/** All that is kept of one account's records. */
export interface RowsOfAccount extends AccountRows {
  readonly account: Account
}

export interface RowsOfAccounts {
  readonly all: readonly RowsOfAccount[]
  /** False while a cache is still being read. */
  readonly loaded: boolean
}

const listsOf = ({ orders, oldOrders, pending, requests }: Workspace) => [orders, oldOrders, pending, requests] as const

const rowsOf = ({ account, orders, oldOrders, pending, requests }: Workspace): RowsOfAccount => ({
  account,
  accountId: account.id,
  orders: orders.snapshot().rows,
  oldOrders: oldOrders.snapshot().rows,
  pending: pending.snapshot().rows,
  requests: requests.snapshot().rows,
})

const isSame = (a: RowsOfAccount | undefined, b: RowsOfAccount): boolean =>
  a !== undefined &&
  a.account === b.account &&
  a.orders === b.orders &&
  a.oldOrders === b.oldOrders &&
  a.pending === b.pending &&
  a.requests === b.requests

/** The records of these accounts as one value; the same object until one of the lists changes. */
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
