import { useTranslation } from 'react-i18next'
import type { OrderItem } from '../../../src-main/contract/resources.ts'
import { isFilled, showValue } from '../data/extra.ts'
import { type Fact, Facts } from '../data/facts.tsx'
import { Fold } from '../data/fold.tsx'
import { linkFact } from '../data/link-fact.tsx'
import { useFormat } from '../data/use-format.ts'
import { LineRequests } from './line-requests.tsx'

/** Attributes come in two copies: keys to values, and keys to {name, label, value}. The plain copy reads better. */
const attributeFacts = (item: OrderItem): readonly Fact[] => {
  const own = { ...item.product?.attributes, ...item.attributes }
  return Object.entries(own)
    .filter(([, value]) => isFilled(value))
    .map(([key, value]) => [key, showValue(value)] as const)
}

export const LineExtras = ({ item }: { item: OrderItem }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const attributes = attributeFacts(item)
  const tracking = item.tracking_url ?? item.shipping_tracking_url ?? item.defined_tracking_url
  const shipping: readonly Fact[] = [
    [t('order.carrier'), item.shipping_company?.label ?? item.shipping_company?.value],
    [t('order.trackingNumber'), item.tracking_number],
    linkFact(t('order.tracking'), tracking, t('action.openTracking')),
    [t('order.estimatedDelivery'), format.dateText(item.estimated_delivery_date, false)],
    [t('order.invoiceNumber'), item.invoice_number],
    linkFact(t('order.invoice'), item.e_archive_url, t('action.openInvoice')),
  ]
  const hasShipping = shipping.some(([, value]) => value !== null && value !== undefined && value !== '')
  return (
    <>
      <LineRequests item={item} />
      {attributes.length > 0 || hasShipping ? (
        <Fold title={t('order.lineMore')}>
          <Facts facts={[...shipping, ...attributes]} />
        </Fold>
      ) : null}
    </>
  )
}
