import { useTranslation } from 'react-i18next'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { enumText } from '../../../model/enum-text.ts'
import { AddressBlock, drawnAddress } from '../../common/parts/address-block.tsx'
import { copyFact, Facts, linkFact } from '../../common/parts/facts.tsx'
import { OtherFields } from '../../common/parts/fold.tsx'
import type { Drawn } from '../../common/parts/other-fields.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { carrierWords } from '../../common/words/record-words.ts'

/** The part of a text's key for a flag of the shop, which may be missing. */
export const flagKey = (flag: boolean | null) => (flag === null ? 'unsaid' : flag ? 'yes' : 'no')

export const OrderFacts = ({ order }: { order: Order }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const tracking = order.tracking_url ?? order.shipping_tracking_url ?? order.defined_tracking_url
  const wholeOrder = joinedTexts(
    [
      t(`returnView.cancel.${flagKey(order.is_cancellable)}`),
      t(`returnView.refund.${flagKey(order.is_refundable)}`),
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

/** Fields of an order that have a place on its screen. All others are listed under "more" at its end. */
export const drawnOrderFields: Drawn = {
  number: true,
  currency: { value: true },
  // Each line lists its own.
  orderitem_set: true,
  // Computed by this app, not sent by the shop.
  unreadable_items: true,
  discountitem_set: { name: true, amount: true, currency: { value: true } },
  is_cancellable: true,
  is_refundable: true,
  shipping_address: drawnAddress,
  billing_address: drawnAddress,
  shipping_company: { label: true },
  client_type: true,
  payment_option: { name: true },
  bank: { name: true },
  amount: true,
  discount_amount: true,
  shipping_amount: true,
  refund_amount: true,
  discount_refund_amount: true,
  shipping_refund_amount: true,
  installment_interest_amount: true,
  bin_number: true,
  tracking_number: true,
  invoice_number: true,
  invoice_date: true,
  has_gift_box: true,
  gift_box_note: true,
  notes: true,
  delivery_range: true,
  user_email: true,
  created_date: true,
  modified_date: true,
}
