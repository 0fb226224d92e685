import { useMemo } from 'react'
import type { Entry } from '../../../src-main/contract/entries.ts'
import type { PendingOrder } from '../../../src-main/contract/pending.ts'
import type { RequestSummary } from '../../workspace/types.ts'
import { useOutbox } from '../data/use-entries.ts'
import { factsOfPending } from '../timeline/order-facts.ts'
import { TimelineCard } from '../timeline/timeline-card.tsx'

const noRequests: readonly RequestSummary[] = []
const noEntries: readonly Entry[] = []

/** The customer's requests made on this computer are a part of it: the two systems share the order's number. */
export const PendingTimeline = ({ order }: { order: PendingOrder }) => {
  const { entries } = useOutbox()
  const facts = useMemo(() => factsOfPending(order), [order])
  const { number } = order
  const own = useMemo(
    () => (number === null ? noEntries : entries.filter(entry => entry.about.orderNumber === number)),
    [entries, number],
  )
  return <TimelineCard order={facts} requests={noRequests} entries={own} />
}
