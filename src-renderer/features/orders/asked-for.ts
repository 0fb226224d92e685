import type { Order, OrderItem } from '../../../src-main/contract/resources.ts'
import { addMoney, multiplyMoney } from '../../ui/format/money.ts'
import { type EntriesByItem, overlayOf } from '../data/entries.ts'
import { isDecided } from '../timeline/request-events.ts'
import { openRequestOf, quantityOf, requestIdsOf } from './eligibility.ts'

/** What is asked for and not decided yet, in one currency. */
export interface AskedFor {
  readonly currency: string | null
  /** Null when a price among them can't be read: a wrong sum is worse than none. */
  readonly amount: string | null
  readonly lines: number
}

/** How many pieces of the line somebody wants back and nobody has decided about; 0 when none. */
const undecidedPieces = (item: OrderItem, entries: EntriesByItem): number => {
  const request = openRequestOf(item)
  const overlay = overlayOf(entries.get(item.id), requestIdsOf(item))
  const isWaiting = overlay !== null && overlay.state !== 'REJECTED'
  if (isWaiting) return overlay.command.payload.quantity ?? 1
  if (request === null || isDecided(request.status)) return 0
  const pieces = Number(request.quantity ?? '1')
  return Number.isInteger(pieces) && pieces >= 1 && pieces <= quantityOf(item) ? pieces : quantityOf(item)
}

/** A line's price is for all its pieces (S0: the amount is the sum of the lines); for some of them the shop has to name a unit price. */
const priceOf = (item: OrderItem, pieces: number): string | null => {
  if (pieces === quantityOf(item)) return item.price
  const unit = item['unit_price']
  return typeof unit === 'string' ? multiplyMoney(unit, pieces) : null
}

/** The prices of the lines with an open request, the shop's or one that still waits here, by currency. */
export const askedFor = (order: Order, entries: EntriesByItem): readonly AskedFor[] => {
  const prices = new Map<string, (string | null)[]>()
  for (const item of order.orderitem_set) {
    const pieces = undecidedPieces(item, entries)
    if (pieces === 0) continue
    const currency = (item.price_currency.value ?? order.currency.value ?? '').toLowerCase()
    prices.set(currency, [...(prices.get(currency) ?? []), priceOf(item, pieces)])
  }
  return [...prices].map(([currency, all]) => ({
    currency: currency || null,
    amount: addMoney(all),
    lines: all.length,
  }))
}
