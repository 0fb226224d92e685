import { useAccountFor, useActiveWorkspace } from '../data/use-workspace.ts'
import { NoAccount } from '../lists/no-account.tsx'
import { SeveralOrders } from './several-orders.tsx'
import '../cancellation/cancellation.css'
import '../orders/orders.css'
import './several.css'

export const SeveralScreen = () => {
  const account = useAccountFor('customer')
  const workspace = useActiveWorkspace('customer')
  if (account === null || workspace === null) return <NoAccount kind="customer" />
  return <SeveralOrders key={account.id} account={account} workspace={workspace} />
}
