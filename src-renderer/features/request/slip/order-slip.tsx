import { useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { useOutbox } from '../../common/services/use-entries.ts'
import { SlipButton } from './slip-button.tsx'
import { entriesOf, requestsOfOrder, type SlipSubject } from './use-slip.ts'

/** The slip of an order for which something was asked, here or at the shop; nothing for any other. */
export const OrderSlip = ({ account, order }: { account: Account; order: Order }) => {
  const { entries } = useOutbox()
  const subject = useMemo<SlipSubject>(() => ({ kind: 'order', accountId: account.id, order }), [account.id, order])
  const isAsked = requestsOfOrder(order).length > 0 || entriesOf(subject, entries).length > 0
  return isAsked ? <SlipButton byKey subject={subject} /> : null
}
