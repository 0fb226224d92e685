import { expect, it, vi } from 'vitest'
import { failure } from '../../../src-main/contract/failures.ts'
import { createListStore } from '../../../src-renderer/lists/list-store.ts'
import { ordersPlan } from '../../../src-renderer/lists/orders.ts'
import { createWatched } from '../../../src-renderer/model/watched.ts'
import type { AccountCache, CacheBatch, CacheState } from '../../../src-renderer/storage/account-cache.ts'
import { makeOrder, pagesOf } from '../fakes/rows.ts'

/** A disk that can be full. Keeps the batches it took. */
function createFakeCache() {
  const batches: CacheBatch[] = []
  let isFull = false
  const cache: AccountCache = {
    state: createWatched<CacheState>({ kind: 'ready' }),
    open: async () => new Map(),
    write: async batch => {
      await new Promise(resolve => setImmediate(resolve))
      if (isFull) return failure('storage', { code: 'QuotaExceededError' })
      batches.push(batch)
      return null
    },
    read: async () => null,
    close: () => {},
  }
  return {
    cache,
    batches,
    fill: (full: boolean) => {
      isFull = full
    },
  }
}

function setup(count: number) {
  const disk = createFakeCache()
  let time = 1_000_000
  const now = () => ++time
  const pages = pagesOf(() => Array.from({ length: count }, (_, i) => makeOrder(count - i)), now)
  const list = createListStore({
    plan: ordersPlan,
    cache: disk.cache,
    fetchPage: async (page, limit) => pages({ page, limit }),
    ready: Promise.resolve(),
    now,
    onChange: () => {},
  })
  list.load(undefined)
  return { list, ...disk }
}

it('says when the disk is full, keeps the rows in memory and writes them when there is room again', async () => {
  const { list, batches, fill } = setup(250)
  fill(true)
  await list.refresh()
  expect(list.snapshot().pull).toMatchObject({ kind: 'failed', failure: { kind: 'storage' } })
  expect(list.snapshot().rows).toHaveLength(200)
  expect((await list.read('250'))?.value).toMatchObject({ id: '250' })
  expect(batches).toEqual([])
  fill(false)
  await list.refresh()
  expect(list.snapshot().pull).toEqual({ kind: 'idle' })
  const written = new Set(batches.flatMap(batch => batch.rows.map(({ id }) => id)))
  expect(written.size).toBe(250)
  expect(batches.at(-1)?.record?.asOf).not.toBeNull()
})

it('writes each page once, with no more segments than it touched', async () => {
  const { list, batches } = setup(1000)
  await list.refresh()
  expect(batches.flatMap(batch => batch.rows)).toHaveLength(1000)
  for (const batch of batches) expect(batch.segments.length).toBeLessThanOrEqual(3)
})

it('never writes an older state of a segment over a newer one', async () => {
  const { list, batches } = setup(0)
  await Promise.all(Array.from({ length: 20 }, (_, i) => list.put(makeOrder(1, { amount: String(i) }), 1000 + i)))
  const amounts = batches.flatMap(batch => batch.segments.flatMap(({ rows }) => rows.map(row => row.summary)))
  expect(amounts.at(-1)).toMatchObject({ amount: '19' })
})

it('begins anew with summaries that were made under a key which changed again before all were', async () => {
  const disk = createFakeCache()
  let letGo = (): void => {}
  const gate = new Promise<void>(resolve => (letGo = resolve))
  let key = 'quantity'
  const rows = Array.from({ length: 300 }, (_, i) => makeOrder(300 - i))
  const list = createListStore({
    plan: { ...ordersPlan, recount: known => ({ ...known, number: key }) },
    cache: {
      ...disk.cache,
      read: async (_, id) => {
        if (id === '1') await gate
        return { value: makeOrder(Number(id)), readAt: 1 }
      },
    },
    fetchPage: async (page, limit) => pagesOf(() => rows)({ page, limit }),
    ready: Promise.resolve(),
    now: Date.now,
    onChange: () => {},
  })
  list.load(undefined)
  await list.refresh()
  const under = () => list.snapshot().rows.filter(({ number }) => number === key).length
  key = 'adet'
  const first = list.recount('adet')
  await vi.waitFor(() => expect(under()).toBe(256))
  // What reaches the disk meanwhile says that it is no whole.
  await list.put(makeOrder(301), Date.now())
  expect(disk.batches.at(-1)?.record?.quantityKey).toBeNull()
  key = 'quantity'
  const second = list.recount('quantity')
  letGo()
  await Promise.all([first, second])
  await vi.waitFor(() => expect(under()).toBe(301))
  expect(disk.batches.at(-1)?.record?.quantityKey).toBe('quantity')
})

it('begins anew when refreshed right after a stop', async () => {
  const { list } = setup(300)
  const first = list.refresh()
  list.stop()
  const second = list.refresh()
  await Promise.all([first, second])
  expect(list.snapshot().rows).toHaveLength(300)
  expect(list.snapshot().pull).toEqual({ kind: 'idle' })
})

it('reads again from now on when asked to renew, though a pull is running', async () => {
  const { list, batches } = setup(50)
  const first = list.refresh()
  const renewed = list.renew()
  await first
  const { asOf } = list.snapshot()
  const before = batches.length
  await renewed
  expect(batches.length).toBeGreaterThan(before)
  expect(list.snapshot().headAsOf).toBeGreaterThan(asOf ?? Number.NaN)
})
