import type { Entry, LineEstimate } from '../../src-main/contract/entries.ts'
import type { CancellationRequest, Order, OrderItem } from '../../src-main/contract/resources.ts'
import { addMoney, currencyDigits, decimalPlaces, divideDown, isDecimal, readDecimal } from './decimal.ts'
import { requestIdsOf, requestsOfItem } from './item-requests.ts'
import { endOfItem } from './order-status.ts'
import { currencyOf, isUnpaid, type PricedLine, type PricedOrder, piecesOf, quantityOf } from './priced-order.ts'
import { isLostStage, requestStage } from './request-status.ts'
import { type LineCost, noCost, shareOut } from './share-out.ts'

/** An amount: the shop's own figure or our estimate. */
export interface Figure {
  readonly kind: 'shop' | 'estimate'
  readonly amount: string
}

const figure = (kind: Figure['kind'], amount: string | null | undefined): Figure | null =>
  isDecimal(amount) ? { kind, amount } : null

/** What a line costs before the order's discount; null when the shop's figures don't say. */
export const listedOf = (order: PricedOrder, line: PricedLine): string | null => costOf(order, line).listed

/** The estimated refund of a whole line, and its number of pieces: enough to estimate some of the pieces later. */
export const lineEstimate = (order: PricedOrder, line: PricedLine): LineEstimate => ({
  amount: isUnpaid(order) ? null : costOf(order, line).paid,
  pieces: piecesOf(line)?.toFixed() ?? null,
})

/**
 * The estimate for `asked` pieces of a line, or for all of it when `asked` is null. It rounds down, so that two parts
 * of a line never add up to more than the line.
 */
export const partOf = ({ amount, pieces }: LineEstimate, requested: number | null, currency: string | null) => {
  const whole = readDecimal(amount)
  if (whole === null || amount === null) return null
  if (requested === null) return amount
  const count = readDecimal(pieces)
  if (count === null || !Number.isFinite(requested) || requested <= 0 || count.lt(requested)) return null
  if (count.eq(requested)) return amount
  const places = Math.max(currencyDigits(currency), decimalPlaces(amount))
  return divideDown(whole.times(requested), count, places).down.toFixed(places)
}

/** The estimate for some pieces of a line before they are requested. */
export const estimateOf = (order: PricedOrder, line: PricedLine, requested: number | null): string | null =>
  partOf(lineEstimate(order, line), requested, currencyOf(order, line))

/**
 * The estimate for a request. Shops leave the number of pieces out of their lists; then only a line that goes as a
 * whole has one.
 */
export const requestedPart = (line: LineEstimate, requested: string | null, currency: string | null): string | null => {
  if (requested === null && quantityOf({ quantity: line.pieces }) > 1) return null
  return partOf(line, requested === null ? null : Number(requested), currency)
}

/**
 * What the shop paid back for a line, by its own figure. The shop has one figure for the whole order: it is the line's
 * when the line is settled and no other line was ever requested.
 */
export const refundedOf = (order: Order, itemId: string | null): string | null => {
  const item = order.orderitem_set.find(each => each.id === itemId)
  if (!item || !isSettled(item) || order.unreadable_items > 0) return null
  if (order.orderitem_set.some(each => each !== item && wasAskedFor(each))) return null
  return readDecimal(order.refund_amount)?.gt(0) ? order.refund_amount : null
}

/** Looks up the shop's own figures where the order is not loaded. */
export interface OwnFigures {
  readonly ofRequest: (accountId: string, requestId: string) => string | null
  readonly ofLine: (accountId: string, orderId: string, itemId: string) => string | null
}

/** The amount of an entry: the shop's own figure, else the estimate, else null. */
export const entryFigure = (entry: Entry, order: Order | null, own: OwnFigures | null = null): Figure | null =>
  figure('shop', ownFigure(entry, order, own)) ?? figure('estimate', entryEstimate(entry, order))

/**
 * The amount of a request at the shop. `entry` is the entry that made it, if it was made here. `itemId` is its line, if
 * known.
 */
export const requestFigure = (
  request: CancellationRequest,
  order: Order | null,
  entry: Entry | null,
  itemId: string | null = request.order_item,
): Figure | null => {
  const own = request.refund_amount ?? (order === null || isLost(request) ? null : refundedOf(order, itemId))
  if (isDecimal(own)) return figure('shop', own)
  if (entry !== null) return entryFigure(entry, order)
  const item = order?.orderitem_set.find(each => each.id === itemId)
  if (!order || !item) return null
  return figure('estimate', requestedPart(lineEstimate(order, item), request.quantity, currencyOf(order, item)))
}

/** The amount of a line without a request: what the shop paid back for it, else the estimate for all of it. */
export const lineFigure = (order: Order, item: OrderItem): Figure | null => {
  const own = refundedOf(order, item.id)
  return own === null ? figure('estimate', estimateOf(order, item, null)) : figure('shop', own)
}

/** The estimate for several whole lines in the order's currency. Null when one of them has another currency. */
export const linesFigure = (order: PricedOrder, lines: readonly PricedLine[]): Figure | null => {
  const { value } = order.currency
  const isOther = lines.some(line => currencyOf(order, line)?.toLowerCase() !== value?.toLowerCase())
  const parts = lines.map(line => requestedPart(lineEstimate(order, line), null, value))
  return isOther ? null : figure('estimate', addMoney(parts))
}

/** The whole line's price in an entry of an older version. It is not an estimate of the request. */
export const oldLinePrice = ({ about }: Entry): string | null => (about.line === undefined ? about.amount : null)

const known = new WeakMap<PricedOrder, ReadonlyMap<string, LineCost>>()

const costOf = (order: PricedOrder, line: PricedLine): LineCost => {
  const costs = known.get(order) ?? shareOut(order)
  known.set(order, costs)
  return costs.get(line.id) ?? noCost
}

const isSettled = (item: OrderItem): boolean => {
  const end = endOfItem(item)
  return end === 'cancelled' || end === 'refunded'
}

const wasAskedFor = (item: OrderItem): boolean => requestIdsOf(item).size > 0 || isSettled(item)

/** Whether the shop paid nothing for this request, so that a refund of the line belongs to another request. */
const isLost = (request: CancellationRequest): boolean => isLostStage(requestStage(request.status))

const ownFigure = ({ accountId, about, orderItem, result }: Entry, order: Order | null, own: OwnFigures | null) => {
  if (result === null) return null
  const item = order?.orderitem_set.find(each => each.id === orderItem)
  const request = item ? requestsOfItem(item).find(each => each.id === result.requestId) : undefined
  if (request && isLost(request)) return null
  return (
    request?.refund_amount ??
    own?.ofRequest(accountId, result.requestId) ??
    (order ? refundedOf(order, orderItem) : null) ??
    own?.ofLine(accountId, about.orderId, orderItem) ??
    null
  )
}

const entryEstimate = ({ about, command, orderItem }: Entry, order: Order | null): string | null => {
  const requested = command.payload.quantity ?? null
  if (about.line !== undefined) return partOf(about.line, requested, about.currency)
  const item = order?.orderitem_set.find(each => each.id === orderItem)
  return order && item ? estimateOf(order, item, requested) : null
}
