import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import {
  Caller,
  findItem,
  type Order,
  type Page,
  piecesOf,
  type Row,
  readAll,
  signedIn,
  staffHeaders,
} from './client.ts'

const list = '/api/i1/orders/'
const requestPath = '/users/orders/cancellation_requests/'
const decideAfterMs = 10_000

let shop: DemoShop
let headers: Record<string, string>
beforeEach(async () => {
  shop = await startDemoShop({ decideAfterMs })
  headers = await staffHeaders(shop)
})
afterEach(() => shop.stop())

async function waiting(): Promise<Order[]> {
  const rows: Order[] = []
  for (let page = 1; ; page++) {
    const { body } = await new Caller(shop).get<Page>(`${list}?cancel_status=waiting&limit=100&page=${page}`, headers)
    rows.push(...body.results)
    if (body.next === null) return rows
  }
}

const isWaiting = (order: Order) => order.orderitem_set.some(item => item['cancel_status'] === 'waiting')

describe('the staff sign-in', () => {
  test('works on both paths and answers a wrong password with 400', async () => {
    const caller = new Caller(shop)
    for (const path of ['/api/i1/auth/login/', '/api/v1/auth/login/']) {
      expect((await caller.post(path, shop.staff)).body).toEqual({ key: expect.stringMatching(/^\w+$/) })
      expect((await caller.post(path, { ...shop.staff, password: 'x' })).status).toBe(400)
    }
    expect((await caller.post('/api/i1/auth/login/', { username: 'totp-user' })).body).not.toHaveProperty('key')
  })

  test('a second factor takes the temporary token and the code, once', async () => {
    const caller = new Caller(shop)
    const path = '/api/v1/auth/totp/verify/'
    const first = await caller.post<{ temp_token: string }>('/api/v1/auth/login/', { username: 'totp-ayse' })
    const { temp_token } = first.body
    expect((await caller.post(path, { temp_token, token: '000000' })).body).toEqual({ token: [expect.any(String)] })
    expect((await caller.post(path, { temp_token: 'x', token: '123456' })).status).toBe(401)
    expect((await caller.post(path, 'no json')).status).toBe(400)
    const done = await caller.post<{ key: string }>(path, { temp_token, token: '123456' })
    expect(done.status).toBe(200)
    expect((await caller.get(list, { authorization: `Token ${done.body.key}` })).status).toBe(200)
    expect((await caller.post(path, { temp_token, token: '123456' })).status).toBe(401)
    expect(shop.log.filter(call => call.path === path).every(call => call.bodyText === undefined)).toBe(true)
  })

  test('a missing or a wrong token is a 401 with a detail and a code', async () => {
    for (const sent of [{}, { authorization: 'Token yok' }, { authorization: 'Bearer x' }]) {
      const answer = await new Caller(shop).get(list, sent as Record<string, string>)
      expect(answer.status).toBe(401)
      expect(answer.body).toEqual({ detail: expect.any(String), code: expect.any(String) })
    }
  })
})

describe('the waiting list', () => {
  test('holds the orders that were asked for, and a few strays on purpose', async () => {
    const rows = await waiting()
    expect(rows.filter(isWaiting)).toHaveLength(36)
    expect(rows).toHaveLength(39)
    const { body } = await new Caller(shop).get<Page>(`${list}?cancel_status=waiting&page=1`, headers)
    expect([body.count, body.results.length]).toEqual([39, 10])
    expect(body.results.some(order => !isWaiting(order))).toBe(true)
    const fifty = await new Caller(shop).get<Page>(`${list}?cancel_status=waiting&status=50&limit=100`, headers)
    expect(fifty.body.results.every(order => String(order.status) === '50')).toBe(true)
  })

  test('shares numbers with Commerce, but no ids', async () => {
    const own = await readAll(await signedIn(shop), '/users/orders/?status=50')
    const rows = await waiting()
    const match = rows.find(row => row.number === own[0]?.number)
    expect(match).toBeDefined()
    expect(match?.id).not.toBe(own[0]?.id)
  })

  test('without a filter has everybody', async () => {
    const { body } = await new Caller(shop).get<Page>(list, headers)
    expect(body.count).toBeGreaterThan(240)
  })
})

