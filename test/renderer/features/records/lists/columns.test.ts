import { describe, expect, it } from 'vitest'
import type { useFormat } from '../../../../../src-renderer/features/common/services/use-format.ts'
import { looksSchema } from '../../../../../src-renderer/features/records/filters/look.ts'
import {
  arrangedColumns,
  gridTracks,
  leastWidth,
  nextSort,
  shownColumns,
  sortSaid,
} from '../../../../../src-renderer/features/records/lists/columns.tsx'
import { listToShow } from '../../../../../src-renderer/features/records/lists/shown-list.ts'
import { oldOrderColumns } from '../../../../../src-renderer/features/records/old-orders/old-order-rows.tsx'
import { orderColumns } from '../../../../../src-renderer/features/records/orders/order-rows.tsx'
import { pendingColumns } from '../../../../../src-renderer/features/records/pending/pending-rows.tsx'
import { requestColumns } from '../../../../../src-renderer/features/records/requests/request-rows.tsx'
import { groupByItem } from '../../../../../src-renderer/model/entries.ts'
import type { OrderSummary } from '../../../../../src-renderer/model/summaries.ts'
import { runQuery } from '../../../../../src-renderer/search/run-query.ts'
import { words } from '../../../fakes/draw.tsx'
import { customer, entry } from '../../../fakes/screen-rows.ts'

const { t } = words.en
// The cells are drawn in the real app; here only what leaves the screen is asked for.
const format = {} as ReturnType<typeof useFormat>
const columns = orderColumns(t, format, groupByItem([entry('e', 'QUEUED')], customer.id))
const keysOf = (some: readonly { readonly key: string }[]) => some.map(({ key }) => key)

const row = (id: string, more: Partial<OrderSummary> = {}): OrderSummary => ({
  id,
  number: `N-${id}`,
  at: Date.UTC(2026, 10, 20, 9, 12),
  dateText: '2026-11-20T09:12:00Z',
  status: { value: '550', label: 'Teslim edildi' },
  amount: '1899.90',
  currency: 'try',
  person: 'Elif Yılmaz',
  haystack: '',
  itemIds: ['11'],
  itemCount: 2,
  firstItem: 'Keten Gömlek',
  cancellable: 0,
  refundable: 1,
  ...more,
})

describe('columns', () => {
  it('are the delivered ones until somebody chooses, and when nothing chosen is known', () => {
    const delivered = keysOf(shownColumns(columns, []))
    expect(delivered).toEqual(['number', 'date', 'person', 'product', 'items', 'amount', 'status', 'entry'])
    expect(keysOf(shownColumns(columns, ['moon']))).toEqual(delivered)
  })

  it('stand in the order that was chosen, once each', () => {
    const shown = shownColumns(columns, ['amount', 'number', 'moon', 'amount'])
    expect(keysOf(shown)).toEqual(['amount', 'number'])
    expect(keysOf(arrangedColumns(columns, shown)).slice(0, 3)).toEqual(['amount', 'number', 'date'])
    expect(arrangedColumns(columns, shown)).toHaveLength(columns.length)
  })

  it('fit beside the navigation of a window of 1366 px as delivered', () => {
    const lists = [
      columns,
      oldOrderColumns(t, format),
      pendingColumns(t, format),
      requestColumns(t, format, () => null),
    ] as const
    for (const list of lists) {
      const shown = list.filter(column => column.delivered)
      expect(leastWidth(shown)).toBeLessThan((1366 - 196 - 60) / 16)
      expect(new Set(keysOf(list)).size).toBe(list.length)
    }
  })

  it('share the room in the same way on every row', () => {
    expect(gridTracks([{ minRem: 8, grow: 0.5 }])).toBe('minmax(8rem, 0.5fr)')
  })

  it('sort by their head: the first way, the other way, and the first again', () => {
    const sorts = ['newest', 'oldest'] as const
    expect(nextSort(sorts, 'number')).toBe('newest')
    expect(nextSort(sorts, 'newest')).toBe('oldest')
    expect(nextSort(sorts, 'oldest')).toBe('newest')
    expect(sortSaid(sorts, 'newest')).toBe('descending')
    expect(sortSaid(sorts, 'oldest')).toBe('ascending')
    expect(sortSaid(sorts, 'number')).toBe('none')
    expect(sortSaid(undefined, 'number')).toBeUndefined()
  })
})

describe('what leaves the screen', () => {
  it('is decimals as the shop sent them, ISO moments and words', () => {
    const shown = shownColumns(columns, ['number', 'date', 'amount', 'currency', 'status', 'entry', 'items'])
    const list = listToShow({ screen: 'orders', accountId: 'c1', columns: shown, rows: [row('1')], all: [row('1')] })
    expect(list.rows()).toEqual([
      ['N-1', '2026-11-20T09:12:00.000Z', '1899.90', 'TRY', 'Delivered', 'Waiting to send', '2'],
    ])
    expect(list.columns.map(({ kind }) => kind)).toEqual(['text', 'moment', 'decimal', 'text', 'text', 'text', 'count'])
  })

  it('is the shop’s own date where nobody could read it, and nothing where nothing is known', () => {
    const odd = row('1', { at: null, dateText: 'dün', amount: null, person: null, itemIds: [] })
    const shown = shownColumns(columns, ['date', 'amount', 'person', 'entry'])
    const list = listToShow({ screen: 'orders', accountId: 'c1', columns: shown, rows: [odd], all: [odd] })
    expect(list.rows()).toEqual([['dün', '', '', '']])
  })

  it('is what is selected and nothing else: the rows in view in their order, then those that the filters hide', () => {
    const all = ['1', '2', '3', '4'].map(id => row(id))
    const rows = all.slice(1).reverse()
    const shown = shownColumns(columns, ['number'])
    const list = listToShow({ screen: 'orders', accountId: 'c1', columns: shown, rows, all })
    const { count, rows: cells } = list.only(new Set(['1', '2', '4', 'gone']))
    expect([list.count, count]).toEqual([3, 3])
    expect(cells()).toEqual([['N-4'], ['N-2'], ['N-1']])
    expect(cells(1, 2)).toEqual([['N-2']])
  })
})

describe('sorting by customer', () => {
  it('follows the Turkish alphabet, and puts the nameless last', () => {
    const names = ['Zeynep', 'Çağla', 'İpek', 'Cem', null, 'Işıl', 'Şule', 'Selin']
    const rows = names.map((person, at) => row(String(at), { person }))
    const sorted = runQuery(rows, { text: '', statuses: [], from: null, to: null, sort: 'person' })
    expect(sorted.map(({ person }) => person)).toEqual([
      'Cem',
      'Çağla',
      'Işıl',
      'İpek',
      'Selin',
      'Şule',
      'Zeynep',
      null,
    ])
  })
})

describe('kept looks', () => {
  it('fall back to cards where a layout is unknown', () => {
    expect(looksSchema.parse({ orders: { layout: 'mosaic', columns: ['number'] } })).toEqual({
      orders: { layout: 'cards', columns: ['number'] },
    })
  })
})
