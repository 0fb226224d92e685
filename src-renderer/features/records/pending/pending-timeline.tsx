import { useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { useOutbox } from '../../common/services/use-entries.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { factsOfPending } from '../timeline/order-facts.ts'
import { TimelineCard } from '../timeline/timeline-card.tsx'
import { entriesBeside } from './sides.ts'

const noRequests: readonly RequestSummary[] = []

/** The customer's requests made on this computer are a part of it: the two systems share the order's number. */
export const PendingTimeline = ({ account, order }: { account: Account; order: PendingOrder }) => {
  const { entries } = useOutbox()
  const { accounts } = useAccounts()
  const facts = useMemo(() => factsOfPending(order), [order])
  const { number } = order
  const own = useMemo(() => entriesBeside(account, accounts, entries, number), [account, accounts, entries, number])
  return <TimelineCard order={facts} requests={noRequests} entries={own} />
}
