import { describe, expect, it, vi } from 'vitest'
import { failed, failure, ok } from '../../../src-main/contract/failures.ts'
import type { Order } from '../../../src-main/contract/resources.ts'
import { ORDERS_A_RUN } from '../../../src-renderer/lists/missing-lines.ts'
import type { OpenWorkspace } from '../../../src-renderer/lists/workspace.ts'
import { createFakeBridge, type Handlers } from '../fakes/fake-bridge.ts'
import { makeItem, makeOrder, pagesOf } from '../fakes/rows.ts'
import { freshAccount, many, open } from './open-workspace.ts'

const empty: Handlers = {
  'commerce.oldOrders': pagesOf(() => []),
  'commerce.requests': pagesOf(() => []),
  'commerce.reasons': pagesOf(() => []),
  'commerce.addresses': pagesOf(() => []),
}

/** A shop that lists orders without their lines; `orders` may be changed by the test. */
function thinShop(orders: Order[]) {
  const read: string[] = []
  const bridge = createFakeBridge({
    ...empty,
    'commerce.orders': pagesOf(() => orders.map(order => ({ ...order, orderitem_set: [] }))),
    'commerce.order': ({ id }) => {
      read.push(id)
      const order = orders.find(one => one.id === id)
      return order ? ok(order) : failed(failure('not-found', { status: 404 }))
    },
  })
  return { bridge, read, orders }
}

const linesOf = async (workspace: OpenWorkspace, id: string) =>
  (await workspace.order(id))?.value.orderitem_set.map(item => item.id)
const settled = (expectation: () => void | Promise<void>) => vi.waitFor(expectation, { interval: 5, timeout: 20_000 })

describe('orders that the list shows without lines', () => {
  it('are read one by one behind the walk, the newest first, and have their lines without a connection', async () => {
    const { bridge, read } = thinShop(many(3))
    const account = freshAccount()
    const workspace = await open(account, bridge)
    await workspace.sync()
    await settled(() => expect(workspace.orders.snapshot().rows.map(row => row.itemCount)).toEqual([2, 2, 2]))
    expect(read).toEqual(['3', '2', '1'])
    workspace.close()
    const offline = await open(account, createFakeBridge())
    expect(await linesOf(offline, '2')).toEqual(['2-1', '2-2'])
  })

  it('keep their lines at the next walk, and are not read again', async () => {
    const { bridge, read } = thinShop(many(2))
    const workspace = await open(freshAccount(), bridge)
    await workspace.sync()
    await settled(() => expect(read).toHaveLength(2))
    await workspace.refreshAll()
    await workspace.sync()
    expect(await linesOf(workspace, '1')).toEqual(['1-1', '1-2'])
    expect(workspace.orders.snapshot().rows.map(row => row.itemIds.length)).toEqual([2, 2])
    expect(read).toHaveLength(2)
  })

  it('show the list’s newer status at once and have their lines read again', async () => {
    const { bridge, read, orders } = thinShop(many(1))
    const workspace = await open(freshAccount(), bridge)
    await workspace.sync()
    await settled(() => expect(read).toHaveLength(1))
    orders[0] = makeOrder(1, {
      status: { value: '500', label: 'Kargoda' },
      orderitem_set: [makeItem('1-1', { is_cancellable: false })],
    })
    await workspace.orders.refresh()
    expect(workspace.orders.snapshot().rows[0]).toMatchObject({ status: { value: '500' }, itemCount: 2 })
    expect(await linesOf(workspace, '1')).toEqual(['1-1', '1-2'])
    await workspace.sync()
    await settled(async () => expect(await linesOf(workspace, '1')).toEqual(['1-1']))
    expect(read).toEqual(['1', '1'])
  })

  it('that have none on their own page either are not asked for at every sync', async () => {
    const { bridge, read } = thinShop([makeOrder(1, { orderitem_set: [] })])
    const workspace = await open(freshAccount(), bridge)
    await workspace.sync()
    await settled(() => expect(read).toHaveLength(1))
    await workspace.refreshAll()
    await workspace.sync()
    expect(read).toHaveLength(1)
  })
})

