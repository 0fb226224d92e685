import type { TFunction } from 'i18next'
import type { PendingSummary } from '../../../model/summaries.ts'
import type { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { Column } from '../lists/columns.ts'
import { commonColumns } from '../lists/common-columns.tsx'
import type { RowNames } from '../lists/table-row.tsx'

export const pendingNames: RowNames<PendingSummary> = {
  testId: 'pending-row',
  dataOf: row => ({ 'data-order-number': row.number ?? '', 'data-id': row.id }),
}

/** What the list of pending orders can show of each. */
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
