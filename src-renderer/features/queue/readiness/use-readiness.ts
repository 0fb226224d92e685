import { useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { ListSnapshot } from '../../../lists/types.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useCounterside } from '../../common/services/services.tsx'
import { useList } from '../../common/services/use-workspace.ts'
import { type ListReadiness, type NeededList, needsOf, readinessOf } from './readiness.ts'

const minute = 60_000

/** What this computer has of an account, list by list. */
export const useReadiness = (account: Account): readonly ListReadiness[] => {
  const counterside = useCounterside()
  const workspace = useMemo(() => counterside.glance(account.id), [counterside, account.id])
  const now = Math.floor(useNow() / minute) * minute
  const orders = useList(workspace.orders)
  const requests = useList(workspace.requests)
  const pending = useList(workspace.pending)
  const oldOrders = useList(workspace.oldOrders)
  const reasons = useList(workspace.reasons)
  const addresses = useList(workspace.addresses)
  return useMemo(() => {
    const lists: Readonly<Record<NeededList, ListSnapshot<object>>> = {
      orders,
      requests,
      pending,
      oldOrders,
      reasons,
      addresses,
    }
    return needsOf[account.kind].map(list => readinessOf(list, lists[list], now))
  }, [account.kind, orders, requests, pending, oldOrders, reasons, addresses, now])
}
