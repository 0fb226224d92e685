import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { OrderSummary } from '../../../model/summaries.ts'

/** A link of a trade-in e-mail. It is read and never opened: merely opening it would decide. */
export interface TradeInLink {
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

/** Only the shop whose session this is knows the line: another host's ids mean other lines. */
export const isOfShop = (link: TradeInLink, { shop }: Account): boolean => {
  const url = toUrl(shop.commerceUrl ?? '')
  return url !== null && url.host === link.host
}

export const orderOfItem = (rows: readonly OrderSummary[], item: string): OrderSummary | null =>
  rows.find(row => row.itemIds.includes(item)) ?? null
