import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type DemoShop, type Fault, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { Caller, findItem, type Item, type Order, type Page, readAll, signedIn, staffHeaders } from './client.ts'

const path = '/users/orders/cancellation_requests/'
const lists = '/users/orders/'

let shop: DemoShop
let caller: Caller
let item: Item
beforeEach(async () => {
  shop = await startDemoShop({ orders: 30 })
  caller = await signedIn(shop)
  item = findItem(await readAll(caller, lists), row => row.is_cancellable)
})
afterEach(() => shop.stop())

const ask = () => caller.post(path, { order_item: item.id, reason: 1, cancellation_type: 'cancel' })
const effects = () => shop.log.filter(entry => entry.path === path && entry.effect).length

/** How many requests the shop really has for the item, asked on a healthy shop. */
async function requestsOfItem(): Promise<number> {
  shop.heal()
  const { body } = await caller.get<Order>(`/users/orders/${item['order']}/`)
  return findItem([body], ({ id }) => id === item.id).cancellationrequest_set.length
}

describe('a fault after the effect', () => {
  test('an answer is lost: the caller knows nothing, the shop has the request', async () => {
    shop.breakWith({ kind: 'answer-lost', times: 1 })
    await expect(ask()).rejects.toThrow()
    expect([shop.posts(path), effects()]).toEqual([1, 1])
    expect(shop.log.at(-1)).toMatchObject({ status: 200, delivered: false, effect: true, faults: ['answer-lost'] })
    expect((await ask()).body['error_code']).toBe('cancellation_request_100_1')
    expect(await requestsOfItem()).toBe(1)
  })

  test('an answer is lost for writes only, unless a method is given', async () => {
    shop.breakWith({ kind: 'answer-lost' })
    expect((await caller.get(lists)).status).toBe(200)
    shop.breakWith({ kind: 'answer-lost', method: 'GET', path: 'orders' })
    await expect(caller.get(lists)).rejects.toThrow()
    expect((await caller.get('/current_user/')).status).toBe(200)
  })

  test.each<Fault>([{ kind: 'truncated-head' }, { kind: 'truncated-body' }])(
    '$kind breaks off in the middle',
    async fault => {
      shop.breakWith({ ...fault, times: 1, method: 'POST' })
      await expect(ask()).rejects.toThrow()
      expect(effects()).toBe(1)
      expect(await requestsOfItem()).toBe(1)
    },
  )

  test('500 after the effect is a page, and the request is there', async () => {
    shop.breakWith({ kind: 'server-error-after-effect' })
    const answer = await ask()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8'])
    expect(await requestsOfItem()).toBe(1)
  })

  test('a late answer has happened before it comes', async () => {
    shop.breakWith({ kind: 'late', ms: 300, method: 'POST' })
    const answer = ask()
    const seen = vi.waitFor(() => expect(effects()).toBe(1), { interval: 5 }).then(() => shop.log.at(-1)?.delivered)
    expect(await Promise.race([seen, answer])).toBe(false)
    expect((await answer).status).toBe(200)
  })
})

