import { NoAccount } from '../../common/navigation/no-account.tsx'
import { useAccountFor, useActiveWorkspace } from '../../common/services/use-workspace.ts'
import { SeveralOrders } from './several-orders.tsx'
import '../form/cancellation.css'
import '../../records/orders/orders.css'
import './several.css'

export const SeveralScreen = () => {
  const account = useAccountFor('customer')
  const workspace = useActiveWorkspace('customer')
  if (account === null || workspace === null) return <NoAccount kind="customer" />
  return <SeveralOrders key={account.id} account={account} workspace={workspace} />
}
