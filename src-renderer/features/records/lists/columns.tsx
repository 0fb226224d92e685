import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { SummaryBase } from '../../../model/summaries.ts'
import { isDayText, isoOf } from '../../../model/times.ts'
import type { ListQuery } from '../../../search/run-query.ts'
import { Chip } from '../../../ui/chip.tsx'
import type { CellKind } from '../../common/export/table.ts'
import type { useFormat } from '../../common/services/use-format.ts'
import type { StatusWords } from '../../common/words/status-words.ts'

type Sort = ListQuery['sort']

export type ColumnName = Pick<Column<never>, 'key' | 'title'>

/** A column of a list: what the table shows, and what export and copy write. */
export interface Column<S extends SummaryBase> {
  readonly key: string
  readonly title: string
  readonly kind: CellKind
  /** The value for export and copy: the shop's decimal, an ISO date, or text. Empty when unknown. */
  readonly raw: (row: S) => string
  /** The value on the screen; `raw` when absent. `now` is ms since 1970, to the minute. */
  readonly cell?: (row: S, now: number) => ReactNode
  readonly minRem: number
  /** Its share of the remaining width. */
  readonly grow: number
  /** Most rows have no value, so an empty cell shows no dash. */
  readonly isSparse?: boolean
  /** Shown by default. */
  readonly delivered: boolean
  /** The orders that its head sorts by; the first press takes the first one. */
  readonly sorts?: readonly Sort[]
}

/** The chosen columns in their order; the default ones when none is chosen or none of them exists any more. */
export const shownColumns = <S extends SummaryBase>(
  columns: readonly Column<S>[],
  chosen: readonly string[],
): readonly Column<S>[] => {
  const byKey = new Map(columns.map(column => [column.key, column]))
  const found = [...new Set(chosen)].flatMap(key => byKey.get(key) ?? [])
  return found.length > 0 ? found : columns.filter(column => column.delivered)
}

/** All columns for the chooser, the shown ones first in their order. */
export const arrangedColumns = (
  columns: readonly ColumnName[],
  shown: readonly ColumnName[],
): readonly ColumnName[] => [...shown, ...columns.filter(column => !shown.includes(column))]

/** The grid's tracks. They depend on width and share alone, so that all rows have the same layout. */
export const gridTracks = (columns: readonly Pick<Column<SummaryBase>, 'minRem' | 'grow'>[]): string =>
  columns.map(({ minRem, grow }) => `minmax(${minRem}rem, ${grow}fr)`).join(' ')

/** The least width of all columns together, in rem. */
export const leastWidth = (columns: readonly Pick<Column<SummaryBase>, 'minRem'>[]): number =>
  columns.reduce((sum, { minRem }) => sum + minRem, 0)

/** The sort after a press on a column's head: its first order, then its second, then the first again. */
export const nextSort = (sorts: readonly Sort[], sort: Sort): Sort =>
  sorts[(sorts.indexOf(sort) + 1) % sorts.length] ?? sort

const rising: ReadonlySet<Sort> = new Set(['oldest', 'amount-low', 'number', 'person'])

/** The value of aria-sort; undefined for a column that can't be sorted by. */
export const sortSaid = (
  sorts: readonly Sort[] | undefined,
  sort: Sort,
): 'ascending' | 'descending' | 'none' | undefined => {
  if (sorts === undefined) return undefined
  if (!sorts.includes(sort)) return 'none'
  return rising.has(sort) ? 'ascending' : 'descending'
}

/** An ISO 8601 time in UTC. A day alone, or a text that is no date, stays as the shop sent it. */
export const rawMoment = ({ at, dateText }: Pick<SummaryBase, 'at' | 'dateText'>): string =>
  at === null || isDayText(dateText) ? (dateText ?? '') : isoOf(at)

type Format = ReturnType<typeof useFormat>

/** The columns that all lists have. `more` overrides parts of one, for example whether it is shown by default. */
export const commonColumns = (t: TFunction, format: Format) => {
  const make = <S extends SummaryBase>(
    key: string,
    column: Omit<Column<S>, 'key' | 'title' | 'delivered'>,
    more: Partial<Column<S>> = {},
  ): Column<S> => ({ key, title: t(`columns.${key}`), delivered: true, ...column, ...more })
  return {
    make,
    number: <S extends SummaryBase>(more?: Partial<Column<S>>) =>
      make<S>('number', { kind: 'text', raw: row => row.number ?? '', minRem: 9.5, grow: 1, sorts: ['number'] }, more),
    date: <S extends SummaryBase>(more?: Partial<Column<S>>) =>
      make<S>(
        'date',
        {
          kind: 'moment',
          raw: rawMoment,
          cell: (row, now) => format.nearText(row.dateText, now),
          minRem: 6.5,
          grow: 0.6,
          sorts: ['newest', 'oldest'],
        },
        more,
      ),
    person: <S extends SummaryBase>(more?: Partial<Column<S>>) =>
      make<S>('person', { kind: 'text', raw: row => row.person ?? '', minRem: 9, grow: 1.2, sorts: ['person'] }, more),
    amount: <S extends SummaryBase>(more?: Partial<Column<S>>) =>
      make<S>(
        'amount',
        {
          kind: 'decimal',
          raw: row => row.amount ?? '',
          cell: row => format.money(row.amount, row.currency),
          minRem: 7,
          grow: 0.5,
          sorts: ['amount-high', 'amount-low'],
        },
        more,
      ),
    currency: <S extends SummaryBase>() =>
      make<S>(
        'currency',
        { kind: 'text', raw: row => row.currency?.toUpperCase() ?? '', minRem: 5, grow: 0.3 },
        { delivered: false },
      ),
    status: <S extends SummaryBase>(wordsOf: (row: S) => StatusWords) =>
      make<S>('status', {
        kind: 'text',
        raw: row => wordsOf(row).text,
        cell: row => <StatusCell words={wordsOf(row)} />,
        minRem: 9.5,
        grow: 0.9,
      }),
    count: <S extends SummaryBase>(key: string, read: (row: S) => number, delivered: boolean) =>
      make<S>(
        key,
        { kind: 'count', raw: row => String(read(row)), cell: row => format.count(read(row)), minRem: 5.5, grow: 0.3 },
        { delivered },
      ),
    text: <S extends SummaryBase>(
      key: string,
      read: (row: S) => string | null,
      minRem: number,
      more?: Partial<Column<S>>,
    ) => make<S>(key, { kind: 'text', raw: row => read(row) ?? '', minRem, grow: minRem / 8 }, more),
  }
}

const StatusCell = ({ words }: { words: StatusWords }) => (
  <Chip tone={words.tone} title={words.shopLabel}>
    {words.text}
  </Chip>
)
