import type { Watched, Workspace } from '../../workspace/types.ts'
import type { Source } from './found.ts'

export interface Sources {
  readonly all: readonly Source[]
  /** False while a cache is still being read. */
  readonly loaded: boolean
}

const listsOf = ({ orders, oldOrders, pending, requests }: Workspace) => [orders, oldOrders, pending, requests] as const

const sourceOf = ({ account, orders, oldOrders, pending, requests }: Workspace): Source => ({
  account,
  orders: orders.snapshot().rows,
  oldOrders: oldOrders.snapshot().rows,
  pending: pending.snapshot().rows,
  requests: requests.snapshot().rows,
})

const isSame = (a: Source | undefined, b: Source): boolean =>
  a !== undefined &&
  a.account === b.account &&
  a.orders === b.orders &&
  a.oldOrders === b.oldOrders &&
  a.pending === b.pending &&
  a.requests === b.requests

/** The records of these accounts as one value; the same object until one of the lists changes. */
export const watchSources = (workspaces: readonly Workspace[]): Watched<Sources> => {
  let last: Sources = { all: [], loaded: workspaces.length === 0 }
  return {
    snapshot: () => {
      const all = workspaces.map(sourceOf)
      const loaded = workspaces.every(workspace => listsOf(workspace).every(list => list.snapshot().loaded))
      const isUnchanged = last.all.length === all.length && all.every((source, i) => isSame(last.all[i], source))
      if (!isUnchanged || loaded !== last.loaded) last = { all, loaded }
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
