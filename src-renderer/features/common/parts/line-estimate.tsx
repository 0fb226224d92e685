import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { entryFigure, estimateOf, type Figure, refundedOf, requestFigure } from '../../../model/amounts.ts'
import { madeBy } from '../../../model/entries.ts'
import { openRequestOf } from '../../../model/item-requests.ts'
import { currencyOf, quantityOf } from '../../../model/priced-order.ts'
import { useFigureWords } from '../services/figures.ts'
import { useFormat } from '../services/use-format.ts'

export interface EstimatedItem {
  readonly order: Order
  readonly item: OrderItem
  /** The entry that the line shows. */
  readonly overlay: Entry | null
  /** Every entry made for it. */
  readonly lane: readonly Entry[]
  /** Whether anything may be asked for it. */
  readonly able: boolean
  /** The pieces chosen: null in it for a field that was emptied. */
  readonly selected: { readonly quantity: number | null } | null
}

/** What a line gives back: asked for, paid back, or to be expected. Undefined where that is no question. */
export const figureOfLine = ({
  order,
  item,
  overlay,
  lane,
  able,
  selected,
}: EstimatedItem): Figure | null | undefined => {
  if (overlay !== null) return entryFigure(overlay, order)
  const request = openRequestOf(item)
  if (request !== null) return requestFigure(request, order, madeBy(lane, request.id), item.id)
  const own = refundedOf(order, item.id)
  if (own !== null) return { kind: 'shop', amount: own }
  if (!able) return undefined
  if (selected !== null && selected.quantity === null) return null
  const asked = selected === null || quantityOf(item) === 1 ? null : selected.quantity
  const amount = estimateOf(order, item, asked)
  return amount === null ? null : { kind: 'estimate', amount }
}

/** The figure under a line, with what it is; `short` where many lines stand together. */
export const LineEstimate = ({ short = false, ...line }: EstimatedItem & { readonly short?: boolean }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useFigureWords()
  const figure = figureOfLine(line)
  if (figure === undefined) return null
  const currency = currencyOf(line.order, line.item)
  const amount = format.money(figure?.amount ?? null, currency)
  const label = t(figure?.kind === 'shop' ? 'money.refunded' : 'money.estimated')
  return (
    <span className="line-estimate" data-testid="line-estimate" data-amount={figure?.amount ?? ''} title={label}>
      {short && figure ? words(figure, currency) : `${label}: ${amount ?? t('money.cannotSay')}`}
    </span>
  )
}
