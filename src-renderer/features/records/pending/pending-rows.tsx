import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { dayMs } from '../../../model/clock.ts'
import type { PendingSummary } from '../../../model/summaries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import { countValues, type Facet } from '../filters/facets.ts'
import { type Column, commonColumns } from '../lists/columns.tsx'
import type { RowProps } from '../lists/list-rows.tsx'
import type { RowNames } from '../lists/list-table.tsx'

export const PendingRow = ({ row, open, focusable, onOpen }: RowProps<PendingSummary>) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const status = orderStatusWords(row.status, t)
  return (
    <button
      type="button"
      className="row"
      data-testid="pending-row"
      data-order-number={row.number ?? ''}
      data-id={row.id}
      aria-current={open}
      tabIndex={focusable ? 0 : -1}
      onClick={onOpen}
    >
      <span className="row-line">
        <span className="row-title ellipsis">{row.person ?? t('oldOrder.noPerson')}</span>
        <span className="row-waiting nowrap">
          {row.withoutWaiting
            ? t('pending.noneWaits')
            : t('pending.waitingOf', { waiting: row.waitingItemIds.length, count: row.itemCount })}
        </span>
        <span className="row-amount row-end">{format.money(row.amount, row.currency) ?? '—'}</span>
      </span>
      <span className="row-line row-small">
        <span className="row-number nowrap">{row.number ?? t('order.noNumber')}</span>
        <span className="nowrap">{format.nearText(row.dateText, now)}</span>
        <span className="ellipsis">{row.channel}</span>
        <span className="cluster-tight row-end">
          <Chip tone={status.tone} title={status.shopLabel}>
            {status.text}
          </Chip>
        </span>
      </span>
    </button>
  )
}

export const pendingNames: RowNames<PendingSummary> = {
  testId: 'pending-row',
  dataOf: row => ({ 'data-order-number': row.number ?? '', 'data-id': row.id }),
}

/** The columns of the list of pending orders. */
export const pendingColumns = (
  t: TFunction,
  format: ReturnType<typeof useFormat>,
): readonly Column<PendingSummary>[] => {
  const { number, date, person, amount, currency, status, count, text } = commonColumns(t, format)
  return [
    number<PendingSummary>(),
    date(),
    person(),
    count('waiting', row => row.waitingItemIds.length, true),
    count('items', row => row.itemCount, true),
    text('channel', row => row.channel, 7, { isSparse: true }),
    amount(),
    status(row => orderStatusWords(row.status, t)),
    currency(),
  ]
}

const waitingDays = ['1', '3', '7'] as const

/**
 * Omnitron sends when the order was placed, not when the cancellation was requested, so this is the age of the order. A
 * row without a readable date passes every age filter, because it may be old.
 */
const isOlder = (row: PendingSummary, days: number, now: number): boolean =>
  row.at === null || now - row.at > days * dayMs

export const pendingFacets = (t: TFunction, say: (count: number) => string): readonly Facet<PendingSummary>[] => [
  {
    key: 'channel',
    choices: rows =>
      countValues(rows, row => row.channel).map(([value, count]) => ({ value, label: `${value} (${say(count)})` })),
    passes: (row, value) => row.channel === value,
  },
  {
    key: 'waiting',
    choices: () => waitingDays.map(value => ({ value, label: t('filter.olderThan', { count: Number(value) }) })),
    passes: (row, value, now) => isOlder(row, Number(value), now),
  },
]
