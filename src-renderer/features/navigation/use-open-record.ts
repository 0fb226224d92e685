import { useCallback } from 'react'
import { useBridge } from '../data/services.tsx'
import { useAccountFor, useAccounts } from '../data/use-workspace.ts'
import { useNavigation } from './navigation.tsx'

export const recordScreens = ['orders', 'old-orders', 'pending', 'requests'] as const
export type RecordScreen = (typeof recordScreens)[number]

/** One record of one account, wherever it is named: a result, a tab, a link, a notice. */
export interface RecordRef {
  readonly accountId: string
  readonly screen: RecordScreen
  readonly id: string
  /** The order item that somebody came for. */
  readonly line?: string
}

/** Opens a record of any account; the screens change to that account first. An account that is gone opens nothing. */
export const useOpenRecord = (): ((record: RecordRef) => void) => {
  const bridge = useBridge()
  const { accounts } = useAccounts()
  const customer = useAccountFor('customer')
  const staff = useAccountFor('staff')
  const { open } = useNavigation()
  return useCallback(
    ({ accountId, screen, id, line }: RecordRef) => {
      const account = accounts.find(each => each.id === accountId)
      if (!account) return
      const shown = account.kind === 'staff' ? staff : customer
      const show = () => open(screen, id, line)
      if (shown?.id === accountId) show()
      else bridge.accounts.activate({ accountId }).then(show, () => undefined)
    },
    [accounts, bridge, customer, staff, open],
  )
}
