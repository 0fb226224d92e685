import type { TFunction } from 'i18next'
import { dashed, type EntriesByItem, openAmong } from '../../../model/entries.ts'
import type { OrderSummary } from '../../../model/summaries.ts'
import { EntryChip } from '../../common/parts/entry-chip.tsx'
import type { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { Column } from '../lists/columns.ts'
import { commonColumns } from '../lists/common-columns.tsx'
import type { RowNames } from '../lists/table-row.tsx'

export const orderNames: RowNames<OrderSummary> = {
  testId: 'order-row',
  dataOf: row => ({ 'data-order-number': row.number ?? '', 'data-id': row.id }),
}

/** What the list of orders can show of each; `entries` are the ones of the same account. */
export const orderColumns = (
  t: TFunction,
  format: ReturnType<typeof useFormat>,
  entries: EntriesByItem,
): readonly Column<OrderSummary>[] => {
  const { make, number, date, person, amount, currency, status, count, text } = commonColumns(t, format)
  const entryOf = (row: OrderSummary) => openAmong(entries, row.itemIds)
  return [
    number<OrderSummary>(),
    date(),
    person(),
    text('product', row => row.firstItem ?? t(row.itemCount > 0 ? 'order.namelessItem' : 'order.noItems'), 11, {
      grow: 1.8,
    }),
    count('items', row => row.itemCount, true),
    amount(),
    status(row => orderStatusWords(row.status, t)),
    make('entry', {
      kind: 'text',
      raw: row => {
        const entry = entryOf(row)
        return entry ? t(`entry.state.${dashed(entry.state)}`) : ''
      },
      cell: row => {
        const entry = entryOf(row)
        return entry ? <EntryChip state={entry.state} /> : null
      },
      minRem: 9.5,
      grow: 0.6,
      isSparse: true,
    }),
    count('refundable', row => row.refundable, false),
    count('cancellable', row => row.cancellable, false),
    currency(),
  ]
}
