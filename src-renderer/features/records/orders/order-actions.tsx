import { type ReactNode, useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { EntriesByItem } from '../../../model/entries.ts'
import { OrderSlip } from '../../request/slip/slip-button.tsx'
import { orderSubjects } from '../../request/tell/subjects.ts'
import { TellButton, useTellScene } from '../../request/tell/tell-button.tsx'
import { OrderNote } from '../notes/order-note.tsx'

interface OrderActionsProps {
  readonly account: Account
  readonly order: Order
  readonly entries: EntriesByItem
  readonly children?: ReactNode
}

/** What an agent does with an open order besides asking for something. */
export const OrderActions = ({ account, order, entries, children }: OrderActionsProps) => {
  const scene = useTellScene(account)
  const subjects = useMemo(() => orderSubjects(order, entries, scene), [order, entries, scene])
  return (
    <div className="cluster detail-actions">
      <TellButton shopId={account.shop.id} subjects={subjects} language={order.language_code} />
      {children}
      <OrderSlip account={account} order={order} />
      <OrderNote key={order.id} accountId={account.id} orderId={order.id} />
    </div>
  )
}
