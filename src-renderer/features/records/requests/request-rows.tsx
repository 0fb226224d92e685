import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../model/amounts.ts'
import { type RequestStage, requestStage } from '../../../model/request-status.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { figureWords } from '../../common/services/figures.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { cancellationTypeWords, requestStatusWords } from '../../common/words/status-words.ts'
import { countValues, type Facet } from '../filters/facets.ts'
import { type Column, commonColumns } from '../lists/columns.tsx'
import type { RowProps } from '../lists/list-rows.tsx'
import type { RowNames } from '../lists/list-table.tsx'

export const RequestRow = ({ row, open, focusable, onOpen }: RowProps<RequestSummary>) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const status = requestStatusWords(row.status, t)
  return (
    <button
      type="button"
      className="row"
      data-testid="request-row"
      data-id={row.id}
      data-order-item={row.orderItem ?? ''}
      data-status={row.status.value ?? ''}
      aria-current={open}
      tabIndex={focusable ? 0 : -1}
      onClick={onOpen}
    >
      <span className="row-line">
        <span className="row-title ellipsis">
          {row.productName ?? t('request.forItem', { item: row.orderItem ?? '?' })}
        </span>
        <span className="cluster-tight row-end row-small nowrap">
          {row.easyReturnCode ? <span className="row-code mono">{row.easyReturnCode}</span> : null}
          {format.nearText(row.dateText, now)}
        </span>
      </span>
      <span className="row-line row-small">
        <span className="row-number nowrap">{`${cancellationTypeWords(row.cancellationType, t)} #${row.number ?? row.id}`}</span>
        <span className="ellipsis">{row.orderNumber}</span>
        <span className="cluster-tight row-end">
          <Chip tone={status.tone} title={status.shopLabel}>
            {status.text}
          </Chip>
        </span>
      </span>
    </button>
  )
}

export const requestNames: RowNames<RequestSummary> = {
  testId: 'request-row',
  dataOf: row => ({
    'data-id': row.id,
    'data-order-item': row.orderItem ?? '',
    'data-status': row.status.value ?? '',
  }),
}

/** The columns of the list of requests. Order, product and customer come from the request's order. */
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

const documented = ['cancel', 'refund']

/** The decision that each stage counts as. Every request has exactly one. */
const groups: Readonly<Record<RequestStage, string>> = {
  undecided: 'waiting',
  'in-progress': 'waiting',
  approved: 'approved',
  'to-be-paid': 'approved',
  completed: 'approved',
  rejected: 'rejected',
  cancelled: 'cancelled',
}

const groupOf = (row: RequestSummary): string => groups[requestStage(row.status)]

const always = ['waiting', 'approved', 'rejected']

/** The filters by type and decision. Known values are always offered, others once a row has them. */
export const requestFacets = (t: TFunction, say: (count: number) => string): readonly Facet<RequestSummary>[] => [
  {
    key: 'type',
    choices: rows => {
      const counts = new Map(countValues(rows, row => row.cancellationType))
      const others = [...counts.keys()].filter(type => !documented.includes(type))
      return [...documented, ...others].map(value => ({
        value,
        label: `${cancellationTypeWords(value, t)} (${say(counts.get(value) ?? 0)})`,
      }))
    },
    passes: (row, value) => row.cancellationType === value,
  },
  {
    key: 'decision',
    choices: rows =>
      [...always, ...(rows.some(row => groupOf(row) === 'cancelled') ? ['cancelled'] : [])].map(value => ({
        value,
        label: `${t(`filter.facet.decision.choices.${value}`)} (${say(rows.filter(row => groupOf(row) === value).length)})`,
      })),
    passes: (row, value) => groupOf(row) === value,
  },
]
