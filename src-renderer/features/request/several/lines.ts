import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { lineEstimate } from '../../../model/amounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { type Eligibility, eligibilityOf } from '../../../model/eligibility.ts'
import { type EntriesByItem, overlayOf } from '../../../model/entries.ts'
import { requestIdsOf } from '../../../model/item-requests.ts'
import { currencyOf, quantityOf } from '../../../model/priced-order.ts'
import { commonTypes } from '../form/choices.ts'
import type { SelectedLine } from '../form/drafts.ts'
import { type Total, totalsOf } from '../form/request-total.tsx'

/** A line of one of the orders, with the requests it allows. */
export interface SeveralLine {
  readonly order: Order
  readonly item: OrderItem
  readonly overlay: Entry | null
  readonly eligibility: Eligibility
}

export const linesOf = (order: Order, entries: EntriesByItem): readonly SeveralLine[] =>
  order.orderitem_set.map(item => {
    const overlay = overlayOf(entries.get(item.id), requestIdsOf(item))
    return { order, item, overlay, eligibility: eligibilityOf(item, order, overlay) }
  })

/** The lines that allow this type, with their full quantities. */
export const quantitiesFor = (lines: readonly SeveralLine[], type: CancellationType): ReadonlyMap<string, number> =>
  new Map(
    lines.filter(({ eligibility }) => eligibility.types.includes(type)).map(({ item }) => [item.id, quantityOf(item)]),
  )

export interface Selection {
  /** Selected lines that allow a request. */
  readonly lines: readonly SeveralLine[]
  /** Selected order items that allow no request any more, or whose order is not shown. */
  readonly stuck: readonly string[]
  /** The types that all lines allow. */
  readonly types: readonly CancellationType[]
}

/** Checks the selected lines again, because orders change and leave the list. */
export const judgeSelection = (
  lines: readonly SeveralLine[],
  selected: ReadonlyMap<string, SelectedLine>,
): Selection => {
  const chosen = lines.filter(({ item }) => selected.has(item.id))
  const able = chosen.filter(({ eligibility }) => eligibility.types.length > 0)
  const ableIds = new Set(able.map(({ item }) => item.id))
  return {
    lines: able,
    stuck: [...selected.keys()].filter(id => !ableIds.has(id)),
    types: commonTypes(able.map(({ eligibility }) => eligibility.types)),
  }
}

/** The sums of the selected quantities by currency. */
export const sumsOf = (lines: readonly SeveralLine[], selected: ReadonlyMap<string, SelectedLine>): readonly Total[] =>
  totalsOf(
    lines.map(({ order, item }) => ({
      quantity: selected.get(item.id)?.quantity ?? null,
      maxQuantity: quantityOf(item),
      line: lineEstimate(order, item),
      currency: currencyOf(order, item),
    })),
  )

/** Size, colour and similar attributes, to tell lines of one product apart. */
export const shortAttributes = (item: OrderItem, most = 3): string => {
  const values = [...Object.values(item.attributes), ...Object.values(item.product?.attributes ?? {})]
  const texts = values.filter((value): value is string => typeof value === 'string' && value.trim() !== '')
  return joinedTexts([...new Set(texts)].slice(0, most), ' · ')
}