describe('a request in the course of time', () => {
  async function askForOne(type: 'cancel' | 'refund') {
    const caller = await signedIn(shop)
    const orders = await readAll(caller, '/users/orders/')
    const flag = type === 'cancel' ? 'is_cancellable' : 'is_refundable'
    const item = findItem(
      orders,
      (row, order) => row[flag] && order.orderitem_set.length === 1 && !row.product.base_code.startsWith('MBL'),
    )
    const { body } = await caller.post(requestPath, {
      order_item: item.id,
      reason: type === 'cancel' ? 1 : 11,
      cancellation_type: type,
    })
    const order = orders.find(({ id }) => id === item['order'])
    return { caller, request: body, item, order }
  }

  test('goes to staff, is decided, and leaves the list', async () => {
    const { caller, order, item } = await askForOne('cancel')
    const row = (await waiting())[0]
    expect([row?.number, String(row?.status)]).toEqual([order?.number, '50'])
    expect(row?.orderitem_set[0]?.['cancel_status']).toBe('waiting')
    shop.advance(decideAfterMs * 2)
    expect((await waiting()).map(({ number }) => number)).not.toContain(order?.number)
    const after = await caller.get<Order>(`/users/orders/${order?.id}/`)
    const request = after.body.orderitem_set[0]?.cancellationrequest_set[0]?.['status'] as Row
    if (request['value'] === 'completed') {
      expect(after.body.status.value).toBe('100')
      expect(after.body.refund_amount).toBe(after.body.amount)
      expect(after.body['is_cancelled']).toBe(true)
    } else {
      expect(request['value']).toBe('rejected')
      expect(after.body.status).toEqual(item.status)
    }
  })

  test('an approved refund ends as refunded', async () => {
    const caller = await signedIn(shop)
    const orders = await readAll(caller, '/users/orders/')
    const items = orders
      .flatMap(order => order.orderitem_set)
      .filter(item => item.is_refundable && !item.product.base_code.startsWith('MBL'))
    for (const item of items.slice(0, 20)) {
      await caller.post(requestPath, { order_item: item.id, reason: 11, cancellation_type: 'refund' })
    }
    const statuses = async () => {
      const { body } = await caller.get<Page>(`${requestPath}?limit=20`)
      return body.results.map(row => row.status.value)
    }
    expect(new Set(await statuses())).toEqual(new Set(['open']))
    shop.advance(decideAfterMs)
    expect(new Set(await statuses())).toEqual(new Set(['approved', 'rejected']))
    shop.advance(decideAfterMs)
    const ended = await statuses()
    expect(new Set(ended)).toEqual(new Set(['completed', 'rejected']))
    const refunded = new Set(
      (await readAll(caller, '/users/orders/'))
        .flatMap(order => order.orderitem_set)
        .filter(item => item.status.value === '600')
        .map(item => item.id),
    )
    expect(items.slice(0, 20).filter(item => refunded.has(item.id))).toHaveLength(
      ended.filter(status => status === 'completed').length,
    )
  })

  test('part of a line leaves the rest as it was', async () => {
    const caller = await signedIn(shop)
    const orders = await readAll(caller, '/users/orders/')
    for (const item of orders
      .flatMap(order => order.orderitem_set)
      .filter(row => row.is_refundable && piecesOf(row) > 1)) {
      await caller.post(requestPath, { order_item: item.id, reason: 11, cancellation_type: 'refund', quantity: 1 })
      shop.advance(decideAfterMs * 2)
      const { body } = await caller.get<Order>(`/users/orders/${item['order']}/`)
      const after = findItem([body], ({ id }) => id === item.id)
      const request = after.cancellationrequest_set.at(-1) as { status: Row } | undefined
      if (request?.status['value'] === 'rejected') continue
      expect(piecesOf(after)).toBe(piecesOf(item) - 1)
      expect(after.status.value).toBe('550')
      expect(after.is_refundable).toBe(true)
      expect(Number(body.refund_amount)).toBeGreaterThan(0)
      return
    }
    throw new Error('every request was rejected')
  })
})
