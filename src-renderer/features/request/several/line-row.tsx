import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { listedOf } from '../../../model/amounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { statusOfItem } from '../../../model/order-status.ts'
import { currencyOf, quantityOf, shownPieces } from '../../../model/priced-order.ts'
import { NumberInput } from '../../../ui/inputs.tsx'
import { LineEstimate, LineState, WhyNotText } from '../../common/parts/line.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { SelectedLine } from '../form/drafts.ts'
import { type SeveralLine, shortAttributes } from './lines.ts'

interface LineRowProps {
  readonly line: SeveralLine
  readonly selected: SelectedLine | null
  readonly onSelect: (item: string, on: boolean, quantity: number) => void
  readonly onQuantity: (item: string, quantity: number | null) => void
}

/** Drawn anew only when the line itself has changed. */
export const LineRow = memo(({ line, selected, onSelect, onQuantity }: LineRowProps) => {
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
  /** How many there are, where no number can be chosen. */
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
