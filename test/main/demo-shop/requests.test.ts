import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import {
  type Answer,
  Caller,
  findItem,
  type Item,
  type Order,
  piecesOf,
  type Row,
  readAll,
  signedIn,
} from './client.ts'
import { createdRequestKeys, easyReturnKeys, requestKeys } from './documented-keys.ts'

const onePath = '/users/orders/cancellation_requests/'
const bulkPath = '/users/orders/bulk_cancellation_requests/'
const text = expect.any(String)

let shop: DemoShop
let caller: Caller
let orders: Order[]
beforeEach(async () => {
  shop = await startDemoShop({ orders: 60 })
  caller = await signedIn(shop)
  orders = await readAll(caller, '/users/orders/')
})
afterEach(() => shop.stop())

const isLarge = (item: Item) => item.product.base_code.startsWith('MBL')
const cancellable = () => findItem(orders, item => item.is_cancellable)
const refundable = () => findItem(orders, item => item.is_refundable && !isLarge(item))
const cancel = (item: Item, more: Row = {}) => ({
  order_item: item.id,
  reason: 1,
  cancellation_type: 'cancel',
  ...more,
})
const refund = (item: Item, more: Row = {}) => ({
  order_item: item.id,
  reason: 11,
  cancellation_type: 'refund',
  ...more,
})
const ask = <T = Row>(body: unknown): Promise<Answer<T>> => caller.post<T>(onePath, body)

async function reread(item: Item): Promise<Item> {
  const { body } = await caller.get<Order>(`/users/orders/${item['order']}/`)
  return findItem([body], ({ id }) => id === item.id)
}

describe('creating one request', () => {
  test('a cancellation is answered with 200 and the documented object', async () => {
    const item = cancellable()
    const answer = await ask(cancel(item, { description: 'Vazgeçti, iğne ipliğe döndü' }))
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body).sort()).toEqual([...createdRequestKeys].sort())
    expect(answer.body).toMatchObject({
      status: { value: 'open', label: 'Açık' },
      order_item: item.id,
      easy_return: null,
      description: 'Vazgeçti, iğne ipliğe döndü',
      quantity: piecesOf(item),
      fully_refund_as_loyalty_money: false,
    })
  })

  test('a refund brings an easy return with a code', async () => {
    const pickup = { date: '2026-01-05', hour_range: { start: '09:00', end: '12:00' } }
    const answer = await ask<Row & { easy_return: Row }>(
      refund(refundable(), { shipping_company: 2, pickup_date: pickup, iban: 'test-iban', holder_name: 'Işıl' }),
    )
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body.easy_return).sort()).toEqual([...easyReturnKeys].sort())
    expect(answer.body.easy_return).toMatchObject({
      code: expect.stringMatching(/^\d{5}$/),
      pickup_date: pickup,
      shipping_company: { value: 'aras', label: 'Aras Kargo' },
    })
    expect(answer.body).toMatchObject({ iban: 'test-iban', holder_name: 'Işıl' })
  })

  test('a pickup is taken with a day alone and with any of its hours', async () => {
    const hours = [undefined, {}, { start: '09:00' }, { end: '12:00' }]
    const items = orders.flatMap(order => order.orderitem_set).filter(row => row.is_refundable && !isLarge(row))
    expect(items.length).toBeGreaterThan(hours.length)
    for (const [place, hour_range] of hours.entries()) {
      const item = items.at(-1 - place)
      if (!item) continue
      const pickup_date = { date: '2026-01-05', ...(hour_range ? { hour_range } : {}) }
      const answer = await ask<Row & { easy_return: Row }>(refund(item, { pickup_date }))
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      expect(answer.body.easy_return).toMatchObject({ pickup_date })
    }
  })

  test('the item knows its request and takes no second one', async () => {
    const item = cancellable()
    const { body } = await ask(cancel(item))
    const after = await reread(item)
    expect(after.active_cancellation_request?.['id']).toBe(body['id'])
    expect(after.cancellationrequest_set.at(-1)?.['id']).toBe(body['id'])
    expect([after.is_cancellable, after.is_refundable]).toEqual([false, false])
    expect(after.status).toEqual(item.status)
    const again = await ask(cancel(item))
    expect(again.status).toBe(406)
    expect(again.body).toEqual({ non_field_errors: text, error_code: 'cancellation_request_100_1' })
    const list = await caller.get<{ results: Row[] }>(onePath)
    expect(list.body.results[0]?.['id']).toBe(body['id'])
  })

  test('rules that are broken are named', async () => {
    const item = cancellable()
    const shipped = findItem(orders, (row, order) => order.status.value === '500' && !row.is_cancellable)
    const large = findItem(orders, row => row.is_refundable && isLarge(row))
    const several = findItem(orders, row => row.is_refundable && piecesOf(row) === 3)
    const code = (nth: number) => ({ non_field_errors: text, error_code: `cancellation_request_100_${nth}` })
    const cases: [Row, number, unknown][] = [
      [cancel(shipped), 406, code(3)],
      [refund(item), 406, code(3)],
      [refund(large), 406, code(8)],
      [refund(large, { pickup_address: 1 }), 400, { pickup_address: [text] }],
      [refund(several, { quantity: 4 }), 400, { quantity: text }],
      [cancel(item, { order_item: 1 }), 400, { order_item: [text] }],
      [cancel(item, { order_item: 'kalem' }), 400, { order_item: [text] }],
      [cancel(item, { reason: undefined }), 400, { reason: [text] }],
      [cancel(item, { reason: 99 }), 400, { reason: [text] }],
      [cancel(item, { reason: 5 }), 400, { reason: [text] }],
      [cancel(item, { reason: 11 }), 400, { reason: [text] }],
      [cancel(item, { reason: 4 }), 400, { description: [text] }],
      [cancel(item, { cancellation_type: 'exchange' }), 400, { cancellation_type: [text] }],
      [refund(refundable(), { shipping_company: 77 }), 400, { shipping_company: [text] }],
      [refund(refundable(), { pickup_date: { date: '5.1.2026' } }), 400, { pickup_date: [text] }],
    ]
    for (const [body, status, expected] of cases) {
      const answer = await ask(body)
      expect([answer.status, answer.body], JSON.stringify(body)).toEqual([status, expected])
    }
    expect((await ask('{yarım')).status).toBe(400)
    expect(shop.log.filter(entry => entry.effect && entry.path === onePath)).toHaveLength(0)
  })

  test('a large item goes back with an address of its own', async () => {
    const { body } = await caller.get<{ results: { pk: number }[] }>('/address/')
    const large = findItem(orders, row => row.is_refundable && isLarge(row))
    expect((await ask(refund(large, { pickup_address: body.results[0]?.pk }))).status).toBe(200)
  })

  test("another customer's item does not exist", async () => {
    const ayse = new Caller(shop)
    await ayse.signIn(shop.customers[1])
    expect((await ayse.post(onePath, cancel(cancellable()))).body).toEqual({ order_item: [text] })
  })
})

