import { useCallback } from 'react'
import type { AccountKind } from '../../../src-main/contract/accounts.ts'
import { useCounterside } from '../data/services.tsx'
import { useActiveWorkspace, useList } from '../data/use-workspace.ts'
import { type Screen, useNavigation } from '../navigation/navigation.tsx'

/** Which kind of account's rows a screen shows; null when it shows no account's. */
export const kindOf = (screen: Screen): AccountKind | null =>
  screen === 'pending'
    ? 'staff'
    : screen === 'orders' || screen === 'old-orders' || screen === 'requests' || screen === 'several'
      ? 'customer'
      : null

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
