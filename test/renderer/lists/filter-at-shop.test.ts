import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../../src-main/contract/calls.ts'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import type { OrderFilter } from '../../../src-main/contract/order-filter.ts'
import type { Order } from '../../../src-main/contract/resources.ts'
import { FILTER_PAGES } from '../../../src-renderer/lists/filter-orders.ts'
import type { ShopFilter } from '../../../src-renderer/lists/types.ts'
import { createFakeBridge, type FakeBridge } from '../fakes/fake-bridge.ts'
import { makeOrder, pagesOf } from '../fakes/rows.ts'
import { freshAccount, idsOf, many, open, ordersOf } from './open-workspace.ts'

const DAY_MS = 24 * 60 * 60_000
const FIRST_DAY = Date.UTC(2024, 0, 1)
const any: ShopFilter = { status: null, from: null, to: null }
/** The n-th day's order, delivered on even days. */
const dayOrder = (n: number): Order =>
  makeOrder(n, {
    created_date: new Date(FIRST_DAY + n * DAY_MS + 60_000).toISOString(),
    status: { value: n % 2 === 0 ? '550' : '400', label: null },
  })
const days = (count: number) => Array.from({ length: count }, (_, i) => dayOrder(count - i))
const range = (from: number, to: number) => ({ from: FIRST_DAY + from * DAY_MS, to: FIRST_DAY + (to + 1) * DAY_MS - 1 })

const obeying = (row: Order, filter: OrderFilter): boolean => {
  const at = Date.parse(row.created_date ?? '')
  const { status, created_date__gte: since, created_date__lte: until } = filter
  return (
    (status === undefined || row.status.value === status) &&
    (since === undefined || at >= Date.parse(since)) &&
    (until === undefined || at <= Date.parse(until))
  )
}

type Input = CallInput<'commerce.orders'>

function shopOf(rows: readonly Order[], passes = obeying, refuses: (filter: OrderFilter) => boolean = () => false) {
  const asked: Input[] = []
  const bridge = createFakeBridge({
    'commerce.orders': input => {
      asked.push(input)
      const { filter = {} } = input
      if (refuses(filter)) return failed(failure('rejected', { status: 400 }))
      return pagesOf(() => rows.filter(row => passes(row, filter)))(input)
    },
  })
  return { bridge, asked }
}

async function askShop(bridge: FakeBridge, filter: Partial<ShopFilter>, signal = new AbortController().signal) {
  const workspace = await open(freshAccount(), bridge)
  const progress: number[] = []
  const watch = { signal, onProgress: (done: number) => progress.push(done) }
  return { workspace, progress, reply: await workspace.filterAtShop({ ...any, ...filter }, watch) }
}

describe('filterAtShop at a shop that obeys', () => {
  it('reads all that fits, keeps it, and leaves the list as incomplete as it was', async () => {
    const { bridge, asked } = shopOf(days(40))
    const { workspace, reply, progress } = await askShop(bridge, { status: '550', ...range(11, 20) })
    expect(reply).toEqual(
      ok({ came: 5, matching: 5, added: 5, unreadable: 0, obeyed: 'unproven', complete: true, failure: null }),
    )
    expect(asked.map(({ filter }) => filter)).toEqual([
      {
        status: '550',
        created_date__gte: '2024-01-12T00:00:00.000Z',
        created_date__lte: '2024-01-21T23:59:59.999Z',
      },
    ])
    expect(idsOf(workspace)).toEqual(['20', '18', '16', '14', '12'])
    expect(workspace.orders.snapshot()).toMatchObject({ asOf: null, pull: { kind: 'idle' } })
    expect(progress).toEqual([5])
  })

  it('proves that it obeys by what is here and did not come, and takes nothing away', async () => {
    const { bridge } = shopOf(days(6))
    const workspace = await open(freshAccount(), bridge)
    await workspace.orders.refresh()
    const { asOf } = workspace.orders.snapshot()
    const watch = { signal: new AbortController().signal, onProgress: () => {} }
    expect(await workspace.filterAtShop({ ...any, status: '550' }, watch)).toEqual(
      ok({ came: 3, matching: 3, added: 0, unreadable: 0, obeyed: 'yes', complete: true, failure: null }),
    )
    expect(idsOf(workspace)).toEqual(['6', '5', '4', '3', '2', '1'])
    expect(workspace.orders.snapshot().asOf).toBe(asOf)
  })

  it('reads on page by page, to a cap', async () => {
    const { bridge, asked } = shopOf(many(100 * FILTER_PAGES + 1))
    const { reply } = await askShop(bridge, { status: '400' })
    expect(reply).toMatchObject({ ok: true, value: { came: 100 * FILTER_PAGES, complete: false } })
    expect(new Set(asked.map(({ page }) => page)).size).toBeGreaterThanOrEqual(FILTER_PAGES)
  })

  it('may cut days in its own zone without being called disobedient', async () => {
    const wholeDays = (row: Order, filter: OrderFilter) =>
      (row.created_date ?? '').slice(0, 10) >= (filter.created_date__gte ?? '').slice(0, 10)
    const from = FIRST_DAY + 5 * DAY_MS + 12 * 60 * 60_000
    const { reply } = await askShop(shopOf(days(8), wholeDays).bridge, { from })
    expect(reply).toMatchObject({ ok: true, value: { came: 4, matching: 3, complete: true } })
  })
})

