import { RefreshCw } from 'lucide-react'
import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { listedOf } from '../../../model/amounts.ts'
import { dayMs } from '../../../model/clock.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { statusOfItem } from '../../../model/order-status.ts'
import { currencyOf, quantityOf, shownPieces } from '../../../model/priced-order.ts'
import type { OrderSummary } from '../../../model/summaries.ts'
import { isAged } from '../../../model/times.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { NumberInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { LineEstimate, LineState, WhyNotText } from '../../common/parts/line.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { SelectedLine } from '../form/drafts.ts'
import { type SeveralLine, shortAttributes } from './lines.ts'
import type { Reading } from './row-readings.ts'

/** An order loaded longer ago than this is marked as old. */
const oldAfterMs = dayMs

interface OrderGroupProps {
  readonly account: Account
  readonly summary: OrderSummary
  readonly reading: Reading<Order>
  readonly lines: readonly SeveralLine[]
  readonly selected: ReadonlyMap<string, SelectedLine>
  /** The shop can't be reached, so the data can't be refreshed now. */
  readonly away: boolean
  readonly onAgain: (orderIds: readonly string[]) => void
  readonly onSelect: (item: string, on: boolean, quantity: number) => void
  readonly onQuantity: (item: string, quantity: number | null) => void
}

/** One of the orders: the age of its data, and its lines. Memoised, so typing in the form does not render it again. */
export const OrderGroup = memo((props: OrderGroupProps) => {
  const { account, summary, reading, lines, selected, away, onAgain, onSelect, onQuantity } = props
  const { t } = useTranslation()
  const format = useFormat()
  const { open } = useNavigation()
  const number = summary.number ?? summary.id
  const status = orderStatusWords(summary.status, t)
  return (
    <section className="card several-order" data-testid="several-order" data-order-number={number} aria-label={number}>
      <div className="several-order-head">
        <button type="button" className="link" onClick={() => open('orders', summary.id)}>
          {number}
        </button>
        <Chip tone={status.tone} title={status.shopLabel}>
          {status.text}
        </Chip>
        <span className="muted ellipsis">
          {joinedTexts([summary.person, format.dateText(summary.dateText, false)], ' · ')}
        </span>
        <ReadAge reading={reading} away={away} onAgain={() => onAgain([summary.id])} />
      </div>
      {reading.failure ? <ReadTrouble account={account} why={reading.failure} /> : null}
      <NoLines reading={reading} away={away} />
      <ul>
        {lines.map(line => (
          <LineRow
            key={line.item.id}
            line={line}
            selected={selected.get(line.item.id) ?? null}
            onSelect={onSelect}
            onQuantity={onQuantity}
          />
        ))}
      </ul>
    </section>
  )
})

interface ReadAgeProps {
  readonly reading: Reading<Order>
  readonly away: boolean
  readonly onAgain: () => void
}

/** When the lines were loaded; highlighted if that is long ago or the shop can't be reached. */
const ReadAge = ({ reading, away, onAgain }: ReadAgeProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const readAt = reading.row?.readAt ?? null
  const isOld = readAt !== null && (away || isAged(readAt, oldAfterMs, now))
  return (
    <span className="several-age" data-testid="several-age" data-old={isOld}>
      {readAt === null ? null : (
        <span className={isOld ? 'several-old' : 'muted'}>{t('list.asOf', { age: format.age(readAt, now) })}</span>
      )}
      <Button
        variant="ghost"
        small
        icon={RefreshCw}
        busy={reading.pulling}
        aria-label={t('action.readAgain')}
        title={t('action.readAgain')}
        onClick={onAgain}
      />
    </span>
  )
}

/** Explains why lines are missing. */
const NoLines = ({ reading, away }: { reading: Reading<Order>; away: boolean }) => {
  const { t } = useTranslation()
  const { row, looked, pulling, failure } = reading
  const unreadable = row?.value.unreadable_items ?? 0
  if (unreadable > 0) return <Notice tone="wait">{t('order.unreadableItems', { count: unreadable })}</Notice>
  if (row !== null && row.value.orderitem_set.length > 0) return null
  if (pulling || !looked) return <p role="status">{t('several.readingLines')}</p>
  if (failure !== null) return null
  return <p className="muted">{t(row === null || away ? 'several.linesNotRead' : 'order.noItems')}</p>
}

interface LineRowProps {
  readonly line: SeveralLine
  readonly selected: SelectedLine | null
  readonly onSelect: (item: string, on: boolean, quantity: number) => void
  readonly onQuantity: (item: string, quantity: number | null) => void
}

/** Memoised: renders again only if the line has changed. */
const LineRow = memo(({ line, selected, onSelect, onQuantity }: LineRowProps) => {
  const { order, item, overlay, eligibility } = line
  const { t } = useTranslation()
  const format = useFormat()
  const nameId = useId()
  const status = orderStatusWords(statusOfItem(item, order), t)
  const short = joinedTexts([item.product?.sku, shortAttributes(item)], ' · ')
  return (
    <li
      className="several-line"
      data-testid="several-line"
      data-order-item={item.id}
      data-order-number={order.number ?? ''}
      data-eligible={eligibility.types.join(' ')}
      data-selected={selected !== null}
    >
      <input
        type="checkbox"
        className="line-check"
        data-testid="several-select"
        aria-labelledby={nameId}
        checked={selected !== null}
        disabled={eligibility.types.length === 0 && selected === null}
        onChange={event => onSelect(item.id, event.target.checked, quantityOf(item))}
      />
      <div className="several-product" id={nameId}>
        <span className="strong">{item.product?.name ?? item.product?.sku ?? t('order.namelessItem')}</span>
        {short ? <span className="muted several-short">{short}</span> : null}
        <span className="sr-only">{t('order.title', { number: order.number ?? order.id })}</span>
      </div>
      <LineQuantity
        most={quantityOf(item)}
        pieces={shownPieces(item) ?? '1'}
        selected={selected}
        onQuantity={quantity => onQuantity(item.id, quantity)}
      />
      <span className="several-price">
        {format.money(listedOf(order, item) ?? item.price, currencyOf(order, item)) ?? '—'}
        <LineEstimate
          short
          {...line}
          lane={overlay ? [overlay] : []}
          able={eligibility.types.length > 0}
          selected={selected}
        />
      </span>
      <div className="cluster several-may">
        <LineState status={status} overlay={overlay} types={eligibility.types} />
      </div>
      {eligibility.whyNot ? <WhyNotText why={eligibility.whyNot} /> : null}
    </li>
  )
})

interface LineQuantityProps {
  readonly most: number
  /** The number of pieces as text, if no quantity can be chosen. */
  readonly pieces: string
  readonly selected: SelectedLine | null
  readonly onQuantity: (quantity: number | null) => void
}

const LineQuantity = ({ most, pieces, selected, onQuantity }: LineQuantityProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  if (most === 1 || selected === null) return <span className="several-quantity muted">{format.pieces(pieces)}</span>
  const { quantity } = selected
  const fits = quantity !== null && Number.isInteger(quantity) && quantity >= 1 && quantity <= most
  return (
    <span className="several-quantity">
      <NumberInput
        testId="several-quantity"
        aria-label={t('order.quantity')}
        min={1}
        max={most}
        value={quantity}
        aria-invalid={!fits}
        onNumber={onQuantity}
      />
      <span className="muted">{t('several.ofPieces', { most })}</span>
      {fits ? null : (
        <span className="field-error" role="alert">
          {t('form.problem.quantityOutOfRange')}
        </span>
      )}
    </span>
  )
}
