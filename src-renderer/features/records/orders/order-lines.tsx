import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { eligibilityOf } from '../../../model/eligibility.ts'
import { type EntriesByItem, overlayOf } from '../../../model/entries.ts'
import { requestIdsOf } from '../../../model/item-requests.ts'
import { quantityOf } from '../../../model/priced-order.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useKeyTitle } from '../../common/commands/commands.tsx'
import { draftsOf, useSelection } from '../../request/form/drafts.ts'
import { MacroRunner } from '../../request/macros/macro-runner.tsx'
import { OrderLine } from './order-line.tsx'
import { useLineKeys } from './use-line-keys.ts'

const noEntries: readonly Entry[] = []

interface OrderLinesProps {
  readonly account: Account
  readonly order: Order
  /** When the shop said what the lines say, ms since 1970. */
  readonly readAt?: number
  readonly entries: EntriesByItem
  readonly onChanged: () => void
}

export const OrderLines = ({ account, order, readAt, entries, onChanged }: OrderLinesProps) => {
  const { t } = useTranslation()
  const selection = useSelection(account.id, order.id)
  const drafts = useMemo(() => draftsOf(account.id, order.id), [account.id, order.id])
  const lines = useMemo(
    () =>
      order.orderitem_set.map(item => {
        const overlay = overlayOf(entries.get(item.id), requestIdsOf(item))
        return { item, overlay, eligibility: eligibilityOf(item, order, overlay) }
      }),
    [order, entries],
  )
  const able = useMemo(() => lines.filter(line => line.eligibility.types.length > 0), [lines])
  const selectedAll = able.length > 0 && able.every(line => selection.has(line.item.id))
  const selectAll = () => drafts.selectMore(new Map(able.map(({ item }) => [item.id, quantityOf(item)])))
  const toggleAll = () => (selectedAll ? drafts.drop(lines.map(({ item }) => item.id)) : selectAll())
  const place = useRef<HTMLElement>(null)
  useLineKeys({ account, order, lines, place, onSelectAll: toggleAll })
  const allTitle = useKeyTitle(t(selectedAll ? 'order.selectNone' : 'order.selectAll'), 'record.selectLines')
  return (
    <section ref={place} className="card lines" aria-label={t('order.lines')}>
      <div className="card-head">
        <h2>{t('order.linesCount', { count: lines.length })}</h2>
        <span className="card-tools">
          {able.length > 0 ? <MacroRunner account={account} order={order} /> : null}
          {able.length > 1 ? (
            <Button variant="ghost" small testId="lines-select-all" title={allTitle} onClick={toggleAll}>
              {selectedAll ? t('order.selectNone') : t('order.selectAll')}
            </Button>
          ) : null}
        </span>
      </div>
      {order.unreadable_items > 0 ? (
        <Notice tone="wait">{t('order.unreadableItems', { count: order.unreadable_items })}</Notice>
      ) : null}
      {lines.length === 0 && order.unreadable_items === 0 ? (
        <p className="card-body muted">{t('order.noItems')}</p>
      ) : null}
      <ul>
        {lines.map(({ item, overlay }) => (
          <OrderLine
            key={item.id}
            account={account}
            order={order}
            item={item}
            overlay={overlay}
            lane={entries.get(item.id) ?? noEntries}
            readAt={readAt ?? null}
            selected={selection.get(item.id) ?? null}
            onSelect={drafts.select}
            onQuantity={drafts.setQuantity}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  )
}
