import type { Order } from '../../../src-main/contract/resources.ts'
import { addMoney, isDecimal, isZeroMoney, negateMoney, subtractMoney } from '../../ui/format/money.ts'
import { orderStatusName } from '../data/status-words.ts'

export interface MoneyRow {
  readonly key:
    | 'items'
    | 'beforeDiscount'
    | 'discount'
    | 'shipping'
    | 'interest'
    | 'total'
    | 'refunded'
    | 'refundedShipping'
    | 'refundedDiscount'
    | 'left'
  readonly amount: string | null
}

/** Items are only summed when every line has a price in the order's own currency. */
const itemsSum = (order: Order): string | null => {
  const currency = order.currency.value?.toLowerCase() ?? null
  const same = order.orderitem_set.every(
    item => item.price_currency.value === null || item.price_currency.value.toLowerCase() === currency,
  )
  const whole = order.unreadable_items === 0
  return same && whole ? addMoney(order.orderitem_set.map(item => item.price)) : null
}

const unlessZero = (key: MoneyRow['key'], amount: string | null): MoneyRow[] =>
  amount === null || amount === '' || isZeroMoney(amount) ? [] : [{ key, amount }]

/** What was never paid can't be refunded. */
const isUnpaid = (order: Order): boolean =>
  order.is_payable === true || orderStatusName(order.status.value) === 'payment_waiting'

/** Known only when both figures are; a refund of nothing leaves the shop's own total, digit by digit. */
const leftToRefund = ({ amount, refund_amount: refunded }: Order): string | null => {
  if (!isDecimal(amount) || !isDecimal(refunded)) return null
  return isZeroMoney(refunded) ? amount : subtractMoney(amount, refunded)
}

/** The order's money in the shop's own figures; our arithmetic is only the sum of the lines and what is left to refund. */
export const moneyRows = (order: Order): readonly MoneyRow[] => {
  const refunded = order.refund_amount
  return [
    ...unlessZero('items', itemsSum(order)),
    ...unlessZero('beforeDiscount', order.discount_amount === null ? null : order.amount_without_discount),
    ...unlessZero('discount', negateMoney(order.discount_amount) ?? order.discount_amount),
    { key: 'shipping', amount: order.shipping_amount },
    ...unlessZero('interest', order.installment_interest_amount),
    { key: 'total', amount: order.amount },
    { key: 'refunded', amount: refunded },
    ...unlessZero('refundedShipping', order.shipping_refund_amount),
    ...unlessZero('refundedDiscount', order.discount_refund_amount),
    ...(isUnpaid(order) ? [] : [{ key: 'left' as const, amount: leftToRefund(order) }]),
  ]
}