describe('filterAtShop at a shop that does not', () => {
  it('says so at the first page that should not have come, and keeps its rows without counting them', async () => {
    const { bridge, asked } = shopOf(many(250), () => true)
    const { workspace, reply } = await askShop(bridge, { status: '550' })
    expect(reply).toMatchObject({
      ok: true,
      value: { came: 100, matching: 0, added: 100, obeyed: 'no', complete: false },
    })
    expect(asked).toHaveLength(1)
    expect(idsOf(workspace)).toHaveLength(100)
  })

  it('finds a date filter out that only the later pages betray', async () => {
    const { bridge, asked } = shopOf(days(150), () => true)
    const { reply } = await askShop(bridge, range(20, 500))
    expect(reply).toMatchObject({ ok: true, value: { came: 150, matching: 131, obeyed: 'no', complete: false } })
    expect(asked).toHaveLength(2)
  })

  it('is asked again by whole days when it refuses moments', async () => {
    const { bridge, asked } = shopOf(days(40), obeying, filter => (filter.created_date__gte ?? '').includes('T'))
    const { reply } = await askShop(bridge, range(10, 19))
    expect(reply).toMatchObject({ ok: true, value: { came: 11, matching: 10, complete: true } })
    expect(asked.at(-1)?.filter).toEqual({ created_date__gte: '2024-01-10', created_date__lte: '2024-01-21' })
  })

  it('hands its refusal on, and asks nothing twice without a date', async () => {
    const refusing = () => shopOf(days(3), obeying, () => true)
    const byStatus = refusing()
    expect((await askShop(byStatus.bridge, { status: '550' })).reply).toMatchObject({ failure: { status: 400 } })
    expect(byStatus.asked).toHaveLength(1)
    const byDate = refusing()
    expect((await askShop(byDate.bridge, range(1, 2))).reply).toMatchObject({ failure: { status: 400 } })
    expect(byDate.asked).toHaveLength(2)
  })
})

describe('filterAtShop that does not come to its end', () => {
  it('says why, and keeps what came', async () => {
    const bridge = createFakeBridge({
      'commerce.orders': input =>
        input.page === 1 ? pagesOf(() => many(300))(input) : failed(failure('throttled', { status: 429 })),
    })
    const { workspace, reply } = await askShop(bridge, { status: '400' })
    expect(reply).toMatchObject({ ok: true, value: { came: 100, complete: false, failure: { kind: 'throttled' } } })
    expect(idsOf(workspace)).toHaveLength(100)
  })

  it('is stopped between two pages', async () => {
    const stop = new AbortController()
    const bridge = createFakeBridge({
      'commerce.orders': input => {
        if (input.page === 2) stop.abort()
        return pagesOf(() => many(300))(input)
      },
    })
    const { reply } = await askShop(bridge, { status: '400' }, stop.signal)
    expect(reply).toMatchObject({ ok: true, value: { came: 100, complete: false, failure: null } })
  })

  it('does not call rows nobody could read "nothing"', async () => {
    const unreadable = [{ index: 0, raw: '{"status":"550"}' }]
    const bridge = createFakeBridge({
      'commerce.orders': () => ok({ rows: [], unreadable, count: 1, more: false, startedAt: Date.now() }),
    })
    expect((await askShop(bridge, { status: '550' })).reply).toMatchObject({ failure: { kind: 'incompatible' } })
  })
})

describe('a walk after a question with filters', () => {
  it('does not stop at rows that only the question brought', async () => {
    let all = many(300)
    const bridge = createFakeBridge(ordersOf(() => all))
    const workspace = await open(freshAccount(), bridge)
    await workspace.orders.refresh()
    all = many(600)
    // The newest page alone: the two hundred orders behind it are not here yet.
    const stop = new AbortController()
    bridge.answer({
      'commerce.orders': input => {
        if (input.page === 2) stop.abort()
        return pagesOf(() => all)(input)
      },
    })
    await workspace.filterAtShop({ ...any, status: '400' }, { signal: stop.signal, onProgress: () => {} })
    expect(idsOf(workspace)).toHaveLength(400)
    bridge.answer(ordersOf(() => all))
    await workspace.sync()
    expect(idsOf(workspace)).toHaveLength(600)
  })
})
