import type { TFunction } from 'i18next'
import { CircleSlash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { entryFigure, estimateOf, type Figure, listedOf, refundedOf, requestFigure } from '../../../model/amounts.ts'
import { subtractMoney } from '../../../model/decimal.ts'
import type { Eligibility, WhyNot } from '../../../model/eligibility.ts'
import { dashed, madeBy } from '../../../model/entries.ts'
import { hasOwnId, openRequestOf } from '../../../model/item-requests.ts'
import { currencyOf, type PricedLine, type PricedOrder, quantityOf, shownPieces } from '../../../model/priced-order.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNavigation } from '../navigation/navigation.tsx'
import { useFigureWords } from '../services/figures.ts'
import { useAge, useFormat } from '../services/use-format.ts'
import { requestName } from '../words/record-words.ts'
import { orderStatusWords, requestStatusWords } from '../words/status-words.ts'
import { EntryChipOf } from './entry-chip.tsx'

interface EstimatedItem {
  readonly order: Order
  readonly item: OrderItem
  /** The entry that the line shows, if any. */
  readonly overlay: Entry | null
  /** All entries for this item. */
  readonly lane: readonly Entry[]
  /** Whether it can be cancelled or refunded. */
  readonly able: boolean
  /** The chosen quantity; a quantity of null means that the field is empty. */
  readonly selected: { readonly quantity: number | null } | null
}

/** The amount requested, refunded or expected for a line; null when unknown, undefined when there is none to expect. */
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

/** The amount under a line with its label; `short` leaves the label out. */
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

interface LinePriceProps {
  readonly order: PricedOrder
  readonly line: PricedLine & { readonly retail_price: string | null }
}

/** A line's price, with the former price when that was higher. */
export const LinePrice = ({ order, line }: LinePriceProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const currency = currencyOf(order, line)
  // Unclear whether the price is for one piece or all: shown as the shop sent it.
  const price = listedOf(order, line) ?? line.price
  // For several pieces it is unknown whether the former price is for one or for all.
  const isReduced = shownPieces(line) === null && subtractMoney(price, line.retail_price)?.startsWith('-') === true
  const retail = isReduced ? format.money(line.retail_price, currency) : null
  return (
    <span className="line-prices">
      {retail ? (
        <span className="line-retail" title={t('order.retailPrice')}>
          <span className="sr-only">{`${t('order.retailPrice')}: `}</span>
          {retail}
        </span>
      ) : null}
      <span className="row-amount">{format.money(price, currency) ?? '—'}</span>
    </span>
  )
}

interface LineStateProps {
  readonly status: ReturnType<typeof orderStatusWords>
  readonly overlay: Entry | null
  readonly types: Eligibility['types']
}

/** A line's status at the shop, its entry's state, and the possible requests. */
export const LineState = ({ status, overlay, types }: LineStateProps) => {
  const { t } = useTranslation()
  return (
    <>
      <Chip tone={status.tone} title={status.shopLabel}>
        {status.text}
      </Chip>
      {overlay ? <EntryChipOf entry={overlay} /> : null}
      {types.map(type => (
        <span key={type} className="line-may">
          {t(`order.may.${type}`)}
        </span>
      ))}
    </>
  )
}

/** The age of what the shop said. */
const AsRead = ({ readAt }: { readAt: number }) => {
  const { t } = useTranslation()
  return <span className="muted">{` (${t('list.asOf', { age: useAge(readAt) })})`}</span>
}

/** Why no request is possible for a line. */
export const whyNotWords = (why: WhyNot, t: TFunction): string => {
  switch (why.code) {
    case 'entry':
      return t(`whyNot.entry.${dashed(why.state)}`)
    case 'requested':
      return t('whyNot.requested', {
        request: requestName({ id: why.requestId, type: why.type }, t),
        status: requestStatusWords(why.status, t).text,
      })
    case 'not-allowed':
      return t('whyNot.not-allowed', { status: orderStatusWords(why.status, t).text })
    default:
      return t(`whyNot.${why.code}`)
  }
}

export const WhyNotText = ({ why, readAt = null }: { why: WhyNot; readAt?: number | null }) => {
  const { t } = useTranslation()
  const { open } = useNavigation()
  return (
    <p className="line-why" data-testid="line-why-not" data-why={why.code}>
      <CircleSlash className="icon" aria-hidden />
      <span>
        {whyNotWords(why, t)}
        {why.code === 'entry' ? (
          <>
            {' '}
            <button type="button" className="link" onClick={() => open('outbox', why.entryId)}>
              {t('action.showInOutbox')}
            </button>
          </>
        ) : null}
        {why.code === 'requested' && hasOwnId(why.requestId) ? (
          <>
            {' '}
            <button type="button" className="link" onClick={() => open('requests', why.requestId)}>
              {t('action.showRequest')}
            </button>
          </>
        ) : null}
        {readAt === null || why.code === 'entry' ? null : <AsRead readAt={readAt} />}
      </span>
    </p>
  )
}
