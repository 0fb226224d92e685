import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import type { Account } from '../../../src-main/contract/accounts.ts'
import { ok } from '../../../src-main/contract/failures.ts'
import type { Order } from '../../../src-main/contract/resources.ts'
import type { OpenWorkspace } from '../../../src-renderer/lists/workspace.ts'
import { createFakeBridge } from '../fakes/fake-bridge.ts'
import { makeItem, makeOrder, makeRequest, makeShop, pagesOf } from '../fakes/rows.ts'
import { freshAccount, open } from './open-workspace.ts'

/** 400.00 for all pieces: two of them under the default key, four under “adet”. */
const merged = (more: object = { own_quantity: null }) =>
  makeItem('9', {
    price: '400.00',
    total_amount: '400.00',
    quantity: '2',
    attributes: { quantity: 2, adet: 4 },
    ...more,
  })
const orderWith = (...items: Order['orderitem_set']) =>
  makeOrder(1, { amount: '400.00', shipping_amount: '0', discount_amount: '0', orderitem_set: items })
const shopOf = (order: Order) =>
  createFakeBridge({
    'commerce.orders': pagesOf(() => [order]),
    'commerce.requests': pagesOf(() => [makeRequest('5', '9', { quantity: '1' })]),
    'commerce.cancellationView': () => ok(order),
  })
const withKey = (account: Account, quantityKey?: string): Account => ({ ...account, shop: makeShop({ quantityKey }) })

const filled = async (account: Account, order = orderWith(merged())) => {
  const workspace = await open(account, shopOf(order))
  await workspace.orders.refresh()
  await workspace.requests.refresh()
  await workspace.pullCancellationView('1')
  return workspace
}
const amountOf = (workspace: OpenWorkspace) => workspace.requests.snapshot().rows[0]?.amount
const amountBecomes = (workspace: OpenWorkspace, amount: string) =>
  vi.waitFor(() => expect(amountOf(workspace)).toBe(amount))
const pieces = async (workspace: OpenWorkspace) => [
  (await workspace.order('1'))?.value.orderitem_set[0]?.quantity,
  (await workspace.cancellationView('1'))?.value.orderitem_set[0]?.quantity,
]

describe('a new quantity key of the shop', () => {
  it('holds at once for what is kept, without a network, and after a restart', async () => {
    const account = freshAccount()
    const workspace = await filled(account)
    await amountBecomes(workspace, '200.00')
    expect(await pieces(workspace)).toEqual(['2', '2'])

    const before = workspace.touched.snapshot()
    workspace.update(withKey(account, 'adet'))
    expect(await pieces(workspace)).toEqual(['4', '4'])
    await amountBecomes(workspace, '100.00')
    await vi.waitFor(() => expect(workspace.touched.snapshot()).toBeGreaterThan(before))
    workspace.close()

    const bridge = createFakeBridge()
    const again = await open(withKey(account, 'adet'), bridge)
    expect(await pieces(again)).toEqual(['4', '4'])
    await amountBecomes(again, '100.00')
    expect(bridge.asked).toEqual([])
  })

  it('chosen while the account was not open is found at the next start, and so is the way back', async () => {
    const account = freshAccount()
    const first = await filled(account)
    await amountBecomes(first, '200.00')
    first.close()
    const second = await open(withKey(account, 'adet'), createFakeBridge())
    await amountBecomes(second, '100.00')
    second.close()
    const third = await open(account, createFakeBridge())
    await amountBecomes(third, '200.00')
  })

  it('that is taken back at once leaves nothing of it', async () => {
    const account = freshAccount()
    const workspace = await filled(account)
    await amountBecomes(workspace, '200.00')
    for (const key of ['adet', undefined, 'adet', undefined, 'adet']) workspace.update(withKey(account, key))
    await amountBecomes(workspace, '100.00')
    workspace.update(account)
    await amountBecomes(workspace, '200.00')
    expect(await pieces(workspace)).toEqual(['2', '2'])
  })

  it('while a list is read holds for that list, and the way back still does', async () => {
    const account = freshAccount()
    const order = orderWith(merged())
    const bridge = shopOf(order)
    const workspace = await open(account, bridge)
    await workspace.orders.refresh()
    await workspace.requests.refresh()
    await amountBecomes(workspace, '200.00')
    const pages = pagesOf(() => [order])
    let letGo = (): void => {}
    const gate = new Promise<void>(resolve => (letGo = resolve))
    bridge.answer({
      'commerce.orders': async input => {
        await gate
        return pages(input)
      },
    })
    const reading = workspace.orders.refresh()
    workspace.update(withKey(account, 'adet'))
    await amountBecomes(workspace, '100.00')
    letGo()
    await reading
    await amountBecomes(workspace, '100.00')
    workspace.update(account)
    await amountBecomes(workspace, '200.00')
  })

  it('holds for rows that an older version kept', async () => {
    const account = freshAccount()
    const old = await filled(account, orderWith(merged({})))
    old.close()
    const workspace = await open(withKey(account, 'adet'), createFakeBridge())
    expect(await pieces(workspace)).toEqual(['4', '4'])
    await amountBecomes(workspace, '100.00')
  })

  it('does not touch a line that says its quantity itself', async () => {
    const account = withKey(freshAccount(), 'adet')
    const workspace = await filled(account, orderWith(merged({ own_quantity: '2' })))
    expect(await pieces(workspace)).toEqual(['2', '2'])
    await amountBecomes(workspace, '200.00')
  })
})
