import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { EntryState } from '../../../../src-main/contract/entries.ts'
import { dashed, type EntriesByItem, openAmong, unsentStates } from '../../../model/entries.ts'
import type { OrderSummary } from '../../../model/summaries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { EntryChip } from '../../common/parts/entry-chip.tsx'
import { useFormat } from '../../common/services/use-format.ts'
import { orderStatusWords } from '../../common/words/status-words.ts'
import type { Facet } from '../filters/facets.ts'
import { type Column, commonColumns } from '../lists/columns.tsx'
import type { RowProps } from '../lists/list-rows.tsx'
import type { RowNames } from '../lists/list-table.tsx'
import { NoteMark } from '../notes/order-note.tsx'

interface OrderRowProps extends RowProps<OrderSummary> {
  readonly entries: EntriesByItem
  /** The account of the order. Without it, the row shows no mark for a note. */
  readonly accountId?: string | undefined
}

export const OrderRow = ({ row, open, focusable, onOpen, entries, accountId }: OrderRowProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const status = orderStatusWords(row.status, t)
  const entry = openAmong(entries, row.itemIds)
  const more = row.itemCount - 1
  return (
    <button
      type="button"
      className="row"
      data-testid="order-row"
      data-order-number={row.number ?? ''}
      data-id={row.id}
      aria-current={open}
      tabIndex={focusable ? 0 : -1}
      onClick={onOpen}
    >
      <span className="row-line">
        <span className="row-title ellipsis">
          {row.firstItem ?? t(row.itemCount > 0 ? 'order.namelessItem' : 'order.noItems')}
        </span>
        {more > 0 ? <span className="row-small nowrap">{t('order.more', { count: more })}</span> : null}
        <span className="row-amount row-end">{format.money(row.amount, row.currency) ?? '—'}</span>
      </span>
      <span className="row-line row-small">
        <span className="row-number ellipsis">{row.number ?? t('order.noNumber')}</span>
        <span className="nowrap">{format.nearText(row.dateText, now)}</span>
        <span className="cluster-tight row-end">
          {accountId === undefined ? null : <NoteMark accountId={accountId} orderId={row.id} />}
          {entry ? <EntryChip state={entry.state} bare /> : null}
          <Chip tone={status.tone} title={status.shopLabel}>
            {status.text}
          </Chip>
        </span>
      </span>
    </button>
  )
}

export const orderNames: RowNames<OrderSummary> = {
  testId: 'order-row',
  dataOf: row => ({ 'data-order-number': row.number ?? '', 'data-id': row.id }),
}

/** The columns of the list of orders. `entries` are those of the same account. */
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

/** By the shop's flags on the lines. A request that already exists for a line is shown on the line itself. */
const possible: Readonly<Record<string, (row: OrderSummary) => boolean>> = {
  refund: row => row.refundable > 0,
  cancel: row => row.cancellable > 0,
}

const waitsForYou: ReadonlySet<EntryState> = new Set(['NEEDS_REVIEW', 'REJECTED'])

/** The order items with such an entry. Collected once, because there are many rows and few entries. */
const itemsWith = (entries: EntriesByItem): Readonly<Record<string, ReadonlySet<string>>> => {
  const having = (states: ReadonlySet<EntryState>) =>
    new Set([...entries].flatMap(([item, lane]) => (lane.some(({ state }) => states.has(state)) ? [item] : [])))
  return { 'needs-you': having(waitsForYou), unsent: having(unsentStates) }
}

const passNone = (): boolean => false

/**
 * Filters by what can be requested for an order, and by our own requests. `say` formats a count in the reader's
 * language.
 */
export const orderFacets = (
  t: TFunction,
  say: (count: number) => string,
  entries: EntriesByItem,
): readonly Facet<OrderSummary>[] => {
  const items = itemsWith(entries)
  const hasEntry = (row: OrderSummary, value: string): boolean => {
    const meant = items[value]
    return meant !== undefined && meant.size > 0 && row.itemIds.some(id => meant.has(id))
  }
  const label = (key: string, value: string, count: number) =>
    `${t(`filter.facet.${key}.choices.${value}`)} (${say(count)})`
  return [
    {
      key: 'possible',
      choices: rows =>
        Object.entries(possible).map(([value, passes]) => ({
          value,
          label: label('possible', value, rows.filter(passes).length),
        })),
      passes: (row, value) => (possible[value] ?? passNone)(row),
    },
    {
      key: 'entry',
      choices: rows =>
        Object.keys(items).map(value => ({
          value,
          label: label('entry', value, rows.filter(row => hasEntry(row, value)).length),
        })),
      passes: hasEntry,
    },
  ]
}
