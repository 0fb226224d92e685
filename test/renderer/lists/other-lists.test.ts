import 'fake-indexeddb/auto'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import type { OpenWorkspace } from '../../../src-renderer/lists/workspace.ts'
import { createFakeBridge } from '../fakes/fake-bridge.ts'
import {
  makeAddress,
  makeItem,
  makeOldOrder,
  makeOrder,
  makePending,
  makePendingItem,
  makeReason,
  makeRequest,
  pagesOf,
} from '../fakes/rows.ts'
import { freshAccount, many, open, ordersOf } from './open-workspace.ts'

describe('the other lists of a customer', () => {
  it('join requests with their orders, whichever comes first', async () => {
    const bridge = createFakeBridge({
      'commerce.requests': pagesOf(() => [makeRequest('9', '1-2'), makeRequest('8', 'unknown')]),
      ...ordersOf(() => [makeOrder(1, { orderitem_set: [makeItem('1-1'), makeItem('1-2')] })]),
    })
    const account = freshAccount()
    const workspace = await open(account, bridge)
    await workspace.requests.refresh()
    expect(workspace.requests.snapshot().rows.map(({ orderNumber }) => orderNumber)).toEqual([null, null])
    await workspace.orders.refresh()
    const expected = { orderId: '1', orderNumber: 'N000001', productName: 'Yün Şal', person: 'Işıl Gökçe' }
    await vi.waitFor(() =>
      expect(workspace.requests.snapshot().rows.find(({ id }) => id === '9')).toMatchObject(expected),
    )
    const before = workspace.requests.snapshot().rows
    workspace.close()
    const again = await open(account, createFakeBridge())
    expect(again.requests.snapshot().rows.find(({ id }) => id === '9')).toMatchObject(expected)
    expect(again.requests.snapshot().rows).toHaveLength(before.length)
  })

  it('are read anew after a send, with the order', async () => {
    const bridge = createFakeBridge({
      'commerce.requests': pagesOf(() => [makeRequest('9', '1-2')]),
      'commerce.order': ({ id }) => ok(makeOrder(Number(id))),
    })
    const workspace = await open(freshAccount(), bridge)
    await Promise.all([workspace.requests.refresh(), workspace.afterSend('1')])
    expect(bridge.asked.filter(name => name === 'commerce.requests')).toHaveLength(2)
    expect(workspace.requests.snapshot().rows[0]).toMatchObject({ id: '9', orderId: '1' })
  })

  it('keep whole reasons and addresses, in the order of the shop', async () => {
    const account = freshAccount()
    const bridge = createFakeBridge({
      'commerce.reasons': pagesOf(() => [makeReason('b', 2), makeReason('x', null), makeReason('a', 1)]),
      'commerce.addresses': pagesOf(() => [
        makeAddress({ pk: '9' }),
        makeAddress({ pk: null }),
        makeAddress({ pk: '1' }),
      ]),
      'commerce.oldOrders': pagesOf(() => [makeOldOrder(1), makeOldOrder(2)]),
    })
    const first = await open(account, bridge)
    await first.refreshAll()
    first.close()
    const workspace = await open(account, createFakeBridge())
    expect(workspace.reasons.snapshot().rows.map(({ id }) => id)).toEqual(['a', 'b', 'x'])
    expect(workspace.addresses.snapshot().rows.map(({ pk }) => pk)).toEqual(['9', null, '1'])
    expect(workspace.oldOrders.snapshot().rows.map(({ id }) => id)).toEqual(['1', '2'])
    expect((await workspace.oldOrder('2'))?.value.number).toBe('OLD2')
  })

  it('have no pending list', async () => {
    const workspace = await open(freshAccount(), createFakeBridge())
    await workspace.pending.refresh()
    expect(workspace.pending.snapshot()).toMatchObject({ loaded: true, rows: [], pull: { kind: 'idle' } })
  })
})

describe('pending orders', () => {
  const staff = () => freshAccount({ kind: 'staff' })
  const pendingIds = (workspace: OpenWorkspace) => workspace.pending.snapshot().rows.map(({ id }) => id)

  it('shrink with a clean walk, and stay small after a restart', async () => {
    let all = [3, 2, 1].map(n => makePending(n))
    const account = staff()
    const bridge = createFakeBridge({ 'omnitron.pending': pagesOf(() => all) })
    const workspace = await open(account, bridge)
    await workspace.refreshAll()
    expect(pendingIds(workspace)).toEqual(['3', '2', '1'])
    all = all.slice(1)
    await workspace.sync()
    expect(pendingIds(workspace)).toEqual(['2', '1'])
    all = []
    await workspace.sync()
    expect(pendingIds(workspace)).toEqual([])
    expect(new Set(bridge.asked)).toEqual(new Set(['omnitron.pending']))
    workspace.close()
    const again = await open(account, createFakeBridge())
    expect(pendingIds(again)).toEqual([])
    expect(await again.pendingOrder('3')).toBeNull()
  })

  it('do not shrink when the walk breaks off', async () => {
    const all = Array.from({ length: 150 }, (_, i) => makePending(i))
    const pages = pagesOf(() => all)
    const bridge = createFakeBridge({ 'omnitron.pending': pages })
    const workspace = await open(staff(), bridge)
    await workspace.sync()
    bridge.answer({
      'omnitron.pending': input => (input.page === 2 ? failed(failure('server-error')) : pages(input)),
    })
    await workspace.sync()
    expect(pendingIds(workspace)).toHaveLength(150)
  })

  it('without a waiting item are kept and marked, for the shop lists them', async () => {
    let all = [makePending(2, { orderitem_set: [makePendingItem('a', null)] }), makePending(1)]
    const workspace = await open(staff(), createFakeBridge({ 'omnitron.pending': pagesOf(() => all) }))
    await workspace.sync()
    const marked = () => workspace.pending.snapshot().rows.map(row => [row.id, row.withoutWaiting ?? false])
    expect(marked()).toEqual(
      expect.arrayContaining([
        ['1', false],
        ['2', true],
      ]),
    )
    all = [makePending(1, { orderitem_set: [makePendingItem('1-1', 'approved')] })]
    await workspace.sync()
    expect(marked()).toEqual([['1', true]])
  })

  it('leave the commerce lists idle', async () => {
    const bridge = createFakeBridge()
    const workspace = await open(staff(), bridge)
    await Promise.all([workspace.orders.refresh(), workspace.requests.refresh(), workspace.reasons.refresh()])
    expect(bridge.asked).toEqual([])
    expect(workspace.orders.snapshot().loaded).toBe(true)
  })
})

describe('snapshots', () => {
  it('are the same object until something changes, and come in batches', async () => {
    const bridge = createFakeBridge(ordersOf(() => many(1000)))
    const workspace = await open(freshAccount(), bridge)
    expect(workspace.orders.snapshot()).toBe(workspace.orders.snapshot())
    let changes = 0
    const undo = workspace.orders.subscribe(() => (changes += 1))
    // On a clock that stands still there is one batch: what begins the pull, and what ends it.
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    vi.advanceTimersByTime(3_600_000)
    await workspace.orders.refresh()
    expect(bridge.asked).toHaveLength(10)
    expect(changes).toBe(2)
    undo()
    const after = changes
    await workspace.orders.refresh()
    expect(changes).toBe(after)
  })
})
