import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import { isZeroMoney } from '../../../model/decimal.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { maskCardStart } from '../../../ui/format/private-numbers.ts'
import { copyFact, Facts, linkFact } from '../../common/parts/facts.tsx'
import { OtherFields } from '../../common/parts/fold.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { installmentWords, paymentWords } from '../../common/words/record-words.ts'
import { drawnPendingFields } from './drawn-fields.ts'

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
