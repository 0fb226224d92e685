import Big from 'big.js'
import { currencyDigits, divideDown, readDecimal } from './decimal.ts'
import { currencyOf, type PricedLine, type PricedOrder, piecesOf } from './priced-order.ts'

/** What a line costs before and after the order's discount; null when the shop's figures don't say. */
export interface LineCost {
  readonly listed: string | null
  readonly paid: string | null
}

export const noCost: LineCost = { listed: null, paid: null }

/** Computes what each line of an order costs, and distributes the order's discount over the lines. By line id. */
export const shareOut = (order: PricedOrder): ReadonlyMap<string, LineCost> => {
  const totals = totalsOf(order)
  const lines = order.orderitem_set
  const costs = costsOf(order, totals)
  const paid = totals === null ? costs.map(() => null) : paidOf(order, totals, costs)
  const seen = new Map<string, number>()
  for (const line of lines) seen.set(line.id, (seen.get(line.id) ?? 0) + 1)
  return new Map(
    lines.map((line, at): [string, LineCost] => {
      const text = (value: Big | null | undefined) => (value ? moneyText(value, currencyOf(order, line)) : null)
      // Two lines with the same id can't be distinguished.
      return [line.id, seen.get(line.id) === 1 ? { listed: text(costs[at]), paid: text(paid[at]) } : noCost]
    }),
  )
}

/** How an order's total adds up from its own figures. */
interface Breakdown {
  /**
   * `listed`: the lines less the discount, plus shipping and interest. `reduced`: the lines' prices include the
   * discount.
   */
  readonly fit: 'listed' | 'reduced' | null
  /** The sum of the lines; null when it does not fit the total. */
  readonly items: string | null
  /** Whether the total includes the interest; null if unknown. */
  readonly withInterest: boolean | null
  /** Whether the total before the discount, less the discount, equals the total. */
  readonly agrees: boolean
}

/** The figures of the payment's rows, so that they add up to the total. */
export const breakdownOf = (order: PricedOrder): Breakdown => {
  const totals = totalsOf(order)
  if (totals === null) return { fit: null, items: null, withInterest: null, agrees: false }
  const costs = costsOf(order, totals)
  const sum = isWhole(order) && isFull(costs) && costs.length > 0 ? sumOf(costs) : null
  const fit = sum && fitOf(sum, totals)
  if (!sum || !fit) return { fit: null, items: null, withInterest: null, agrees: totals.agrees }
  const [without = zero, withIt = zero] = totals.besides
  const withInterest = without.eq(withIt) ? null : fitOf(sum, { ...totals, besides: [without] }) === null
  return { fit, items: moneyText(sum, order.currency.value), withInterest, agrees: totals.agrees }
}

/** At least the currency's own digits; more where the figure has more. */
const moneyText = (value: Big, currency: string | null): string =>
  value.toFixed(Math.max(currencyDigits(currency), value.c.length - 1 - value.e))

const zero = new Big(0)
const sumOf = (values: readonly Big[]): Big => values.reduce((sum, each) => sum.plus(each), zero)
const isFull = (values: readonly (Big | null)[]): values is readonly Big[] => values.every(each => each !== null)
const isAmountOrNothing = (text: string | null | undefined): boolean =>
  text === null || text === undefined || readDecimal(text)?.gte(0) === true

/** The order's own figures. */
interface Totals {
  readonly paid: Big
  /** Null when the shop sends neither it nor the total before the discount. */
  readonly discount: Big | null
  /** What the total may include besides the lines: shipping, and shipping with interest. */
  readonly besides: readonly Big[]
  /** Whether the total before the discount agrees with the total and the discount. */
  readonly agrees: boolean
  readonly digits: number
}

/** Null when a figure of the order can't be read; then nothing is computed from the others. */
const totalsOf = (order: PricedOrder): Totals | null => {
  const { amount, amount_without_discount, discount_amount, shipping_amount, installment_interest_amount } = order
  const sent = [amount, amount_without_discount, discount_amount, shipping_amount, installment_interest_amount]
  const paid = readDecimal(amount)
  if (paid === null || !sent.every(isAmountOrNothing)) return null
  const before = readDecimal(amount_without_discount)
  const discount = readDecimal(discount_amount) ?? (before?.gte(paid) ? before.minus(paid) : null)
  const shipping = readDecimal(shipping_amount) ?? zero
  return {
    paid,
    discount,
    besides: [shipping, shipping.plus(readDecimal(installment_interest_amount) ?? zero)],
    agrees: before !== null && discount !== null && before.eq(paid.plus(discount)),
    digits: currencyDigits(order.currency.value),
  }
}

/**
 * Whether lines with this sum fit the order's total: `listed` less the discount, or `reduced` with the discount in
 * their prices.
 */
const fitOf = (sum: Big, { paid, discount, besides, digits }: Totals): 'listed' | 'reduced' | null => {
  // Some shops send floats with rounding noise.
  const isSame = (a: Big) => a.round(digits).eq(sum.round(digits))
  const nets = besides.map(each => paid.minus(each))
  if (discount !== null && nets.some(net => isSame(net.plus(discount)))) return 'listed'
  return nets.some(isSame) ? 'reduced' : null
}

