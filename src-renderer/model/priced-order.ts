import Big from 'big.js'
import type { EnumValue } from '../../src-main/contract/values.ts'
import { readDecimal } from './decimal.ts'

/** What amounts are worked out from: an order of Commerce or of Omnitron. */
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
  /** Of one piece. */
  readonly unit_price?: string | null | undefined
  /** Of all pieces. */
  readonly total_amount?: string | null | undefined
  /** The line's own part of the order's discount. */
  readonly discount_amount?: string | null | undefined
  readonly price_currency: EnumValue
}

interface CountedLine {
  readonly quantity?: string | null | undefined
}

/** How many pieces a line has, exactly: shops write "4", "1.500" and nothing at all for one. Null when it can't be read. */
export const piecesOf = ({ quantity }: CountedLine): Big | null => {
  if (quantity === null || quantity === undefined || quantity.trim() === '') return new Big(1)
  const pieces = readDecimal(quantity.trim())
  return pieces?.gt(0) ? pieces : null
}

/** How many pieces a person can choose from. A line of parts of a piece, or of nobody knows how many, goes as a whole. */
export const quantityOf = (line: CountedLine): number => {
  const pieces = Number(piecesOf(line) ?? 1)
  return Number.isSafeInteger(pieces) && pieces <= mostPieces ? pieces : 1
}

/** The most that one request can ask for. */
const mostPieces = 100_000

/** The number of pieces worth showing: not the single piece that every plain line is. An unreadable one as it came. */
export const shownPieces = (line: CountedLine): string | null => {
  const pieces = piecesOf(line)
  return pieces === null ? (line.quantity ?? null) : pieces.eq(1) ? null : pieces.toFixed()
}

/** The currency of a line: its own, else the order's. */
export const currencyOf = (order: Pick<PricedOrder, 'currency'>, line: Pick<PricedLine, 'price_currency'>) =>
  line.price_currency.value ?? order.currency.value

/** What was never paid can't be paid back. */
export const isUnpaid = ({ is_payable, status }: Pick<PricedOrder, 'is_payable' | 'status'>): boolean =>
  is_payable === true || status.value === '300' || status.value === 'payment_waiting'