describe('a fault before the effect', () => {
  test('a reset reads the whole call and does nothing', async () => {
    shop.breakWith({ kind: 'reset-before-effect', times: 1 })
    await expect(ask()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(shop.log.at(-1)).toMatchObject({ status: 0, delivered: false, effect: false })
    expect(shop.log.at(-1)?.bodyText).toContain(String(item.id))
    expect(shop.posts(path)).toBe(1)
    expect(await requestsOfItem()).toBe(0)
  })

  const cases: [Fault, number, string | null][] = [
    [{ kind: 'captive-portal' }, 200, 'text/html; charset=utf-8'],
    [{ kind: 'login-redirect' }, 302, 'text/html; charset=utf-8'],
    [{ kind: 'server-error-before-effect' }, 500, 'text/html; charset=utf-8'],
    [{ kind: 'throttled', retryAfter: 7 }, 429, 'application/json'],
    [{ kind: 'csrf-broken' }, 403, 'application/json'],
  ]
  test.each(cases)('%o', async (fault, status, type) => {
    shop.breakWith(fault)
    const answer = await ask()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
    expect(effects()).toBe(0)
    expect(await requestsOfItem()).toBe(0)
    expect((await ask()).status).toBe(200)
  })

  test('a throttle says when to come back, in any form, or not at all', async () => {
    const retryAfter = async (value: number | string | null) => {
      shop.breakWith({ kind: 'throttled', retryAfter: value })
      return (await caller.get(lists)).headers.get('retry-after')
    }
    expect(await retryAfter(7)).toBe('7')
    expect(await retryAfter('Wed, 21 Oct 2026 07:28:00 GMT')).toBe('Wed, 21 Oct 2026 07:28:00 GMT')
    expect(await retryAfter(null)).toBeNull()
  })

  test('a redirect leads to the login page, and signing in still works', async () => {
    shop.breakWith({ kind: 'login-redirect' })
    const answer = await caller.get(lists)
    expect(answer.headers.get('location')).toBe('/users/login/?next=%2Fusers%2Forders%2F')
    expect((await fetch(shop.commerceUrl + lists)).headers.get('content-type')).toContain('text/html')
    expect((await new Caller(shop).signIn()).status).toBe(200)
  })
})

describe('faults that are over at once', () => {
  test('sessions end until somebody signs in again', async () => {
    shop.breakWith({ kind: 'session-expired' })
    expect((await ask()).status).toBe(401)
    expect(shop.faults).toEqual([])
    await caller.signIn()
    expect((await ask()).status).toBe(200)
  })

  test('staff tokens are revoked', async () => {
    const headers = await staffHeaders(shop)
    shop.breakWith({ kind: 'token-revoked' })
    expect((await caller.get('/api/i1/orders/', headers)).status).toBe(401)
    expect((await caller.get('/current_user/')).status).toBe(200)
  })
})

describe('limits', () => {
  test('a fault strikes as often as it was told to', async () => {
    shop.breakWith({ kind: 'server-error-before-effect', times: 2, path: '/users/orders/' })
    expect((await caller.get('/current_user/')).status).toBe(200)
    expect((await caller.get(lists)).status).toBe(500)
    expect(shop.faults).toEqual([{ kind: 'server-error-before-effect', times: 1, path: '/users/orders/' }])
    expect((await caller.get(lists)).status).toBe(500)
    expect((await caller.get(lists)).status).toBe(200)
    expect(shop.faults).toEqual([])
  })

  test('a fault that nobody knows is refused', () => {
    expect(() => shop.breakWith({ kind: 'meteor' } as unknown as Fault)).toThrow()
  })
})

describe('the network is down', () => {
  test('nobody listens, open sockets are cut, the panel stays, and healing brings the same port back', async () => {
    const { port } = shop
    const socket = connect(port, '127.0.0.1')
    await new Promise(resolve => socket.once('connect', resolve))
    const closed = new Promise(resolve => socket.once('close', resolve))
    shop.breakWith({ kind: 'network-down' })
    await closed
    await expect(caller.get(lists)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    expect((await fetch(`${shop.panelUrl}/state`)).status).toBe(200)
    shop.heal()
    expect((await caller.get(lists)).status).toBe(200)
    expect(shop.port).toBe(port)
  })

  test('it may go up and down as fast as it likes', async () => {
    const { port } = shop
    for (let round = 0; round < 5; round++) {
      shop.breakWith({ kind: 'network-down' })
      shop.heal()
    }
    // The caller's kept sockets may not have noticed yet that they were cut.
    await vi.waitFor(async () => expect((await caller.get(lists)).status).toBe(200))
    expect(shop.port).toBe(port)
  })
})

test('a fault is limited to one call of the API by its route', async () => {
  shop.breakWith({ kind: 'server-error-before-effect', route: 'order' })
  expect((await caller.get(lists)).status).toBe(200)
  expect((await caller.get(path)).status).toBe(200)
  expect((await caller.get(`${lists}${item['order']}/cancellation/`)).status).toBe(200)
  expect((await caller.get(`${lists}${item['order']}/`)).status).toBe(500)
})

test('a body that drips comes whole, and one that is reset in the middle does not', async () => {
  shop.breakWith({ kind: 'slow-drip', ms: 0, route: 'reasons' })
  expect((await caller.get<Page>(`${lists}cancellation_reasons/`)).body.results).toHaveLength(11)
  shop.breakWith({ kind: 'reset-mid-body', route: 'orders' })
  await expect(caller.get(lists)).rejects.toThrow()
})
