import { describe, expect, it } from 'vitest'
import type { OldOrder } from '../../../../../src-main/contract/resources.ts'
import { FiltersProvider } from '../../../../../src-renderer/features/records/filters/filter-store.tsx'
import { type ListFilter, noFilter } from '../../../../../src-renderer/features/records/filters/filters.ts'
import { OldMatches } from '../../../../../src-renderer/features/records/orders/old-matches.tsx'
import { createIdleList } from '../../../../../src-renderer/lists/list-store.ts'
import { summariseOldOrder } from '../../../../../src-renderer/lists/old-orders.ts'
import type { ListSnapshot } from '../../../../../src-renderer/lists/types.ts'
import type { OldOrderSummary } from '../../../../../src-renderer/model/summaries.ts'
import { draw } from '../../../fakes/draw.tsx'
import { makeOldOrder } from '../../../fakes/rows.ts'

const now = Date.UTC(2026, 0, 1)

const drawMatches = (rows: readonly OldOrder[], filter: Partial<ListFilter>, language: 'tr' | 'en' = 'en') => {
  const idle = createIdleList<OldOrderSummary>()
  const snapshot: ListSnapshot<OldOrderSummary> = { ...idle.snapshot(), rows: rows.map(summariseOldOrder) }
  const workspace = { oldOrders: { ...idle, snapshot: () => snapshot } }
  return draw(
    <FiltersProvider>
      <OldMatches workspace={workspace} filter={{ ...noFilter, ...filter }} now={now} />
    </FiltersProvider>,
    [],
    language,
  )
}
const idsIn = (html: string) =>
  [...html.matchAll(/data-testid="old-match" data-order-number="[^"]*" data-id="(\d+)"/g)].map(([, id]) => id)
const many = (count: number) => Array.from({ length: count }, (_, n) => makeOldOrder(n + 1))

describe('old orders among the orders that a search finds', () => {
  it('are found by what the one search looks in: number, address, free-text status, lines', () => {
    const line = { product: 'Kadife Çanta', sku: 'KC-9', quantity: '1', price: '5.00', image_url: null }
    const rows = [
      { ...makeOldOrder(1), number: 'ESKI-7781' },
      { ...makeOldOrder(2), shipping_address: 'Bağdat Caddesi, Kadıköy' },
      { ...makeOldOrder(3), status: 'iade edildi (elden)' },
      { ...makeOldOrder(4), oldorderitem_set: [line] },
    ]
    const found = (text: string) => idsIn(drawMatches(rows, { text }))
    expect(found('eskı-7781')).toEqual(['1'])
    expect(found('bagdat KADIKOY')).toEqual(['2'])
    expect(found('elden')).toEqual(['3'])
    expect(found('canta')).toEqual(['4'])
  })

  it('say that they are old, in both languages, beside the status as it came', () => {
    const rows = [{ ...makeOldOrder(1), status: '<b>arşiv</b>' }]
    const marks = (language: 'tr' | 'en') =>
      [...drawMatches(rows, { text: 'old1' }, language).matchAll(/<span class="chip[^>]*>(.*?)<\/span><\/span>/g)].map(
        ([, chip = '']) => chip.replace(/<(?:svg.*<\/svg>|span>)/g, ''),
      )
    expect(marks('en')).toEqual(['Old', '&lt;b&gt;arşiv&lt;/b&gt;'])
    expect(marks('tr')).toEqual(['Eski', '&lt;b&gt;arşiv&lt;/b&gt;'])
  })

  it('take no room when there are none', () => {
    expect(drawMatches(many(3), { text: 'nowhere' })).toBe('')
    expect(drawMatches([], { text: 'old' })).toBe('')
  })

  it('are held to the dates, the status and the order of the list above', () => {
    const rows = [
      { ...makeOldOrder(1), created_date: '2025-03-05T10:00:00Z' },
      { ...makeOldOrder(2), created_date: '2025-03-04T10:00:00Z' },
      { ...makeOldOrder(3), created_date: '2019-03-05T10:00:00Z' },
    ]
    const march = { range: 'custom', fromDay: '2025-03-01', toDay: '2025-03-31' } as const
    expect(idsIn(drawMatches(rows, { text: 'old', ...march }))).toEqual(['1', '2'])
    expect(idsIn(drawMatches(rows, { text: 'old', ...march, sort: 'oldest' }))).toEqual(['2', '1'])
    expect(drawMatches(rows, { text: 'old', status: '550' })).toBe('')
  })

  it('are twenty at most, all are counted, and the rest is a step away', () => {
    const html = drawMatches(many(23), { text: 'old' })
    expect(idsIn(html)).toEqual(Array.from({ length: 20 }, (_, n) => String(n + 1)))
    expect(html).toContain('data-testid="old-matches" data-count="23"')
    expect(html).toMatch(/23 old orders found.*data-testid="old-match-all"[^>]*>Show all in Old orders</)
    expect(drawMatches(many(20), { text: 'old' })).toMatch(/data-testid="old-match-all"[^>]*>Show in Old orders</)
  })

  it('are one stop of the Tab key', () => {
    expect(drawMatches(many(5), { text: 'old' }).match(/tabindex="-?\d"/g)).toEqual([
      'tabindex="0"',
      ...Array.from({ length: 4 }, () => 'tabindex="-1"'),
    ])
  })
})
