import { useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import { pendingSubjects } from '../../request/tell/subjects.ts'
import { TellButton, useTellScene } from '../../request/tell/tell-button.tsx'
import { OrderNote } from '../notes/order-note.tsx'

export const PendingActions = ({ account, order }: { account: Account; order: PendingOrder }) => {
  const scene = useTellScene(account)
  const subjects = useMemo(() => pendingSubjects(order, scene), [order, scene])
  return (
    <>
      <TellButton shopId={account.shop.id} subjects={subjects} language={null} />
      <OrderNote key={order.id} accountId={account.id} orderId={order.id} />
    </>
  )
}
