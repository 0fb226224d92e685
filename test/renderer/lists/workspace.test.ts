import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import { AccountDb } from '../../../src-renderer/storage/account-db.ts'
import { createFakeBridge } from '../fakes/fake-bridge.ts'
import { makeOrder, makePage, pagesOf } from '../fakes/rows.ts'
import { freshAccount, idsOf, many, notes, open, ordersOf } from './open-workspace.ts'

describe('orders', () => {
  it('come newest first, stay after a restart and need no network then', async () => {
    const account = freshAccount()
    const first = await open(account, createFakeBridge(ordersOf(() => many(250))))
    expect(first.orders.snapshot()).toMatchObject({ loaded: true, rows: [], asOf: null })
    await first.orders.refresh()
    expect(first.orders.snapshot()).toMatchObject({ pull: { kind: 'idle' }, unreadable: [] })
    expect(idsOf(first)).toEqual(many(250).map(({ id }) => id))
    const { asOf } = first.orders.snapshot()
    first.close()

    const bridge = createFakeBridge()
    const second = await open(account, bridge)
    expect(second.orders.snapshot()).toMatchObject({ loaded: true, asOf })
    expect(idsOf(second)).toEqual(many(250).map(({ id }) => id))
    expect((await second.order('17'))?.value).toEqual(makeOrder(17))
    expect(bridge.asked).toEqual([])
  })

  it('keep the rows of the pages before one that failed, and the reason', async () => {
    const all = many(250)
    const pages = pagesOf(() => all)
    const bridge = createFakeBridge({
      'commerce.orders': input => (input.page === 3 ? failed(failure('unreachable-after-send')) : pages(input)),
    })
    const account = freshAccount()
    const workspace = await open(account, bridge)
    await workspace.orders.refresh()
    expect(workspace.orders.snapshot()).toMatchObject({
      asOf: null,
      pull: { kind: 'failed', failure: { kind: 'unreachable-after-send' } },
    })
    expect(idsOf(workspace)).toHaveLength(200)
    workspace.close()
    expect(idsOf(await open(account, createFakeBridge()))).toHaveLength(200)
    expect(notes.some(reply => !reply.ok)).toBe(true)
  })

  it('appear in the first snapshot after the first page, while the rest still comes', async () => {
    const all = many(300)
    let letGo = (): void => {}
    const gate = new Promise<void>(resolve => (letGo = resolve))
    const pages = pagesOf(() => all)
    const bridge = createFakeBridge({
      'commerce.orders': async input => {
        if (input.page === 2) await gate
        return pages(input)
      },
    })
    const workspace = await open(freshAccount(), bridge)
    const done = workspace.orders.refresh()
    const firstRows = await new Promise<number>(resolve => {
      const undo = workspace.orders.subscribe(() => {
        const { rows, pull } = workspace.orders.snapshot()
        if (rows.length === 0 || pull.kind !== 'running' || pull.done === 0) return
        undo()
        expect(pull).toEqual({ kind: 'running', done: 100, total: 300 })
        resolve(rows.length)
      })
    })
    expect(firstRows).toBe(100)
    expect(workspace.orders.refresh()).toBe(done)
    letGo()
    await done
    expect(idsOf(workspace)).toHaveLength(300)
  })

  it('stop when asked to and keep what came', async () => {
    const pages = pagesOf(() => many(300))
    const bridge = createFakeBridge({
      'commerce.orders': input => (input.page === 2 ? new Promise(() => {}) : pages(input)),
    })
    const workspace = await open(freshAccount(), bridge)
    const done = workspace.orders.refresh()
    await vi.waitFor(() => expect(bridge.asked).toHaveLength(2))
    workspace.orders.stop()
    await done
    expect(workspace.orders.snapshot().pull).toEqual({ kind: 'stopped' })
    expect(idsOf(workspace)).toHaveLength(100)
    bridge.answer({ 'commerce.orders': pages })
    await workspace.orders.refresh()
    expect(idsOf(workspace)).toHaveLength(300)
  })

  it('are asked for one page only when nothing is new, and grow at the front', async () => {
    let all = many(1200)
    const bridge = createFakeBridge(ordersOf(() => all))
    const workspace = await open(freshAccount(), bridge)
    await workspace.orders.refresh()
    expect(bridge.asked).toHaveLength(12)
    const { asOf } = workspace.orders.snapshot()
    await workspace.sync()
    expect(bridge.asked.filter(name => name === 'commerce.orders')).toHaveLength(13)
    all = many(1205)
    await workspace.orders.refresh()
    expect(bridge.asked.filter(name => name === 'commerce.orders')).toHaveLength(15)
    expect(idsOf(workspace).slice(0, 2)).toEqual(['1205', '1204'])
    const snapshot = workspace.orders.snapshot()
    expect(snapshot.asOf).toBe(asOf)
    expect(snapshot.headAsOf).toBeGreaterThanOrEqual(asOf ?? Number.NaN)
  })

  it('notice a changed status although the dates stayed', async () => {
    const all = many(1200)
    const bridge = createFakeBridge(ordersOf(() => all))
    const workspace = await open(freshAccount(), bridge)
    await workspace.orders.refresh()
    all[50] = makeOrder(1150, { status: { value: '500', label: null } })
    await workspace.sync()
    expect(workspace.orders.snapshot().rows[50]?.status.value).toBe('500')
    expect((await workspace.order('1150'))?.value.status.value).toBe('500')
  })

  it('leave only after a clean walk', async () => {
    let all = many(150)
    const pages = pagesOf(() => all)
    const bridge = createFakeBridge({ 'commerce.orders': pages })
    const workspace = await open(freshAccount(), bridge)
    await workspace.orders.refresh()
    all = all.filter(({ id }) => id !== '75')
    bridge.answer({
      'commerce.orders': input => {
        const reply = pages(input)
        return reply.ok ? ok({ ...reply.value, count: 900 }) : reply
      },
    })
    await workspace.orders.refresh()
    expect(idsOf(workspace)).toContain('75')
    bridge.answer({ 'commerce.orders': pages })
    await workspace.orders.refresh()
    expect(idsOf(workspace)).not.toContain('75')
    expect(await workspace.order('75')).toBeNull()
  })

  it('that could not be read are counted, kept over a restart and replaced by the next whole walk', async () => {
    const account = freshAccount()
    const unreadable = [
      { index: 0, raw: 'null' },
      { index: 1, raw: '"text"' },
      { index: 2, raw: 'null' },
    ]
    const bridge = createFakeBridge({
      'commerce.orders': () => ok(makePage([makeOrder(1)], { unreadable, count: 7 })),
    })
    const workspace = await open(account, bridge)
    await workspace.orders.refresh()
    expect(workspace.orders.snapshot().unreadable.map(({ raw }) => raw)).toEqual(['null', '"text"', 'null'])
    workspace.close()
    const again = await open(account, bridge)
    expect(again.orders.snapshot().unreadable).toHaveLength(3)
    bridge.answer({ 'commerce.orders': () => failed(failure('offline')) })
    await again.orders.refresh()
    expect(again.orders.snapshot().unreadable).toHaveLength(3)
    bridge.answer(ordersOf(() => [makeOrder(1)]))
    await again.orders.refresh()
    expect(again.orders.snapshot().unreadable).toEqual([])
  })

  it('are pulled again after the key changed, and the cache says so', async () => {
    const account = freshAccount()
    const bridge = createFakeBridge(ordersOf(() => many(3)))
    const first = await open(account, bridge)
    await first.orders.refresh()
    first.close()
    const second = await open(account, bridge, { key: 2 })
    expect(second.cache.snapshot()).toMatchObject({ kind: 'rebuilt', reason: 'unreadable' })
    expect(second.orders.snapshot()).toMatchObject({ loaded: true, rows: [], asOf: null })
    await second.orders.refresh()
    expect(idsOf(second)).toEqual(['3', '2', '1'])
    expect(bridge.asked).toContain('app.log')
  })

  it('survive a channel that throws', async () => {
    const bridge = createFakeBridge({
      'commerce.orders': () => {
        throw new Error('channel closed')
      },
    })
    const workspace = await open(freshAccount(), bridge)
    await workspace.orders.refresh()
    expect(workspace.orders.snapshot().pull).toMatchObject({ kind: 'failed', failure: { kind: 'bug' } })
  })
})

