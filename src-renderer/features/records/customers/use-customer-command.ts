import { useCommand } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { personAt } from './person-of.ts'
import { useShopRows } from './shop-rows.ts'

/** Opens the customer of the record that is open, whatever kind it is. */
export const useCustomerCommand = (): void => {
  const { here } = useNavigation()
  const accountId = here.accountId ?? ''
  const rows = useShopRows(accountId)
  const open = useOpenRecord()
  const key = personAt(rows, here)
  useCommand('record.customer', () => key !== null && open({ accountId, screen: 'customer', id: key }), key !== null)
}