/** What each line costs before the order's discount; null when the shop's figures don't say. */
const costsOf = (order: PricedOrder, totals: Totals | null): readonly (Big | null)[] => {
  const all = order.orderitem_set.map(readingsOf)
  const read = ([total, each]: (typeof all)[number], way: 'total' | 'each') => (way === 'each' ? each : total)
  const isOpen = all.map(([total, each]) => total !== null && each !== null && !total.eq(each))
  const fits = (way: 'total' | 'each'): boolean => {
    const costs = all.map(one => read(one, way))
    return totals !== null && isWhole(order) && isFull(costs) && fitOf(sumOf(costs), totals) !== null
  }
  // The price of several pieces may be for all or for each. The order's total decides, if only one reading fits it.
  const way = !isOpen.includes(true) ? 'total' : fits('total') === fits('each') ? null : fits('each') ? 'each' : 'total'
  return all.map((one, at) => (isOpen[at] ? (way === null ? null : read(one, way)) : one[0]))
}

/**
 * A line's cost in both readings: the price is for all pieces, or for each. Equal when the shop's figures decide it.
 */
const readingsOf = (line: PricedLine): readonly [Big | null, Big | null] => {
  const nothing = [null, null] as const
  const { price, unit_price, total_amount } = line
  if (![price, unit_price, total_amount].every(isAmountOrNothing)) return nothing
  const total = readDecimal(total_amount)
  if (total) return [total, total]
  const pieces = piecesOf(line)
  const given = readDecimal(price)
  const unit = readDecimal(unit_price)
  if (pieces === null || (given === null && unit === null)) return nothing
  const each = (unit ?? given ?? zero).times(pieces)
  if (given === null || (unit !== null && given.eq(unit))) return [each, each]
  return pieces.eq(1) ? [given, given] : [given, each]
}

/** Whether every line of the order is readable and in the order's currency. */
const isWhole = (order: PricedOrder): boolean =>
  order.unreadable_items === 0 && order.orderitem_set.every(line => isOfOrder(order, line))

const isOfOrder = (order: PricedOrder, line: PricedLine): boolean =>
  currencyOf(order, line)?.toLowerCase() === orderCurrencyOf(order)?.toLowerCase()

/** The order's currency, else that of its lines. */
const orderCurrencyOf = ({ currency, orderitem_set }: PricedOrder): string | null =>
  currency.value ?? orderitem_set[0]?.price_currency.value ?? null

/** What each line costs after the order's discount. */
const paidOf = (order: PricedOrder, totals: Totals, costs: readonly (Big | null)[]): readonly (Big | null)[] => {
  const { paid, discount, besides, agrees } = totals
  const own = costs.filter(
    (cost, at) => cost !== null && order.orderitem_set[at] && isOfOrder(order, order.orderitem_set[at]),
  )
  const sum = sumOf(own.filter(cost => cost !== null))
  // The lines cost more than the order: an unknown reduction was made.
  if (sum.gt(paid.plus(discount ?? zero))) return costs.map(() => null)
  const fit = isWhole(order) && isFull(costs) ? fitOf(sum, totals) : null
  if (fit === 'reduced' || discount?.eq(0)) return sum.gt(paid) ? costs.map(() => null) : costs
  if (discount === null || !isWhole(order) || !isFull(costs)) return costs.map(() => null)
  if (fit === 'listed') return sum.lt(discount) ? costs.map(() => null) : sharedOut(order, costs, discount, totals)
  // Some goods are no longer on the lines. The remaining lines get their part of the discount.
  const goods = paid.plus(discount).minus(besides[0] ?? zero)
  if (!agrees || sum.gte(goods) || goods.lte(discount)) return costs.map(() => null)
  return costs.map(cost => divideDown(cost.times(goods.minus(discount)), goods, totals.digits).down)
}

/** What each line costs less its discount: the shop's own discount of the line, else in proportion to the cost. */
const sharedOut = (order: PricedOrder, costs: readonly Big[], discount: Big, { digits }: Totals): readonly Big[] => {
  const own = order.orderitem_set.map(line => readDecimal(line.discount_amount))
  const fits = (all: readonly Big[]) =>
    sumOf(all).eq(discount) && all.every((each, at) => each.gte(0) && costs[at]?.gte(each) === true)
  if (isFull(own) && fits(own)) return costs.map((cost, at) => cost.minus(own[at] ?? zero))
  return inProportion(sumOf(costs).minus(discount), costs, digits)
}

/**
 * Splits an amount in proportion to the weights, so that the parts add up to it. Rounding rests go, one smallest unit
 * each, to the parts that lost most by rounding; among equal ones to the first.
 */
const inProportion = (amount: Big, weights: readonly Big[], digits: number): readonly Big[] => {
  const whole = sumOf(weights)
  if (whole.eq(0)) return weights
  const exact = weights.map(weight => divideDown(amount.times(weight), whole, digits))
  const parts = exact.map(({ down }) => down)
  const unit = new Big(1).div(new Big(10).pow(digits))
  const byLoss = exact.map(({ lost }, at) => ({ at, lost })).sort((a, b) => b.lost.cmp(a.lost) || a.at - b.at)
  let left = amount.minus(sumOf(parts))
  for (const { at } of byLoss) {
    if (left.lte(0)) break
    const share = left.lt(unit) ? left : unit
    parts[at] = (parts[at] ?? zero).plus(share)
    left = left.minus(share)
  }
  return parts
}
