import { useMemo } from 'react'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import type { EntriesByItem } from '../../../model/entries.ts'
import { useList } from '../../common/services/use-workspace.ts'
import { factsOfOrder } from '../timeline/order-facts.ts'
import { TimelineCard } from '../timeline/timeline-card.tsx'

interface OrderTimelineProps {
  readonly workspace: Workspace
  readonly order: Order
  readonly entries: EntriesByItem
}

export const OrderTimeline = ({ workspace, order, entries }: OrderTimelineProps) => {
  const { rows } = useList(workspace.requests)
  const facts = useMemo(() => factsOfOrder(order), [order])
  const requests = useMemo(() => {
    const items = new Set(order.orderitem_set.map(item => item.id))
    return rows.filter(row => row.orderItem !== null && items.has(row.orderItem))
  }, [rows, order])
  const own = useMemo(() => order.orderitem_set.flatMap(item => entries.get(item.id) ?? []), [order, entries])
  return <TimelineCard order={facts} requests={requests} entries={own} />
}
