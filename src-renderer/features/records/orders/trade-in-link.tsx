import { ArrowRight } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Workspace } from '../../../lists/types.ts'
import type { OrderSummary } from '../../../model/summaries.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { useAccountFor, useActiveWorkspace, useList } from '../../common/services/use-workspace.ts'
import { useFilters } from '../filters/filter-store.tsx'
import { noFilter } from '../filters/filters.ts'

/** A link from a trade-in e-mail. It is only read: opening it would already decide the trade-in. */
interface TradeInLink {
  readonly item: string
  readonly decision: 'approved' | 'rejected'
  readonly host: string
}

const path = /^\/users\/order_item\/([^/]+)\/tradein_(approved|rejected)\/?$/

const toUrl = (text: string): URL | null => {
  const trimmed = text.trim().replace(/^<(.*)>$/, '$1')
  return /^https?:\/\//i.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed) : null
}

export const readTradeInLink = (text: string): TradeInLink | null => {
  const url = toUrl(text)
  const [, item, decision] = (url && path.exec(url.pathname)) ?? []
  if (!url || !item || (decision !== 'approved' && decision !== 'rejected')) return null
  return { item, decision, host: url.host }
}

/** Whether the link leads to this account's shop. The same id means another line at another shop. */
export const isOfShop = (link: TradeInLink, { shop }: Account): boolean => {
  const url = toUrl(shop.commerceUrl ?? '')
  return url !== null && url.host === link.host
}

const orderOfItem = (rows: readonly OrderSummary[], item: string): OrderSummary | null =>
  rows.find(row => row.itemIds.includes(item)) ?? null

/** Opens the order at the line of the link, with only that order in the list. Sends nothing. */
const useOpenAtLine = () => {
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

/** Returns true when the text was a trade-in link and was handled. */
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
        // The link stays in the search box, and the list explains why it leads nowhere. The open record is closed,
        // because it could be mistaken for the result.
        filters.change('orders', { text })
        open('orders', null)
      }
      return true
    },
    [account, workspace, filters, open, openAtLine],
  )
}

interface TradeInLostProps {
  readonly account: Account
  readonly workspace: Workspace
  readonly link: TradeInLink
}

/** Explains a trade-in link that leads to no order here: it is another shop's, or its line is unknown. */
export const TradeInLost = ({ account, workspace, link }: TradeInLostProps) => {
  const { t } = useTranslation()
  const { rows } = useList(workspace.orders)
  const openAtLine = useOpenAtLine()
  const { item, host } = link
  const ofShop = isOfShop(link, account)
  // The list may have been read since the link was pasted.
  const order = ofShop ? orderOfItem(rows, item) : null
  const title = order ? 'tradeinLink.known' : ofShop ? 'tradeinLink.unknown' : 'tradeinLink.otherShop'
  return (
    <Notice
      tone="wait"
      role="status"
      testId="tradein-link"
      code={order ? 'known' : ofShop ? 'unknown-item' : 'other-shop'}
      title={t(title, { item, host })}
      actions={
        order ? (
          <Button small icon={ArrowRight} onClick={() => openAtLine(order, item)}>
            {t('request.openOrder', { number: order.number ?? order.id })}
          </Button>
        ) : null
      }
    >
      {order ? null : <p>{t(ofShop ? 'tradeinLink.unknownText' : 'tradeinLink.otherShopText')}</p>}
      <p>{t('tradeinLink.nothingSent')}</p>
    </Notice>
  )
}
