import { useTranslation } from 'react-i18next'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { personAt, useShopRows } from './person.ts'

/** The name of the open record's customer, as a link to their page. Draws nothing when there is no name. */
export const CustomerLink = ({ name }: { name: string | null }) => {
  const { t } = useTranslation()
  const { here } = useNavigation()
  const accountId = here.accountId ?? ''
  const key = personAt(useShopRows(accountId), here)
  const open = useOpenRecord()
  const title = useKeyTitle(t('customer.open'), 'record.customer')
  if (name === null || name.trim() === '') return null
  if (key === null) return name
  return (
    <button
      type="button"
      className="link"
      data-testid="customer-link"
      title={title}
      onClick={() => open({ accountId, screen: 'customer', id: key })}
    >
      {name}
    </button>
  )
}

/** The command that opens the customer of the open record. */
export const useCustomerCommand = (): void => {
  const { here } = useNavigation()
  const accountId = here.accountId ?? ''
  const rows = useShopRows(accountId)
  const open = useOpenRecord()
  const key = personAt(rows, here)
  useCommand('record.customer', () => key !== null && open({ accountId, screen: 'customer', id: key }), key !== null)
}
