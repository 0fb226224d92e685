import { useTranslation } from 'react-i18next'
import type { OrderItem } from '../../../../src-main/contract/resources.ts'
import { enumText } from '../../../model/enum-text.ts'
import { copyFact, type Fact, Facts, isFilled, linkFact, showValue } from '../../common/parts/facts.tsx'
import { Fold, OtherFields } from '../../common/parts/fold.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { carrierWords } from '../../common/words/record-words.ts'
import { drawnItemFields } from './drawn-fields.ts'
import { LineRequests } from './line-requests.tsx'

type Attributes = OrderItem['attributes']

/** Attributes come in two copies: keys to values, and keys to {name, label, value}. The plain copy reads better. */
const attributeFacts = (ofProduct: Attributes, ofLine: Attributes): readonly Fact[] => {
  const factsOf = (attributes: Attributes) =>
    Object.entries(attributes)
      .filter(([, value]) => isFilled(value))
      .map(([key, value]) => [key, showValue(value)] as const)
  const known = new Map(factsOf(ofProduct))
  return [...known, ...factsOf(ofLine).filter(([key, text]) => known.get(key) !== text)]
}

export const LineExtras = ({ item, commerceUrl }: { item: OrderItem; commerceUrl: string | null }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const tracking = item.tracking_url ?? item.shipping_tracking_url ?? item.defined_tracking_url
  const facts: readonly Fact[] = [
    [t('order.carrier'), carrierWords(enumText(item.shipping_company), t)],
    copyFact(t('order.trackingNumber'), item.tracking_number, {
      copy: t('order.copyTracking'),
      copied: t('action.copied'),
    }),
    linkFact(t('order.tracking'), tracking, t('action.openTracking')),
    [t('order.estimatedDelivery'), format.dateText(item.estimated_delivery_date, false)],
    [t('order.invoiceNumber'), item.invoice_number],
    [t('order.invoiceDate'), format.dateText(item.invoice_date, false)],
    linkFact(t('order.invoice'), item.e_archive_url, t('action.openInvoice')),
    [t('order.taxRate'), format.percent(item.tax_rate)],
    linkFact(t('order.productPage'), productLink(item.product?.absolute_url, commerceUrl), t('action.openProduct')),
    ...attributeFacts(item.product?.attributes ?? {}, item.attributes),
    [t('order.created'), format.dateText(item.created_date)],
    [t('order.modified'), format.dateText(item.modified_date)],
  ]
  return (
    <>
      <LineRequests item={item} />
      <Fold title={t('order.lineMore')}>
        <div className="stack-s">
          <Facts facts={facts} />
          <OtherFields row={item} drawn={drawnItemFields} />
        </div>
      </Fold>
    </>
  )
}

/**
 * The product's page at the shop: `absolute_url` is a path with or without slashes at its ends. Null for anything that
 * does not stay at the shop ("#", another host, another scheme), so that a link says what it opens.
 */
export const productLink = (absoluteUrl: string | null | undefined, commerceUrl: string | null): string | null => {
  const path = absoluteUrl?.trim() ?? ''
  if (path === '' || path.startsWith('#') || commerceUrl === null || !URL.canParse(commerceUrl)) return null
  const shop = new URL(commerceUrl)
  const from = new URL('/', shop)
  if (!URL.canParse(path, from)) return null
  const page = new URL(path, from)
  const isAtShop = page.origin === shop.origin && page.username === '' && page.password === ''
  return isAtShop && page.pathname !== '/' ? page.href : null
}
