import { useTranslation } from 'react-i18next'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { enumText } from '../../../model/enum-text.ts'
import { AddressBlock } from '../../common/parts/address-block.tsx'
import { copyFact, Facts, linkFact } from '../../common/parts/facts.tsx'
import { OtherFields } from '../../common/parts/fold.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { carrierWords } from '../../common/words/record-words.ts'
import { drawnOrderFields } from './drawn-fields.ts'

const said = (flag: boolean | null) => (flag === null ? 'unsaid' : flag ? 'yes' : 'no')

export const OrderFacts = ({ order }: { order: Order }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const tracking = order.tracking_url ?? order.shipping_tracking_url ?? order.defined_tracking_url
  const wholeOrder = joinedTexts(
    [
      t(`returnView.cancel.${said(order.is_cancellable)}`),
      t(`returnView.refund.${said(order.is_refundable)}`),
      order.is_payable === true ? t('order.payable') : null,
    ],
    ' · ',
  )
  return (
    <section className="card" aria-label={t('order.details')}>
      <div className="card-body stack">
        <div className="addresses">
          <AddressBlock
            title={t('order.shippingAddress')}
            address={order.shipping_address}
            customerEmail={order.user_email}
          />
          <AddressBlock
            title={t('order.billingAddress')}
            address={order.billing_address}
            customerEmail={order.user_email}
          />
        </div>
        <Facts
          facts={[
            [t('order.carrier'), carrierWords(enumText(order.shipping_company), t)],
            copyFact(t('order.trackingNumber'), order.tracking_number, {
              copy: t('order.copyTracking'),
              copied: t('action.copied'),
            }),
            linkFact(t('order.tracking'), tracking, t('action.openTracking')),
            [t('order.deliveryRange'), order.delivery_range],
            [t('order.invoiceNumber'), order.invoice_number],
            [t('order.invoiceDate'), format.dateText(order.invoice_date, false)],
            linkFact(t('order.invoice'), order.e_archive_url, t('action.openInvoice')),
            [t('order.giftNote'), order.gift_box_note],
            [t('order.notes'), order.notes],
            [t('order.clientType'), order.client_type],
            [t('order.whole'), wholeOrder],
            [t('order.modified'), format.dateText(order.modified_date)],
          ]}
        />
        <OtherFields row={order} drawn={drawnOrderFields} />
      </div>
    </section>
  )
}
