import { memo, useEffect, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Order, OrderItem } from '../../../../src-main/contract/resources.ts'
import { eligibilityOf } from '../../../model/eligibility.ts'
import { dashed } from '../../../model/entries.ts'
import { statusOfItem } from '../../../model/order-status.ts'
import { quantityOf, shownPieces } from '../../../model/priced-order.ts'
import { Tile } from '../../../ui/chip.tsx'
import { NumberInput } from '../../../ui/inputs.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { LineEstimate, LinePrice, LineState, WhyNotText } from '../../common/parts/line.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { SelectedLine } from '../../request/form/drafts.ts'
import { LineExtras } from './line-extras.tsx'
import { TradeIn } from './trade-in.tsx'

interface OrderLineProps {
  readonly account: Account
  readonly order: Order
  readonly item: OrderItem
  readonly overlay: Entry | null
  /** All entries for this line. */
  readonly lane: readonly Entry[]
  readonly readAt: number | null
  readonly selected: SelectedLine | null
  readonly onSelect: (item: string, on: boolean, quantity: number) => void
  readonly onQuantity: (item: string, count: number | null) => void
  readonly onChanged: () => void
}

/** Memoised, because an order may have hundreds of lines. */
export const OrderLine = memo((props: OrderLineProps) => {
  const { account, order, item, overlay, lane, readAt, selected, onSelect, onQuantity, onChanged } = props
  const eligibility = useMemo(() => eligibilityOf(item, order, overlay), [item, order, overlay])
  const { t } = useTranslation()
  const format = useFormat()
  const nameId = useId()
  const { openLine } = useNavigation()
  const isTarget = openLine?.item === item.id
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isTarget) return
    row.current?.scrollIntoView({ block: 'center' })
    row.current?.focus({ preventScroll: true })
  }, [isTarget])
  const status = orderStatusWords(statusOfItem(item, order), t)
  const able = eligibility.types.length > 0
  const quantity = quantityOf(item)
  const pieces = shownPieces(item)
  const wanted = selected === null ? 1 : selected.quantity
  const quantityFits = wanted !== null && Number.isInteger(wanted) && wanted >= 1 && wanted <= quantity
  const name = item.product?.name ?? item.product?.sku ?? t('order.namelessItem')
  return (
    <li
      ref={row}
      className="line"
      tabIndex={isTarget ? -1 : undefined}
      data-target={isTarget || undefined}
      data-testid="order-line"
      data-order-item={item.id}
      data-overlay={overlay ? dashed(overlay.state) : ''}
      data-selected={selected !== null}
    >
      <input
        type="checkbox"
        className="line-check"
        data-testid="line-select"
        aria-labelledby={nameId}
        checked={selected !== null}
        disabled={!able && selected === null}
        onChange={event => onSelect(item.id, event.target.checked, quantity)}
      />
      <Tile name={item.product?.name ?? null} />
      <div className="line-body">
        <div className="line-top">
          <span id={nameId} className="strong">
            {name}
          </span>
          <LinePrice order={order} line={item} />
        </div>
        <div className="cluster line-sub">
          <LineState status={status} overlay={overlay} types={eligibility.types} />
          {item.product?.sku ? <span className="muted">{item.product.sku}</span> : null}
          {item.product?.base_code && item.product.base_code !== item.product.sku ? (
            <span className="muted" title={t('order.baseCode')}>
              {item.product.base_code}
            </span>
          ) : null}
          {pieces === null ? null : <span className="muted">{format.pieces(pieces)}</span>}
          {selected !== null && quantity > 1 ? (
            <label className="line-quantity">
              {t('order.quantity')}
              <NumberInput
                testId="line-quantity"
                min={1}
                max={quantity}
                value={selected.quantity}
                aria-invalid={!quantityFits}
                onNumber={count => onQuantity(item.id, count)}
              />
            </label>
          ) : null}
        </div>
        <LineEstimate order={order} item={item} overlay={overlay} lane={lane} able={able} selected={selected} />
        {quantityFits ? null : (
          <p className="field-error" role="alert">
            {t('form.problem.quantityOutOfRange')}
          </p>
        )}
        {eligibility.whyNot ? <WhyNotText why={eligibility.whyNot} readAt={readAt} /> : null}
        {isTarget && openLine.by === 'trade-in-link' ? (
          <p className="line-note" role="status" data-testid="tradein-link-opened">
            {t(item.is_tradable === true ? 'tradeinLink.opened' : 'tradeinLink.openedDecided')}
          </p>
        ) : null}
        {item.is_tradable === true ? <TradeIn account={account} item={item} onChanged={onChanged} /> : null}
        <LineExtras item={item} commerceUrl={account.shop.commerceUrl} />
      </div>
    </li>
  )
})
