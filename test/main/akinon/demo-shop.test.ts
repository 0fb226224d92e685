import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCommerceClient } from '../../../src-main/akinon/commerce-client.ts'
import { createOmnitronClient } from '../../../src-main/akinon/omnitron-client.ts'
import { createOneShotWriter } from '../../../src-main/akinon/one-shot-writer.ts'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { sendCancellation } from '../../../src-main/akinon/send-requests.ts'
import { fetchCsrfToken, signInCommerce, signInOmnitron } from '../../../src-main/akinon/sign-in.ts'
import { identify } from '../../../src-main/akinon/whose-session.ts'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { MemoryJar, nodeFetch, nodeSession, withJar } from './node-wire.ts'

let shop: DemoShop
const jar = new MemoryJar()
const language = () => 'tr-tr'
const at = () => ({ baseUrl: shop.commerceUrl, fetch: withJar(jar), language })

beforeAll(async () => {
  shop = await startDemoShop({ orders: 60, seed: 7 })
  const reply = await signInCommerce({ ...at(), ...shop.customer, csrfToken: () => jar.csrfToken() })
  expect(reply).toEqual({ ok: true, value: undefined })
})
afterAll(() => shop.stop())

describe('a whole shop over real sockets', () => {
  it('knows whose session it is', async () => {
    expect(await identify(at())).toMatchObject({
      ok: true,
      value: { id: expect.any(String), label: expect.any(String) },
    })
  })

  it('reads all orders page by page, and each list to its end', async () => {
    const client = createCommerceClient(createReadClient(at()))
    const ids = new Set<string>()
    for (let page = 1; page < 20; page++) {
      const reply = await client.orders(page, 25)
      if (!reply.ok) throw new Error(reply.failure.kind)
      expect(reply.value.unreadable).toEqual([])
      for (const { id } of reply.value.rows) ids.add(id)
      if (!reply.value.more) break
    }
    expect(ids.size).toBe(60)
    expect(await client.orders(99, 25)).toMatchObject({ ok: true, value: { rows: [], more: false } })
    for (const list of [client.reasons, client.requests, client.oldOrders, client.addresses])
      expect(await list(1, 25)).toMatchObject({ ok: true, value: { unreadable: [] } })
  })

  it('reads the pending orders with a staff key', async () => {
    const where = { baseUrl: shop.omnitronUrl, fetch: nodeFetch, language }
    const key = await signInOmnitron({ ...where, ...shop.staff })
    if (!key.ok) throw new Error(key.failure.kind)
    const client = createOmnitronClient({ ...where, token: () => key.value.token, prefix: key.value.prefix })
    expect(await client.pending(1, 10)).toMatchObject({ ok: true, value: { unreadable: [] } })
    expect(await signInOmnitron({ ...where, username: 'x', password: 'y' })).toMatchObject({
      failure: { kind: 'rejected' },
    })
  })

  it('cancels an item once, and learns that it is asked already the second time', async () => {
    const client = createCommerceClient(createReadClient(at()))
    const orders = await client.orders(1, 60)
    const reasons = await client.reasons(1, 50)
    if (!orders.ok || !reasons.ok) throw new Error('no lists')
    const item = orders.value.rows.flatMap(order => order.orderitem_set).find(one => one.is_cancellable)
    const reason = reasons.value.rows.find(one => one.cancellation_type === 'cancel' && one.is_active)
    if (!item || !reason) throw new Error('nothing to cancel')
    const payload = { order_item: item.id, cancellation_type: 'cancel', reason: reason.id, description: 'x' } as const
    const writer = createOneShotWriter({ makeSession: () => nodeSession, size: 1 })
    const reader = createReadClient(at())
    const send = () =>
      sendCancellation(
        {
          writer,
          jar,
          language,
          baseUrl: shop.commerceUrl,
          fetchCsrf: () => fetchCsrfToken(reader),
          asksNobody: async () => false,
        },
        { command: { kind: 'cancellation-request', payload }, baselineIds: [] },
      )
    expect(await send()).toMatchObject({ kind: 'confirmed', request: { order_item: item.id } })
    jar.cookies.set('csrftoken', 'stale'.padEnd(32, 'x'))
    const again = await send()
    expect(again.kind).not.toBe('confirmed')
    expect(again).toMatchObject({ failure: { code: expect.stringContaining('cancellation_request_100_') } })
  })
})
