import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderSummary } from '../../../model/summaries.ts'
import { NoAccount } from '../../common/navigation/connect-actions.tsx'
import { useEntriesByItem } from '../../common/services/use-entries.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccountFor, useActiveWorkspace } from '../../common/services/use-workspace.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import { OpenSeveral } from '../../request/several/open-several.tsx'
import { hasFacets, type ListFilter, type StatusChoice } from '../filters/filters.ts'
import { ListPane } from '../lists/list-pane.tsx'
import type { RowProps } from '../lists/list-rows.tsx'
import { ListScreen } from '../lists/list-screen.tsx'
import { FilterAtShop, shopFilterOf, useShopFilter } from './filter-at-shop.tsx'
import { OldMatches } from './old-matches.tsx'
import { OrderDetail } from './order-detail.tsx'
import { OrderRow, orderColumns, orderFacets, orderNames } from './order-rows.tsx'
import { looksLikeNumber, SearchAtShop, useShopSearch } from './search-at-shop.tsx'
import { readTradeInLink, TradeInLost } from './trade-in-link.tsx'
import './orders.css'

export const OrdersScreen = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const account = useAccountFor('customer')
  const workspace = useActiveWorkspace('customer')
  const entries = useEntriesByItem(account?.id ?? null)
  const nameStatus = useCallback((status: StatusChoice) => orderStatusWords(status, t).text, [t])
  const facets = useMemo(() => orderFacets(t, format.count, entries), [t, format, entries])
  const columns = useMemo(() => orderColumns(t, format, entries), [t, format, entries])
  const renderRow = useCallback(
    (props: RowProps<OrderSummary>) => <OrderRow {...props} entries={entries} accountId={account?.id} />,
    [entries, account?.id],
  )
  const { state, ask } = useShopSearch(workspace)
  const control = useShopFilter(workspace)
  const alike = useCallback(
    (filter: ListFilter, now: number) =>
      workspace === null || filter.text.trim() === '' || hasFacets(filter) ? null : (
        <OldMatches {...{ workspace, filter, now }} />
      ),
    [workspace],
  )
  const beyond = (filter: ListFilter, matchCount: number) => {
    if (account === null || workspace === null) return null
    const { text } = filter
    const link = readTradeInLink(text)
    if (link !== null) return <TradeInLost account={account} workspace={workspace} link={link} />
    if (!looksLikeNumber(text)) {
      const wanted = shopFilterOf(filter, Date.now())
      return wanted && <FilterAtShop {...{ account, workspace, filter, wanted, matchCount, control }} />
    }
    const search = state?.text === text ? state : null
    return (
      <SearchAtShop account={account} text={text} search={search} matchCount={matchCount} onAsk={() => ask(text)} />
    )
  }
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
          columns={columns}
          names={orderNames}
          facets={facets}
          beyond={beyond}
          alike={alike}
          tools={<OpenSeveral />}
        />
      }
      detail={id => <OrderDetail key={`${account.id} ${id}`} account={account} workspace={workspace} id={id} />}
    />
  )
}
