import { useTranslation } from 'react-i18next'
import type { OrderItem } from '../../../../src-main/contract/resources.ts'
import { enumText } from '../../../model/enum-text.ts'
import { copyFact } from '../../common/parts/copy-fact.tsx'
import { isFilled, showValue } from '../../common/parts/extra.ts'
import { type Fact, Facts } from '../../common/parts/facts.tsx'
import { Fold, OtherFields } from '../../common/parts/fold.tsx'
import { linkFact } from '../../common/parts/link-fact.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { carrierWords } from '../../common/words/carrier-words.ts'
import { productLink } from '../../common/words/product-link.ts'
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
