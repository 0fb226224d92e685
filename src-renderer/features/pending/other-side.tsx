import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useActiveWorkspace, useList } from '../data/use-workspace.ts'
import { useNavigation } from '../navigation/navigation.tsx'

/** The two systems share only the order number; with it the customer's own view of the order is one step away. */
export const OtherSide = ({ number }: { number: string | null }) => {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const workspace = useActiveWorkspace('customer')
  const { rows } = useList(workspace?.orders ?? null)
  const order = number === null ? undefined : rows.find(row => row.number === number)
  if (!order) return null
  return (
    <div>
      <Button small icon={ArrowRight} onClick={() => open('orders', order.id)}>
        {t('pending.openCustomerOrder')}
      </Button>
    </div>
  )
}
