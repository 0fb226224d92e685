import { describe, expect, it } from 'vitest'
import { facetRows, facetSelects } from '../../../../../src-renderer/features/records/filters/facets.ts'
import { isFiltering, noFilter } from '../../../../../src-renderer/features/records/filters/filters.ts'
import { pendingFacets } from '../../../../../src-renderer/features/records/pending/pending-rows.tsx'
import { requestFacets } from '../../../../../src-renderer/features/records/requests/request-rows.tsx'
import { setupI18n } from '../../../../../src-renderer/i18n/setup.ts'
import type { PendingSummary, RequestSummary } from '../../../../../src-renderer/model/summaries.ts'

const { t } = await setupI18n('en')
const day = 86_400_000
const now = Date.UTC(2026, 10, 20)

const base = {
  number: null,
  dateText: null,
  status: { value: '50', label: null },
  amount: null,
  currency: null,
  person: null,
  haystack: '',
}
const pending = (id: string, daysAgo: number | null, channel: string | null): PendingSummary => ({
  ...base,
  id,
  at: daysAgo === null ? null : now - daysAgo * day,
  waitingItemIds: [id],
  itemCount: 1,
  channel,
})
const request = (id: string, cancellationType: string | null): RequestSummary => ({
  ...base,
  id,
  at: now,
  orderItem: null,
  cancellationType,
  easyReturnCode: null,
  orderId: null,
  orderNumber: null,
  productName: null,
})
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

describe('the facets of the pending list', () => {
  const facets = pendingFacets(t, String)
  const rows = [
    pending('new', 0.5, 'Web'),
    pending('two', 2, 'Web'),
    pending('five', 5, 'Mağaza'),
    pending('ten', 10, null),
    pending('undated', null, 'Web'),
  ]

  it('filter by channel, whose choices come from the rows', () => {
    const [channel] = facetSelects(rows, facets, {})
    expect(channel?.choices).toEqual([
      { value: 'Web', label: 'Web (3)' },
      { value: 'Mağaza', label: 'Mağaza (1)' },
    ])
    expect(ids(facetRows(rows, facets, { channel: 'Web' }, now))).toEqual(['new', 'two', 'undated'])
  })

  it('filter by age and never hide a row without a date', () => {
    expect(ids(facetRows(rows, facets, { waiting: '1' }, now))).toEqual(['two', 'five', 'ten', 'undated'])
    expect(ids(facetRows(rows, facets, { waiting: '3' }, now))).toEqual(['five', 'ten', 'undated'])
    expect(ids(facetRows(rows, facets, { waiting: '7', channel: 'Web' }, now))).toEqual(['undated'])
    expect(facetSelects(rows, facets, {})[1]?.choices.map(({ label }) => label)).toEqual([
      '> 1 day',
      '> 3 days',
      '> 7 days',
    ])
  })

  it('give the very rows back when nothing is chosen, and keep a chosen value in sight', () => {
    expect(facetRows(rows, facets, { channel: '', waiting: '' }, now)).toBe(rows)
    expect(facetSelects(rows, facets, { channel: 'Gone' })[0]).toMatchObject({ value: 'Gone' })
    expect(facetSelects(rows, facets, { channel: 'Gone' })[0]?.choices.at(-1)?.value).toBe('Gone')
  })

  it('count as a filter', () => {
    expect(isFiltering(noFilter)).toBe(false)
    expect(isFiltering({ ...noFilter, facets: { waiting: '' } })).toBe(false)
    expect(isFiltering({ ...noFilter, facets: { waiting: '7' } })).toBe(true)
  })
})

describe('the facet of the requests', () => {
  const facets = requestFacets(t, String)
  const rows = [request('1', 'cancel'), request('2', 'refund'), request('3', 'refund'), request('4', null)]

  it('filters by type', () => {
    expect(ids(facetRows(rows, facets, { type: 'refund' }, now))).toEqual(['2', '3'])
    expect(facetSelects(rows, facets, {})[0]?.choices.map(({ label }) => label)).toEqual([
      'Cancellation (1)',
      'Refund (2)',
    ])
  })

  it('offers a type that no document names once a row has it', () => {
    const [type] = facetSelects([...rows, request('5', 'exchange')], facets, {})
    expect(type?.choices.at(-1)).toEqual({ value: 'exchange', label: 'exchange (1)' })
  })
})
