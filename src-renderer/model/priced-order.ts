import Big from 'big.js'
import type { Order } from '../../src-main/contract/resources.ts'
import type { EnumValue } from '../../src-main/contract/values.ts'
import { readDecimal } from './decimal.ts'

/** The fields that amounts are computed from, in an order of Commerce or of Omnitron. */
export interface PricedOrder {
  readonly status: EnumValue
  readonly currency: EnumValue
  readonly amount: string | null
  readonly amount_without_discount?: string | null
  readonly discount_amount: string | null
  readonly shipping_amount: string | null
  readonly installment_interest_amount: string | null
  readonly refund_amount: string | null
  readonly is_payable?: boolean | null
  readonly unreadable_items: number
  readonly orderitem_set: readonly PricedLine[]
}

export interface PricedLine extends CountedLine {
  readonly id: string
  readonly price: string | null
  /** The price of one piece. */
  readonly unit_price?: string | null | undefined
  /** The price of all pieces. */
  readonly total_amount?: string | null | undefined
  /** The line's part of the order's discount. */
  readonly discount_amount?: string | null | undefined
  readonly price_currency: EnumValue
}

interface CountedLine {
  readonly quantity?: string | null | undefined
}

/** The exact number of pieces: shops write "4", "1.500", or nothing for one. Null when it can't be read. */
export const piecesOf = ({ quantity }: CountedLine): Big | null => {
  if (quantity === null || quantity === undefined || quantity.trim() === '') return new Big(1)
  const pieces = readDecimal(quantity.trim())
  return pieces?.gt(0) ? pieces : null
}

/** How many pieces the user can choose from. A line with a fraction of a piece or an unknown number goes as a whole. */
export const quantityOf = (line: CountedLine): number => {
  const pieces = Number(piecesOf(line) ?? 1)
  return Number.isSafeInteger(pieces) && pieces <= mostPieces ? pieces : 1
}

/** The most pieces in one request. */
const mostPieces = 100_000

/** The number of pieces to show; null for a single piece. An unreadable number is shown as it came. */
export const shownPieces = (line: CountedLine): string | null => {
  const pieces = piecesOf(line)
  return pieces === null ? (line.quantity ?? null) : pieces.eq(1) ? null : pieces.toFixed()
}

/** The currency of a line: its own, else the order's. */
export const currencyOf = (order: Pick<PricedOrder, 'currency'>, line: Pick<PricedLine, 'price_currency'>) =>
  line.price_currency.value ?? order.currency.value

/** Whether the order has not been paid, so that nothing can be paid back. */
export const isUnpaid = ({ is_payable, status }: Pick<PricedOrder, 'is_payable' | 'status'>): boolean =>
  is_payable === true || status.value === '300' || status.value === 'payment_waiting'

/**
 * How an order was paid, as far as it decides where a refund goes: `card` is everything that the shop can pay back the
 * same way, `cash` everything that it can't.
 */
export type PayWay = 'card' | 'transfer' | 'cash' | 'unknown'

const signs: readonly (readonly [RegExp, PayWay])[] = [
  [/gift|hediye/, 'unknown'],
  [/transfer|havale|eft|wire|iban/, 'transfer'],
  [/cash|delivery|kap[ıi]da|nakit/, 'cash'],
  [/card|kart|masterpass|wallet|c[üu]zdan|credit/, 'card'],
]

/** Reads the shop's payment type, and if that says nothing, the option's slug. */
export const payWayOf = ({ payment_option, payment_option_slug }: PaidOrder): PayWay => {
  for (const code of [payment_option?.payment_type, payment_option?.slug, payment_option_slug]) {
    const text = code?.toLowerCase().replaceAll('-', '_') ?? ''
    const found = signs.find(([sign]) => sign.test(text))
    if (found) return found[1]
  }
  return 'unknown'
}

type PaidOrder = Pick<Order, 'payment_option' | 'payment_option_slug'>

/** The way that all the orders were paid; unknown if they differ. */
export const commonPayWay = (orders: readonly PaidOrder[]): PayWay => {
  const [way = 'unknown', ...others] = [...new Set(orders.map(payWayOf))]
  return others.length === 0 ? way : 'unknown'
}