describe('reading lines in the background', () => {
  it('stops at a cap, goes on at the next sync, and never has two reads on the wire', async () => {
    const { bridge, read } = thinShop(many(ORDERS_A_RUN + 5))
    let onWire = 0
    let most = 0
    const pages = bridge.commerce.order
    const workspace = await open(freshAccount(), {
      ...bridge,
      commerce: {
        ...bridge.commerce,
        order: async input => {
          onWire += 1
          most = Math.max(most, onWire)
          const reply = await pages(input)
          onWire -= 1
          return reply
        },
      },
    })
    await workspace.sync()
    await settled(() => expect(read).toHaveLength(ORDERS_A_RUN))
    await workspace.sync()
    await settled(() => expect(read).toHaveLength(ORDERS_A_RUN + 5))
    expect(most).toBe(1)
  })

  it.each(['throttled', 'offline', 'signed-out'] as const)(
    'ends at "%s" and is resumed as soon as the shop may be asked',
    async kind => {
      const { bridge, orders, read } = thinShop(many(4))
      let now = Date.now()
      let broken = true
      bridge.answer({
        'commerce.order': ({ id }) => {
          read.push(id)
          const order = orders.find(one => one.id === id)
          if (broken && id === '3') return failed(failure(kind, { retryAfterMs: 60_000 }))
          return order ? ok(order) : failed(failure('not-found'))
        },
      })
      const workspace = await open(freshAccount(), bridge, { now: () => now })
      await workspace.sync()
      await settled(() => expect(read).toEqual(['4', '3']))
      if (kind === 'throttled') {
        await workspace.sync()
        // Its answers come behind anything that the sync before may have asked for.
        await workspace.refreshAll()
        expect(read).toEqual(['4', '3'])
      }
      broken = false
      now += 60_001
      await workspace.sync()
      await settled(() => expect(read).toEqual(['4', '3', '3', '2', '1']))
    },
  )

  it('gives up on a shop whose orders can not be opened, after three', async () => {
    const { bridge, read } = thinShop(many(9))
    bridge.answer({
      'commerce.order': ({ id }) => {
        read.push(id)
        return failed(failure('not-found', { status: 404 }))
      },
    })
    const workspace = await open(freshAccount(), bridge)
    await workspace.sync()
    await settled(() => expect(read).toEqual(['9', '8', '7']))
  })

  it('asks nothing for an account that is signed out or closed meanwhile', async () => {
    const { bridge, read, orders } = thinShop(many(5))
    const account = freshAccount()
    const workspace = await open(account, bridge)
    bridge.answer({
      'commerce.order': ({ id }) => {
        read.push(id)
        workspace.update({ ...account, signedIn: false })
        return ok(orders.find(one => one.id === id) ?? makeOrder(1))
      },
    })
    await workspace.sync()
    await settled(() => expect(read).toEqual(['5']))
    await workspace.sync()
    await workspace.refreshAll()
    expect(read).toEqual(['5'])
  })

  it('uses nothing but the order’s own page', async () => {
    const { bridge } = thinShop(many(2))
    const workspace = await open(freshAccount(), bridge)
    await workspace.sync()
    await settled(() => expect(workspace.orders.snapshot().rows[1]?.itemCount).toBe(2))
    expect(bridge.asked).not.toContain('commerce.tradeIn')
    expect(bridge.asked).not.toContain('commerce.cancellationView')
    expect(bridge.asked).not.toContain('outbox.send')
  })
})

describe('orders that come with their lines', () => {
  it('are not read one by one', async () => {
    const bridge = createFakeBridge({ ...empty, 'commerce.orders': pagesOf(() => many(3)) })
    const workspace = await open(freshAccount(), bridge)
    await workspace.sync()
    await workspace.sync()
    expect(bridge.asked).not.toContain('commerce.order')
  })

  it('lose the lines that the shop took away', async () => {
    let order = makeOrder(1)
    const bridge = createFakeBridge({ ...empty, 'commerce.orders': pagesOf(() => [order]) })
    const workspace = await open(freshAccount(), bridge)
    await workspace.sync()
    order = makeOrder(1, { orderitem_set: [makeItem('1-2')] })
    await workspace.refreshAll()
    expect(await linesOf(workspace, '1')).toEqual(['1-2'])
  })
})
