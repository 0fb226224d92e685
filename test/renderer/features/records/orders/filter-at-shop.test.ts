import { describe, expect, it } from 'vitest'
import { noFilter } from '../../../../../src-renderer/features/records/filters/filters.ts'
import { keyOf, shopFilterOf } from '../../../../../src-renderer/features/records/orders/filter-at-shop.tsx'

const noon = new Date(2026, 10, 20, 12).getTime()

describe('what the shop is asked for', () => {
  it('is nothing where only our own filters are set', () => {
    expect(shopFilterOf(noFilter, noon)).toBeNull()
    expect(shopFilterOf({ ...noFilter, text: 'Ayşe', sort: 'oldest' }, noon)).toBeNull()
    expect(shopFilterOf({ ...noFilter, range: 'custom' }, noon)).toBeNull()
  })

  it('is the status and the days, to their last moment', () => {
    const filter = { ...noFilter, status: '550', range: 'custom', fromDay: '2026-11-01', toDay: '2026-11-02' } as const
    expect(shopFilterOf(filter, noon)).toEqual({
      status: '550',
      from: new Date(2026, 10, 1).getTime(),
      to: new Date(2026, 10, 3).getTime() - 1,
    })
    expect(shopFilterOf({ ...noFilter, range: 'today' }, noon)).toEqual({
      status: null,
      from: new Date(2026, 10, 20).getTime(),
      to: null,
    })
  })

  it('is named by what is set, so that an answer stays with its question', () => {
    const week = { ...noFilter, range: 'week' } as const
    expect(keyOf('a', { ...week, text: 'x', fromDay: '2026-11-01' })).toBe(keyOf('a', week))
    expect(keyOf('b', week)).not.toBe(keyOf('a', week))
    expect(keyOf('a', { ...week, status: '50' })).not.toBe(keyOf('a', week))
  })
})
