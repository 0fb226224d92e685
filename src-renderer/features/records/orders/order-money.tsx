import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { entryFigure, type Figure, requestFigure } from '../../../model/amounts.ts'
import { addMoney, isDecimal, isZeroMoney, negateMoney, subtractMoney } from '../../../model/decimal.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { type EntriesByItem, madeBy, overlayOf } from '../../../model/entries.ts'
import { openRequestOf, requestIdsOf } from '../../../model/item-requests.ts'
import { currencyOf, isUnpaid } from '../../../model/priced-order.ts'
import { isDecidedRequest } from '../../../model/request-status.ts'
import { breakdownOf } from '../../../model/share-out.ts'
import { maskCardStart } from '../../../ui/format/private-numbers.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { installmentWords } from '../../common/words/record-words.ts'

const none: EntriesByItem = new Map()

export const OrderMoney = ({ order, entries = none }: { order: Order; entries?: EntriesByItem }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const currency = order.currency.value
  const { discountitem_set: discounts } = order
  const bin = order.bin_number ? maskCardStart(order.bin_number) : null
  const shippingTax = format.percent(order.shipping_tax_rate)
  const payment = joinedTexts(
    [order.payment_option?.name, order.bank?.name, bin, installmentWords(order.installment_count, t)],
    ' · ',
  )
  return (
    <section className="card" aria-label={t('money.title')}>
      <div className="card-head">
        <h2>{t('money.title')}</h2>
        <span className="muted ellipsis">{payment}</span>
      </div>
      <dl className="card-body money">
        {moneyRows(order).map(({ key, amount }) => (
          <div key={key} className={`money-row money-${key}`}>
            <dt>
              {key === 'shipping' && shippingTax ? t('money.shippingTaxed', { rate: shippingTax }) : t(`money.${key}`)}
            </dt>
            <dd>{format.money(amount, currency) ?? t('money.unsaid')}</dd>
          </div>
        ))}
        {openRequestsOf(order, entries).map(open => (
          <div key={open.currency ?? ''} className="money-row money-asked" data-testid="money-asked">
            <dt>{t('money.asked', { count: open.lines })}</dt>
            <dd>{format.money(open.amount, open.currency) ?? t('money.cannotSay')}</dd>
          </div>
        ))}
        {discounts.map((discount, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: discounts have no id, and two of one name are common
          <div key={place} className="money-row money-note">
            <dt>{discount.name ?? t('money.discount')}</dt>
            <dd>{format.money(discount.amount, discount.currency.value ?? currency)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface MoneyRow {
  readonly key:
    | 'items'
    | 'beforeDiscount'
    | 'discount'
    | 'shipping'
    | 'interest'
    | 'total'
    | 'discountInside'
    | 'shippingInside'
    | 'interestInside'
    | 'interestBesides'
    | 'refunded'
    | 'refundedShipping'
    | 'refundedDiscount'
    | 'left'
  readonly amount: string | null
}

const unlessZero = (key: MoneyRow['key'], amount: string | null): MoneyRow[] =>
  amount === null || amount === '' || isZeroMoney(amount) ? [] : [{ key, amount }]

/**
 * How the total is made up. The rows above the total add up to it; a figure that may not be part of the sum is below
 * it.
 */
const totalRows = (order: Order): readonly MoneyRow[] => {
  const { fit, items, withInterest, agrees } = breakdownOf(order)
  const total: MoneyRow = { key: 'total', amount: order.amount }
  const discount = unlessZero('discount', negateMoney(order.discount_amount) ?? order.discount_amount)
  const shipping = unlessZero('shipping', order.shipping_amount)
  const discountInside = unlessZero('discountInside', order.discount_amount)
  const interest = order.installment_interest_amount
  if (fit === null) {
    const inside = [...unlessZero('shippingInside', order.shipping_amount), ...unlessZero('interestInside', interest)]
    return agrees && discount.length > 0
      ? [...unlessZero('beforeDiscount', order.amount_without_discount), ...discount, total, ...inside]
      : [total, ...discountInside, ...inside]
  }
  const above = withInterest === true ? unlessZero('interest', interest) : []
  const below = withInterest === false ? unlessZero('interestBesides', interest) : []
  const reduced = fit === 'reduced'
  const parts = [...(reduced ? [] : discount), ...shipping, ...above]
  // A single row equal to the total adds nothing.
  const rows = parts.length === 0 ? [] : [...unlessZero('items', items), ...parts]
  return [...rows, total, ...(reduced ? discountInside : []), ...below]
}

/** Whether money can still be refunded: for a line that allows a request, or for a request that is not decided yet. */
const mayBeRefunded = (order: Order): boolean =>
  !isUnpaid(order) &&
  (order.is_cancellable === true ||
    order.is_refundable === true ||
    order.orderitem_set.some(
      item => item.is_cancellable === true || item.is_refundable === true || item.active_cancellation_request !== null,
    ))

/** Null unless both figures are known. A refund of zero gives the shop's total unchanged, digit by digit. */
const leftToRefund = ({ amount, refund_amount: refunded }: Order): string | null => {
  if (!isDecimal(amount) || !isDecimal(refunded)) return null
  return isZeroMoney(refunded) ? amount : subtractMoney(amount, refunded)
}

/**
 * The amounts of the order as the shop sent them. The app itself computes only the sum of the lines and what is left to
 * refund.
 */
export const moneyRows = (order: Order): readonly MoneyRow[] => {
  const left = leftToRefund(order)
  return [
    ...totalRows(order),
    ...unlessZero('refunded', order.refund_amount),
    ...unlessZero('refundedShipping', order.shipping_refund_amount),
    ...unlessZero('refundedDiscount', order.discount_refund_amount),
    ...(mayBeRefunded(order) && !isZeroMoney(left) ? [{ key: 'left' as const, amount: left }] : []),
  ]
}

/** The open requests in one currency. */
interface AskedFor {
  readonly currency: string | null
  /** An estimate; null when one of the amounts is unknown, because a wrong sum is worse than none. */
  readonly amount: string | null
  readonly lines: number
}

interface OpenRequests {
  readonly item: OrderItem
  readonly figure: Figure | null
}

const undecided = (item: OrderItem, order: Order, lane: readonly Entry[]): readonly OpenRequests[] => {
  const overlay = overlayOf(lane, requestIdsOf(item))
  if (overlay !== null && overlay.state !== 'REJECTED') return [{ item, figure: entryFigure(overlay, order) }]
  const request = openRequestOf(item)
  if (request === null || isDecidedRequest(request)) return []
  return [{ item, figure: requestFigure(request, order, madeBy(lane, request.id), item.id) }]
}

/** The amounts of the open requests by currency: those at the shop and those that wait in the outbox. */
export const openRequestsOf = (order: Order, entries: EntriesByItem): readonly AskedFor[] => {
  const amounts = new Map<string, (string | null)[]>()
  for (const { item, figure } of order.orderitem_set.flatMap(each =>
    undecided(each, order, entries.get(each.id) ?? []),
  )) {
    const currency = (currencyOf(order, item) ?? '').toLowerCase()
    amounts.set(currency, [...(amounts.get(currency) ?? []), figure?.amount ?? null])
  }
  return [...amounts].map(([currency, all]) => ({
    currency: currency || null,
    amount: addMoney(all),
    lines: all.length,
  }))
}
