import type { Entry } from '../../../src-main/contract/entries.ts'
import type { Order, OrderItem } from '../../../src-main/contract/resources.ts'
import { addMoney, multiplyMoney } from '../../ui/format/money.ts'
import { openRequestOf, quantityOf, requestIdsOf } from '../data/eligibility.ts'
import { type EntriesByItem, overlayOf } from '../data/entries.ts'
import { isDecided } from '../timeline/request-events.ts'

/** What is asked for and not decided yet, in one currency. */
interface AskedFor {
  readonly currency: string | null
  /** Null when a price or a quantity among them is not known: a wrong sum is worse than none. */
  readonly amount: string | null
  readonly lines: number
}

/** The shop's lists leave the quantity out: then it is known for a line of one piece, or by the request made here. */
const piecesOf = (item: OrderItem, requestId: string, said: string | null, lane: readonly Entry[]): number | null => {
  const own = lane.find(entry => entry.result?.requestId === requestId)
  const pieces = Number(said ?? own?.command.payload.quantity ?? (quantityOf(item) === 1 ? 1 : Number.NaN))
  return Number.isInteger(pieces) && pieces >= 1 && pieces <= quantityOf(item) ? pieces : null
}

interface Undecided {
  readonly item: OrderItem
  /** Null when nobody says how many. */
  readonly pieces: number | null
}

const undecided = (item: OrderItem, lane: readonly Entry[]): readonly Undecided[] => {
  const overlay = overlayOf(lane, requestIdsOf(item))
  if (overlay !== null && overlay.state !== 'REJECTED')
    return [{ item, pieces: overlay.command.payload.quantity ?? (quantityOf(item) === 1 ? 1 : null) }]
  const request = openRequestOf(item)
  if (request === null || isDecided(request.status)) return []
  return [{ item, pieces: piecesOf(item, request.id, request.quantity, lane) }]
}

/** A line's price is for all its pieces (S0: the amount is the sum of the lines); for some of them the shop has to name a unit price. */
const priceOf = ({ item, pieces }: Undecided): string | null => {
  if (pieces === null) return null
  if (pieces === quantityOf(item)) return item.price
  const unit = item['unit_price']
  return typeof unit === 'string' ? multiplyMoney(unit, pieces) : null
}

/** The prices of the lines with an open request, the shop's or one that still waits here, by currency. */
export const askedFor = (order: Order, entries: EntriesByItem): readonly AskedFor[] => {
  const prices = new Map<string, (string | null)[]>()
  for (const each of order.orderitem_set.flatMap(item => undecided(item, entries.get(item.id) ?? []))) {
    const currency = (each.item.price_currency.value ?? order.currency.value ?? '').toLowerCase()
    prices.set(currency, [...(prices.get(currency) ?? []), priceOf(each)])
  }
  return [...prices].map(([currency, all]) => ({
    currency: currency || null,
    amount: addMoney(all),
    lines: all.length,
  }))
}
