import { describe, expect, it } from 'vitest'
import { failure } from '../../../../../src-main/contract/failures.ts'
import {
  noFilter,
  rangeTrouble,
  statusChoices,
  toQuery,
} from '../../../../../src-renderer/features/records/filters/filters.ts'
import { emptyKind, type ListFacts } from '../../../../../src-renderer/features/records/lists/list-empty.tsx'
import { shopFilterOf } from '../../../../../src-renderer/features/records/orders/filter-at-shop.tsx'
import { inZone } from '../../../../fakes/zones.ts'
import { code } from '../../../fakes/screen-rows.ts'

const facts: ListFacts = {
  loaded: true,
  rowCount: 0,
  matchCount: 0,
  asOf: 1,
  pull: { kind: 'idle' },
  unreadableCount: 0,
  signedIn: true,
}
const failedWith = (kind: Parameters<typeof failure>[0]): ListFacts['pull'] => ({
  kind: 'failed',
  failure: failure(kind),
  at: 1,
})

describe('emptyKind', () => {
  it('shows rows whenever there are some, whatever else is wrong', () => {
    expect(emptyKind({ ...facts, rowCount: 3, matchCount: 1, signedIn: false, pull: failedWith('offline') })).toBeNull()
  })

  it('tells the five kinds of empty apart', () => {
    expect(emptyKind(facts)).toBe('nothing')
    expect(emptyKind({ ...facts, asOf: null })).toBe('not-synced')
    expect(emptyKind({ ...facts, rowCount: 5 })).toBe('filtered')
    expect(emptyKind({ ...facts, asOf: null, signedIn: false })).toBe('signed-out')
    expect(emptyKind({ ...facts, unreadableCount: 2 })).toBe('unreadable')
  })

  it('never calls a list empty that could not be read', () => {
    expect(emptyKind({ ...facts, asOf: null, pull: failedWith('not-json') })).toBe('unreadable')
    expect(emptyKind({ ...facts, asOf: null, pull: failedWith('offline') })).toBe('not-synced')
    expect(emptyKind({ ...facts, pull: failedWith('signed-out') })).toBe('signed-out')
  })

  it('waits while the cache opens and while the first pull runs', () => {
    expect(emptyKind({ ...facts, loaded: false })).toBe('loading')
    expect(emptyKind({ ...facts, pull: { kind: 'running', done: 0, total: null } })).toBe('loading')
  })
})

describe('a range of days', () => {
  const now = new Date(2026, 10, 20, 14).getTime()
  const between = (fromDay: string, toDay: string) => ({ ...noFilter, range: 'custom' as const, fromDay, toDay })
  const limitsOf = (fromDay: string, toDay: string) => {
    const { from, to } = toQuery(between(fromDay, toDay), now)
    return [from, to]
  }

  it('that ends before it begins is turned round, and says which days it takes', () => {
    const turned = between('2026-09-30', '2026-09-29')
    expect(limitsOf('2026-09-30', '2026-09-29')).toEqual(limitsOf('2026-09-29', '2026-09-30'))
    expect(rangeTrouble(turned)).toEqual({
      kind: 'turned',
      from: new Date(2026, 8, 29).getTime(),
      to: new Date(2026, 8, 30).getTime(),
    })
    expect(shopFilterOf(turned, now)).toEqual(shopFilterOf(between('2026-09-29', '2026-09-30'), now))
  })

  it('of years or days that there are not leaves that day out, and says so', () => {
    expect(limitsOf('0026-09-30', '2026-09-29')).toEqual([null, new Date(2026, 8, 30).getTime() - 1])
    for (const day of ['0026-09-30', '2026-02-30', '9999-01-01'])
      expect(rangeTrouble(between(day, ''))).toEqual({ kind: 'unreadable' })
  })

  it('that means what it says has no trouble, and neither has one that is not used', () => {
    for (const [from, to] of [
      ['2026-09-29', '2026-09-30'],
      ['2026-09-29', '2026-09-29'],
      ['', '2026-09-29'],
      ['2026-09-29', ''],
      ['', ''],
    ] as const)
      expect(rangeTrouble(between(from, to))).toBeNull()
    expect(rangeTrouble({ ...between('2026-09-30', '2026-09-29'), range: 'week' })).toBeNull()
  })

  it('ends with the last moment of its day, also where the clocks change', () => {
    inZone('America/New_York', () => {
      const [from, to] = limitsOf('2026-11-01', '2026-11-01')
      expect((to ?? 0) + 1 - (from ?? 0)).toBe(25 * 3_600_000)
    })
  })
})

describe('filters', () => {
  const now = new Date(2026, 10, 20, 15).getTime()

  it('asks for everything when nothing is set', () => {
    expect(toQuery(noFilter, now)).toEqual({ text: '', statuses: [], from: null, to: null, sort: 'newest' })
  })

  it('takes whole days', () => {
    expect(toQuery({ ...noFilter, range: 'today' }, now).from).toBe(new Date(2026, 10, 20).getTime())
    const between = toQuery({ ...noFilter, range: 'custom', fromDay: '2026-11-01', toDay: '2026-11-02' }, now)
    expect(between.from).toBe(new Date(2026, 10, 1).getTime())
    expect(between.to).toBe(new Date(2026, 10, 3).getTime() - 1)
    expect(toQuery({ ...noFilter, range: 'custom' }, now)).toMatchObject({ from: null, to: null })
  })

  it('lists every status there is, the frequent ones first', () => {
    const row = (value: string | null) => ({ status: code(value, value && `L${value}`) })
    const rows = [row('1'), row('2'), row('2'), row(null)] as unknown as Parameters<typeof statusChoices>[0]
    expect(statusChoices(rows)).toEqual([
      { value: '2', label: 'L2', count: 2 },
      { value: '1', label: 'L1', count: 1 },
    ])
  })
})
