import type { TFunction } from 'i18next'
import { enumText } from '../../../model/enum-text.ts'
import type { OldOrderSummary } from '../../../model/summaries.ts'
import type { useFormat } from '../../common/services/use-format.ts'
import type { Column } from '../lists/columns.ts'
import { commonColumns } from '../lists/common-columns.tsx'
import type { RowNames } from '../lists/table-row.tsx'

export const oldOrderNames: RowNames<OldOrderSummary> = {
  testId: 'old-order-row',
  dataOf: row => ({ 'data-order-number': row.number ?? '', 'data-id': row.id }),
}

/** What the list of old orders can show of each. */
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
