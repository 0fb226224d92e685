import { useMemo, useSyncExternalStore } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Counterside } from '../../common/services/services.tsx'
import { useCounterside } from '../../common/services/services.tsx'

export interface FoundOrder {
  readonly account: Account
  readonly orderId: string
}

/** The first of these accounts that has an order of this number on this computer. */
export const findOrderOf = (
  number: string,
  accounts: readonly Account[],
  glance: Counterside['glance'],
): FoundOrder | null => {
  for (const account of accounts) {
    const order = glance(account.id)
      .orders.snapshot()
      .rows.find(row => row.number === number)
    if (order) return { account, orderId: order.id }
  }
  return null
}

/** The same, followed as caches open and lists are read. No shop is asked for it. */
export const useOrderOf = (number: string, accounts: readonly Account[]): FoundOrder | null => {
  const { glance } = useCounterside()
  const key = JSON.stringify([number, accounts.map(account => account.id)])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names everything that matters of the accounts: they are a new list at every look
  const store = useMemo(() => {
    const lists = accounts.map(account => glance(account.id).orders)
    let seen: readonly unknown[] = []
    let found: FoundOrder | null = null
    return {
      subscribe: (onChange: () => void) => {
        const undo = lists.map(list => list.subscribe(onChange))
        return () => {
          for (const remove of undo) remove()
        }
      },
      snapshot: () => {
        const rows = lists.map(list => list.snapshot().rows)
        if (rows.length !== seen.length || rows.some((one, index) => one !== seen[index])) {
          seen = rows
          found = findOrderOf(number, accounts, glance)
        }
        return found
      },
    }
  }, [key, glance])
  return useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot)
}
