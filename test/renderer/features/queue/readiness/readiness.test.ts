import { describe, expect, it } from 'vitest'
import { failure } from '../../../../../src-main/contract/failures.ts'
import { readinessOf, worst } from '../../../../../src-renderer/features/queue/readiness/readiness.ts'
import type { ListSnapshot } from '../../../../../src-renderer/lists/types.ts'

const now = Date.UTC(2026, 10, 22, 12)
const hour = 3_600_000
const row = (at: number | null, itemCount = 1) => ({ at, itemCount })
const list = (some: Partial<ListSnapshot<{ at: number | null; itemCount: number }>>) => ({
  loaded: true,
  rows: [],
  asOf: null,
  pull: { kind: 'idle' } as const,
  unreadable: [],
  ...some,
})

describe('ready for offline', () => {
  it('calls a list that was never read missing, and one that broke off not complete', () => {
    expect(readinessOf('reasons', list({}), now).need).toBe('missing')
    const broken = list({ rows: [row(now)], pull: { kind: 'failed', failure: failure('offline'), at: now } })
    expect(readinessOf('orders', broken, now).need).toBe('partly')
  })

  it('takes an empty list that was read to its end for ready', () => {
    expect(readinessOf('pending', list({ asOf: now - hour }), now).need).toBe('ready')
  })

  it('calls orders of yesterday old, and reasons of yesterday not', () => {
    const asOf = now - 25 * hour
    expect(readinessOf('orders', list({ asOf }), now).need).toBe('old')
    expect(readinessOf('reasons', list({ asOf }), now).need).toBe('ready')
    expect(readinessOf('orders', list({ asOf, headAsOf: now - hour }), now).need).toBe('ready')
  })

  it('does not call ready what was read before the clock was set back', () => {
    for (const asOf of [now + 3 * hour, now + 30_000 * hour]) {
      expect(readinessOf('orders', list({ asOf }), now).need).toBe('old')
      expect(readinessOf('reasons', list({ asOf: now, headAsOf: asOf }), now).need).toBe('old')
    }
    expect(readinessOf('orders', list({ asOf: now + 5000 }), now).need).toBe('ready')
  })

  it('counts orders that came without their lines: no request can be made for them', () => {
    const found = readinessOf('orders', list({ asOf: now, rows: [row(now, 0), row(now - hour, 2), row(null)] }), now)
    expect(found).toMatchObject({ need: 'partly', withoutLines: 1, count: 3, since: now - hour })
  })

  it('lets the weakest list speak for the account', () => {
    const ready = readinessOf('orders', list({ asOf: now }), now)
    const missing = readinessOf('addresses', list({}), now)
    expect(worst([ready])).toBe('ready')
    expect(worst([ready, missing])).toBe('missing')
  })
})
