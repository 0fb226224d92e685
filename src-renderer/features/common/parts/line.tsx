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

interface LinePriceProps {
  readonly order: PricedOrder
  readonly line: PricedLine & { readonly retail_price: string | null }
}

/** What a line costs, and beside it its former price when that is more. */
export const LinePrice = ({ order, line }: LinePriceProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const currency = currencyOf(order, line)
  // Where the shop leaves open what the price is for, it stands as it came.
  const price = listedOf(order, line) ?? line.price
  // Nobody says whether the former price of several pieces is for all of them.
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

/** How a line stands: at the shop, in the outbox, and what may be asked for it. */
export const LineState = ({ status, overlay, types }: LineStateProps) => {
  const { t } = useTranslation()
  return (
    <>
      <Chip tone={status.tone} title={status.said}>
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

/** What the shop said is as old as its reading; what waits here is not. */
const AsRead = ({ readAt }: { readAt: number }) => {
  const { t } = useTranslation()
  return <span className="muted">{` (${t('list.asOf', { age: useAge(readAt) })})`}</span>
}

/** Why nothing can be asked for a line, in a sentence. */
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
