import { RefreshCw } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import { joinedTexts } from '../../../model/direction.ts'
import type { OrderSummary } from '../../../model/summaries.ts'
import { isAged } from '../../../model/times.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { SelectedLine } from '../form/drafts.ts'
import { LineRow } from './line-row.tsx'
import type { SeveralLine } from './lines.ts'
import type { Reading } from './row-readings.ts'

/** Older than this, an order is said to be old: much can happen to its lines in a day. */
const oldAfterMs = 24 * 60 * 60_000

interface OrderGroupProps {
  readonly account: Account
  readonly summary: OrderSummary
  readonly reading: Reading<Order>
  readonly lines: readonly SeveralLine[]
  readonly selected: ReadonlyMap<string, SelectedLine>
  /** The shop can't be asked now, so that nothing here is fresher than it looks. */
  readonly away: boolean
  readonly onAgain: (orderIds: readonly string[]) => void
  readonly onSelect: (item: string, on: boolean, quantity: number) => void
  readonly onQuantity: (item: string, quantity: number | null) => void
}

/** One of the orders: how old its copy is, and its lines. Typing in the form draws none of it anew. */
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
        <Chip tone={status.tone} title={status.said}>
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

/** When the lines were read; said aloud when that is long ago or can't be helped now. */
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

/** Why there is no line to choose, or not every one. */
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
