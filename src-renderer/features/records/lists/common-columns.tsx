import type { TFunction } from 'i18next'
import type { SummaryBase } from '../../../model/summaries.ts'
import type { useFormat } from '../../common/services/use-format.ts'
import type { StatusWords } from '../../common/words/status-words.ts'
import { type Column, rawMoment } from './columns.ts'
import { StatusCell } from './status-cell.tsx'

type Format = ReturnType<typeof useFormat>

/** Columns of every list. A list may say otherwise with `more`, e.g. whether it shows one as delivered. */
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
