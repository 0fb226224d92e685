import { useCallback } from 'react'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useCounterside } from '../../common/services/services.tsx'
import { useActiveWorkspace, useList } from '../../common/services/use-workspace.ts'

/** Reads the list on the screen again, everything where no list is shown; and has the outbox look, too. */
export const useRefresh = (): { refreshing: boolean; refresh: () => void } => {
  const { outbox } = useCounterside()
  const { screen } = useNavigation()
  const customer = useActiveWorkspace('customer')
  const staff = useActiveWorkspace('staff')
  const lists = {
    orders: customer?.orders,
    'old-orders': customer?.oldOrders,
    requests: customer?.requests,
    pending: staff?.pending,
  }
  const list =
    screen === 'orders' || screen === 'old-orders' || screen === 'requests' || screen === 'pending'
      ? (lists[screen] ?? null)
      : null
  // The four lists differ only in what a row is, and that does not matter here.
  const { pull } = useList<unknown>(list)

  const refresh = useCallback(() => {
    outbox.wake()
    if (list) list.refresh().catch(() => undefined)
    else for (const workspace of [customer, staff]) workspace?.refreshAll().catch(() => undefined)
  }, [outbox, list, customer, staff])
  return { refreshing: pull.kind === 'running', refresh }
}
