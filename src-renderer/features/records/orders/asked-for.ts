import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { entryFigure, type Figure, requestFigure } from '../../../model/amounts.ts'
import { addMoney } from '../../../model/decimal.ts'
import { type EntriesByItem, madeBy, overlayOf } from '../../../model/entries.ts'
import { openRequestOf, requestIdsOf } from '../../../model/item-requests.ts'
import { currencyOf } from '../../../model/priced-order.ts'
import { isDecidedRequest } from '../../../model/request-status.ts'

/** What is asked for and not decided yet, in one currency. */
interface AskedFor {
  readonly currency: string | null
  /** An estimate; null when one among them can't be worked out: a wrong sum is worse than none. */
  readonly amount: string | null
  readonly lines: number
}

interface Undecided {
  readonly item: OrderItem
  readonly figure: Figure | null
}

const undecided = (item: OrderItem, order: Order, lane: readonly Entry[]): readonly Undecided[] => {
  const overlay = overlayOf(lane, requestIdsOf(item))
  if (overlay !== null && overlay.state !== 'REJECTED') return [{ item, figure: entryFigure(overlay, order) }]
  const request = openRequestOf(item)
  if (request === null || isDecidedRequest(request)) return []
  return [{ item, figure: requestFigure(request, order, madeBy(lane, request.id), item.id) }]
}

/** The amounts of the lines with an open request, the shop's or one that still waits here, by currency. */
export const askedFor = (order: Order, entries: EntriesByItem): readonly AskedFor[] => {
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
