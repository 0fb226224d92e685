import { useCallback } from 'react'
import type { OrderSummary } from '../../../model/summaries.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useAccountFor, useActiveWorkspace } from '../../common/services/use-workspace.ts'
import { useFilters } from '../filters/filter-store.tsx'
import { noFilter } from '../filters/filters.ts'
import { isOfShop, orderOfItem, readTradeInLink } from './trade-in-link.ts'

/** Opens the order at the line that the link is about, with the order alone in the list. Nothing is sent. */
export const useOpenAtLine = () => {
  const { open } = useNavigation()
  const filters = useFilters()
  return useCallback(
    (order: OrderSummary, item: string) => {
      filters.change('orders', { ...noFilter, sort: filters.of('orders').sort, text: order.number ?? '' })
      open('orders', order.id, { item, by: 'trade-in-link' })
    },
    [filters, open],
  )
}

/** True when the text was a trade-in link and has been dealt with. */
export const useTradeInLink = (): ((text: string) => boolean) => {
  const account = useAccountFor('customer')
  const workspace = useActiveWorkspace('customer')
  const { open } = useNavigation()
  const filters = useFilters()
  const openAtLine = useOpenAtLine()
  return useCallback(
    (text: string) => {
      const link = readTradeInLink(text)
      if (link === null) return false
      const rows = workspace?.orders.snapshot().rows ?? []
      const order = account && isOfShop(link, account) ? orderOfItem(rows, link.item) : null
      if (order) openAtLine(order, link.item)
      else {
        // It stays in the box, and the list says why it leads nowhere. What was open could be taken for its answer.
        filters.change('orders', { text })
        open('orders', null)
      }
      return true
    },
    [account, workspace, filters, open, openAtLine],
  )
}
