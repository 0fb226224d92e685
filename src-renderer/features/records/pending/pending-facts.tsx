import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PendingItem, PendingOrder } from '../../../../src-main/contract/pending.ts'
import { isZeroMoney } from '../../../model/decimal.ts'
import { isolated, joinedTexts } from '../../../model/direction.ts'
import { shownPieces } from '../../../model/priced-order.ts'
import { Chip, Tile } from '../../../ui/chip.tsx'
import { maskCardStart } from '../../../ui/format/private-numbers.ts'
import { drawnAddress } from '../../common/parts/address-block.tsx'
import { copyFact, Facts, LinkButton, linkFact } from '../../common/parts/facts.tsx'
import { OtherFields } from '../../common/parts/fold.tsx'
import { LinePrice } from '../../common/parts/line.tsx'
import type { Drawn } from '../../common/parts/other-fields.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { installmentWords, paymentWords } from '../../common/words/record-words.ts'
import { cancelStatusWords, orderStatusWords } from '../../common/words/status-words.ts'

const paymentOf = (order: PendingOrder, installments: string | null, t: TFunction): string =>
  joinedTexts(
    [
      paymentWords(order.payment_option_slug, t),
      order.bin_number ? maskCardStart(order.bin_number) : null,
      installments,
    ],
    ' · ',
  )

export const PendingFacts = ({ order }: { order: PendingOrder }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const currency = order.currency.value
  const money = (amount: string | null) => format.money(amount, currency)
  const unlessZero = (amount: string | null) => (isZeroMoney(amount) ? null : money(amount))
  return (
    <>
      <Facts
        facts={[
          [t('money.total'), money(order.amount)],
          [t('money.discount'), unlessZero(order.discount_amount)],
          [t('money.shipping'), unlessZero(order.shipping_amount)],
          [t('money.interest'), unlessZero(order.installment_interest_amount)],
          [t('money.refunded'), unlessZero(order.refund_amount)],
          [t('money.refundedShipping'), unlessZero(order.shipping_refund_amount)],
          [t('money.refundedDiscount'), unlessZero(order.discount_refund_amount)],
          [t('pending.channel'), order.channel?.name],
          [t('oldOrder.payment'), paymentOf(order, installmentWords(order.installment_count, t), t)],
          copyFact(t('order.trackingNumber'), order.tracking_number, {
            copy: t('order.copyTracking'),
            copied: t('action.copied'),
          }),
          [t('order.invoiceNumber'), order.invoice_number],
          [t('order.invoiceDate'), format.dateText(order.invoice_date, false)],
          linkFact(t('order.invoice'), order.e_archive_url, t('action.openInvoice')),
          [t('order.giftNote'), order.gift_box_note],
        ]}
      />
      <OtherFields row={order} drawn={drawnPendingFields} />
    </>
  )
}

export const PendingLine = ({ item, order }: { item: PendingItem; order: PendingOrder }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const pieces = shownPieces(item)
  const status = orderStatusWords(item.status, t)
  const cancel = cancelStatusWords(item.cancel_status, t)
  return (
    <li
      className="line"
      data-testid="pending-line"
      data-order-item={item.id}
      data-cancel-status={item.cancel_status ?? ''}
    >
      <Tile name={null} />
      <div className="line-body">
        <div className="line-top">
          <span className="strong">{item.product_sku ?? t('order.namelessItem')}</span>
          <LinePrice order={order} line={item} />
        </div>
        <div className="cluster line-sub">
          <Chip tone={status.tone}>{status.text}</Chip>
          {pieces === null ? null : <span className="muted">{format.pieces(pieces)}</span>}
          {cancel ? (
            <Chip tone={cancel.tone}>{`${t('pending.cancelStatus')}: ${isolated(cancel.text)}`}</Chip>
          ) : (
            <span className="muted">{t('pending.noCancel')}</span>
          )}
          {item.tracking_number ? <span className="muted">{item.tracking_number}</span> : null}
          {item.e_archive_url ? <LinkButton url={item.e_archive_url} label={t('action.openInvoice')} /> : null}
        </div>
        <OtherFields row={item} drawn={drawnPendingItemFields} />
      </div>
    </li>
  )
}

/** Fields of a pending order that have a place on its screen. All others are listed under "more" at its end. */
export const drawnPendingFields: Drawn = {
  number: true,
  date_placed: true,
  customer: { email: true, first_name: true, last_name: true, phone_number: true },
  shipping_address: drawnAddress,
  billing_address: drawnAddress,
  currency: { value: true },
  amount: true,
  shipping_amount: true,
  discount_amount: true,
  refund_amount: true,
  shipping_refund_amount: true,
  discount_refund_amount: true,
  installment_interest_amount: true,
  bin_number: true,
  tracking_number: true,
  invoice_number: true,
  invoice_date: true,
  has_gift_box: true,
  gift_box_note: true,
  // Each line lists its own.
  orderitem_set: true,
  // Computed by this app, not sent by the shop.
  unreadable_items: true,
  channel: { name: true },
}

export const drawnPendingItemFields: Drawn = {
  product_sku: true,
  price: true,
  // Shown unless it is 1.
  quantity: true,
  own_quantity: true,
  price_currency: { value: true },
  tracking_number: true,
}
