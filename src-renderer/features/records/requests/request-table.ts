import type { TFunction } from 'i18next'
import type { Figure } from '../../../model/amounts.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { figureWords } from '../../common/services/figures.ts'
import type { useFormat } from '../../common/services/use-format.ts'
import { cancellationTypeWords, requestStatusWords } from '../../common/words/status-words.ts'
import type { Column } from '../lists/columns.ts'
import { commonColumns } from '../lists/common-columns.tsx'
import type { RowNames } from '../lists/table-row.tsx'

export const requestNames: RowNames<RequestSummary> = {
  testId: 'request-row',
  dataOf: row => ({
    'data-id': row.id,
    'data-order-item': row.orderItem ?? '',
    'data-status': row.status.value ?? '',
  }),
}

/** What the list of requests can show of each. Order, product and customer are known once their order is. */
export const requestColumns = (
  t: TFunction,
  format: ReturnType<typeof useFormat>,
  figureOf: (row: RequestSummary) => Figure | null,
): readonly Column<RequestSummary>[] => {
  const { number, date, person, amount, currency, status, text } = commonColumns(t, format)
  return [
    number<RequestSummary>({ title: t('columns.request'), minRem: 5.5, grow: 0.4 }),
    text('type', row => cancellationTypeWords(row.cancellationType, t), 7),
    date(),
    text('order', row => row.orderNumber, 9.5),
    text('product', row => row.productName ?? t('request.forItem', { item: row.orderItem ?? '?' }), 11, { grow: 1.8 }),
    person(),
    text('code', row => row.easyReturnCode, 8, { isSparse: true }),
    status(row => requestStatusWords(row.status, t)),
    amount({
      delivered: false,
      raw: row => figureOf(row)?.amount ?? '',
      cell: row => figureWords(figureOf(row), row.currency, format.locale, t),
    }),
    text('amountKind', row => (figureOf(row) ? t(`money.kind.${figureOf(row)?.kind}`) : null), 7, { delivered: false }),
    currency(),
  ]
}
