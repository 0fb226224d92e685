import type { TFunction } from 'i18next'
import { Archive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { enumText } from '../../../model/enum-text.ts'
import type { OldOrderSummary } from '../../../model/summaries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { type Column, commonColumns } from '../lists/columns.tsx'
import type { RowProps } from '../lists/list-rows.tsx'
import type { RowNames } from '../lists/list-table.tsx'

interface OldOrderRowProps extends RowProps<OldOrderSummary> {
  /** Whether the row is shown among current orders and must be marked as old. */
  readonly isMatch?: boolean
}

export const OldOrderRow = ({ row, open, focusable, onOpen, isMatch = false }: OldOrderRowProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  return (
    <button
      type="button"
      className="row"
      data-testid={isMatch ? 'old-match' : 'old-order-row'}
      data-order-number={row.number ?? ''}
      data-id={row.id}
      aria-current={open}
      tabIndex={focusable ? 0 : -1}
      onClick={onOpen}
    >
      <span className="row-line">
        <span className="row-title ellipsis">{row.number ?? t('order.noNumber')}</span>
        <span className="row-small nowrap">{format.nearText(row.dateText, now)}</span>
        <span className="row-amount row-end">{format.money(row.amount, row.currency) ?? '—'}</span>
      </span>
      <span className="row-line row-small">
        <span className="nowrap">{t('order.linesCount', { count: row.itemCount })}</span>
        <span className="ellipsis">{row.person ?? t('oldOrder.noPerson')}</span>
        <span className="cluster-tight row-end">
          {isMatch ? <Chip icon={Archive}>{t('oldOrder.mark')}</Chip> : null}
          <Chip>{enumText(row.status) ?? t('status.unknown')}</Chip>
        </span>
      </span>
    </button>
  )
}

export const oldOrderNames: RowNames<OldOrderSummary> = {
  testId: 'old-order-row',
  dataOf: row => ({ 'data-order-number': row.number ?? '', 'data-id': row.id }),
}

/** The columns of the list of old orders. */
export const oldOrderColumns = (
  t: TFunction,
  format: ReturnType<typeof useFormat>,
): readonly Column<OldOrderSummary>[] => {
  const { number, date, person, amount, currency, status, count } = commonColumns(t, format)
  return [
    number<OldOrderSummary>(),
    date(),
    person(),
    count('items', row => row.itemCount, true),
    amount(),
    status(row => ({ text: enumText(row.status) ?? t('status.unknown'), tone: 'plain' })),
    currency(),
  ]
}
