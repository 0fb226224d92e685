import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderSummary } from '../../workspace/types.ts'
import { orderStatusWords } from '../data/status-words.ts'
import { useEntriesByItem } from '../data/use-entries.ts'
import { useAccountFor, useActiveWorkspace } from '../data/use-workspace.ts'
import type { StatusChoice } from '../lists/filters.ts'
import { ListPane, type RowProps } from '../lists/list-pane.tsx'
import { ListScreen } from '../lists/list-screen.tsx'
import { NoAccount } from '../lists/no-account.tsx'
import { OrderDetail } from './order-detail.tsx'
import { OrderRow } from './order-row.tsx'
import './orders.css'

export const OrdersScreen = () => {
  const { t } = useTranslation()
  const account = useAccountFor('customer')
  const workspace = useActiveWorkspace('customer')
  const entries = useEntriesByItem(account?.id ?? null)
  const nameStatus = useCallback((status: StatusChoice) => orderStatusWords(status, t).text, [t])
  const renderRow = useCallback((props: RowProps<OrderSummary>) => <OrderRow {...props} entries={entries} />, [entries])
  if (account === null || workspace === null) return <NoAccount kind="customer" />
  return (
    <ListScreen
      screen="orders"
      list={
        <ListPane
          key={account.id}
          screen="orders"
          account={account}
          store={workspace.orders}
          nameStatus={nameStatus}
          renderRow={renderRow}
        />
      }
      detail={id => <OrderDetail key={`${account.id} ${id}`} account={account} workspace={workspace} id={id} />}
    />
  )
}