describe('one order', () => {
  it('is pulled, kept, listed and announced', async () => {
    const bridge = createFakeBridge({ 'commerce.order': ({ id }) => ok(makeOrder(Number(id))) })
    const workspace = await open(freshAccount(), bridge)
    let touches = 0
    workspace.touched.subscribe(() => (touches += 1))
    const reply = await workspace.pullOrder('12')
    expect(reply).toMatchObject({ ok: true, value: { value: { id: '12' } } })
    expect(idsOf(workspace)).toEqual(['12'])
    expect((await workspace.order('12'))?.value).toEqual(makeOrder(12))
    expect(touches).toBeGreaterThan(0)
  })

  it('does not lose to a list page that was asked for before it', async () => {
    const stale = makeOrder(1, { amount: 'stale' })
    const bridge = createFakeBridge({
      'commerce.order': () => ok(makeOrder(1, { amount: 'fresh' })),
      'commerce.orders': () => ok(makePage([stale, makeOrder(2)], { startedAt: Date.now() - 60_000 })),
    })
    const workspace = await open(freshAccount(), bridge)
    await workspace.pullOrder('1')
    await workspace.orders.refresh()
    expect((await workspace.order('1'))?.value.amount).toBe('fresh')
    expect(workspace.orders.snapshot().rows.find(({ id }) => id === '1')?.amount).toBe('fresh')
    expect(idsOf(workspace)).toContain('2')
  })

  it('is not shown in the place of another', async () => {
    const workspace = await open(freshAccount(), createFakeBridge({ 'commerce.order': () => ok(makeOrder(99)) }))
    expect(await workspace.pullOrder('12')).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
    expect(idsOf(workspace)).toEqual(['99'])
    expect(await workspace.order('12')).toBeNull()
  })

  it('has its return view beside it, in no list', async () => {
    const account = freshAccount()
    const workspace = await open(account, createFakeBridge({ 'commerce.cancellationView': () => ok(makeOrder(4)) }))
    await workspace.pullCancellationView('4')
    expect(idsOf(workspace)).toEqual([])
    workspace.close()
    expect((await (await open(account, createFakeBridge())).cancellationView('4'))?.value.id).toBe('4')
  })

  it('comes back as nothing when its row is damaged, and from the shop again', async () => {
    const account = freshAccount()
    const bridge = createFakeBridge({ ...ordersOf(() => many(2)), 'commerce.order': () => ok(makeOrder(1)) })
    const workspace = await open(account, bridge)
    await workspace.orders.refresh()
    const db = new AccountDb(account.id)
    await db.orders.put({ id: '1', readAt: 1, sealed: new Uint8Array(50) })
    db.close()
    expect(await workspace.order('1')).toBeNull()
    await workspace.pullOrder('1')
    expect((await workspace.order('1'))?.value.id).toBe('1')
  })
})
