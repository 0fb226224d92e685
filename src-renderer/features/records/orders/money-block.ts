import type { Order } from '../../../../src-main/contract/resources.ts'
import { isDecimal, isZeroMoney, negateMoney, subtractMoney } from '../../../model/decimal.ts'
import { isUnpaid } from '../../../model/priced-order.ts'
import { breakdownOf } from '../../../model/share-out.ts'

export interface MoneyRow {
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

/** What the total is made of. The rows above the total come to it; a figure that may not add to them stands below it. */
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
  // One row that is the total already says nothing more.
  const rows = parts.length === 0 ? [] : [...unlessZero('items', items), ...parts]
  return [...rows, total, ...(reduced ? discountInside : []), ...below]
}

/** Whether anything can still be paid back: by a line that may be asked for, or one that is asked for and not decided. */
const mayBeRefunded = (order: Order): boolean =>
  !isUnpaid(order) &&
  (order.is_cancellable === true ||
    order.is_refundable === true ||
    order.orderitem_set.some(
      item => item.is_cancellable === true || item.is_refundable === true || item.active_cancellation_request !== null,
    ))

/** Known only when both figures are; a refund of nothing leaves the shop's own total, digit by digit. */
const leftToRefund = ({ amount, refund_amount: refunded }: Order): string | null => {
  if (!isDecimal(amount) || !isDecimal(refunded)) return null
  return isZeroMoney(refunded) ? amount : subtractMoney(amount, refunded)
}

/** The order's money in the shop's own figures; our arithmetic is only the sum of the lines and what is left to refund. */
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
