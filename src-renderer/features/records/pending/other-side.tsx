import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { useOpenRecord } from '../../common/navigation/use-open-record.ts'
import { useAccountFor, useAccounts } from '../../common/services/use-workspace.ts'
import { customersBeside } from './sides.ts'
import { useOrderOf } from './use-order-of.ts'

/** The two systems share only the order number; with it the customer's own view of the order is one step away. */
export const OtherSide = ({ number }: { number: string | null }) => {
  const staff = useAccountFor('staff')
  return number === null || staff === null ? null : <Link number={number} staff={staff} />
}

const Link = ({ number, staff }: { number: string; staff: Account }) => {
  const { t } = useTranslation()
  const open = useOpenRecord()
  const { accounts } = useAccounts()
  const shown = useAccountFor('customer')
  const found = useOrderOf(number, customersBeside(staff, accounts))
  if (found === null) return null
  const { account, orderId } = found
  const isShown = account.id === shown?.id

  return (
    <div>
      <Button
        small
        icon={ArrowRight}
        testId="pending-other-side"
        data-account-id={account.id}
        onClick={() => open({ accountId: account.id, screen: 'orders', id: orderId })}
      >
        {isShown ? t('pending.openCustomerOrder') : t('pending.openOrderOf', { name: account.label })}
      </Button>
    </div>
  )
}