describe('creating several', () => {
  test('is answered with 201 and a bare array', async () => {
    const order = orders[0]
    const items = order?.orderitem_set ?? []
    const answer = await caller.post<Row[]>(bulkPath, { cancel_order_items: items.map(item => cancel(item)) })
    expect(answer.status).toBe(201)
    expect(answer.body.map(row => row['order_item'])).toEqual(items.map(item => item.id))
    for (const row of answer.body) expect(Object.keys(row).sort()).toEqual([...requestKeys].sort())
    expect(shop.log.at(-1)?.requestIds).toEqual(answer.body.map(row => row['id']))
  })

  test('one bad item and none is made', async () => {
    const [first, second] = orders[0]?.orderitem_set ?? []
    if (!first || !second) throw new Error('the newest order has two lines')
    const answer = await caller.post<Row[]>(bulkPath, { cancel_order_items: [cancel(first), refund(second)] })
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual([{}, { non_field_errors: text, error_code: 'cancellation_request_100_3' }])
    expect((await reread(first)).active_cancellation_request).toBeNull()
    const twice = await caller.post<Row[]>(bulkPath, { cancel_order_items: [cancel(first), cancel(first)] })
    expect([twice.status, twice.body[1]?.['error_code']]).toEqual([400, 'cancellation_request_100_1'])
    expect((await caller.post(bulkPath, { cancel_order_items: [] })).status).toBe(400)
  })

  test('takes the pickup address beside the items as well', async () => {
    const { body } = await caller.get<{ results: { pk: number }[] }>('/address/')
    const large = findItem(orders, row => row.is_refundable && isLarge(row))
    const sent = { cancel_order_items: [refund(large)], pickup_address: body.results[0]?.pk }
    expect((await caller.post(bulkPath, sent)).status).toBe(201)
  })
})

describe('trade-in links', () => {
  test('work once, in plain Turkish text', async () => {
    const item = findItem(orders, row => row.is_tradable)
    const path = `/users/order_item/${item.id}/tradein_approved/`
    expect((await new Caller(shop).get(path)).status).toBe(401)
    const first = await caller.get(path)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toContain('text/plain')
    expect(first.text).toContain('onayınız')
    expect((await caller.get(path)).status).toBe(404)
    expect((await caller.get(`/users/order_item/${item.id}/tradein_rejected/`)).status).toBe(404)
  })

  test('saying no needs no session', async () => {
    const item = findItem(orders, row => row.is_tradable)
    const path = `/users/order_item/${item.id}/tradein_rejected/`
    expect((await new Caller(shop).get(path)).status).toBe(200)
    const other = findItem(orders, row => !row.is_tradable)
    expect((await caller.get(`/users/order_item/${other.id}/tradein_rejected/`)).status).toBe(404)
  })
})
