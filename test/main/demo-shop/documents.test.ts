import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import {
  type Caller,
  findItem,
  type Order,
  type Page,
  piecesOf,
  type Row,
  readAll,
  signedIn,
  staffHeaders,
} from './client.ts'
import * as keys from './documented-keys.ts'

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
const sorted = (value: unknown) => Object.keys(value as Row).sort()
const same = (list: readonly string[]) => [...list].sort()
const kurus = (text: unknown) => Math.round(Number(text) * 100)

let shop: DemoShop
let caller: Caller
let orders: Order[]

beforeAll(async () => {
  shop = await startDemoShop()
  caller = await signedIn(shop)
  orders = await readAll(caller, '/users/orders/')
})
afterAll(() => shop.stop())

describe('the rows have the documented keys', () => {
  test('an order in the list, in detail and in the cancellation view', async () => {
    const id = orders[2]?.id
    const detail = await caller.get<Order>(`/users/orders/${id}/`)
    const cancellation = await caller.get<Order>(`/users/orders/${id}/cancellation/`)
    expect(sorted(orders[2])).toEqual(same(keys.listKeys))
    expect(sorted(detail.body)).toEqual(same(keys.detailKeys))
    expect(sorted(cancellation.body)).toEqual(same(keys.listKeys))
    const [several, single] = detail.body.orderitem_set
    expect(sorted(single)).toEqual(same(keys.itemKeys))
    expect(sorted(several)).toEqual(same([...keys.itemKeys, 'quantity', 'unit_price', 'total_amount']))
    expect(sorted(cancellation.body.orderitem_set[1])).toEqual(same(keys.cancellationItemKeys))
    expect(sorted(single?.product)).toEqual(same(keys.productKeys))
    const address = detail.body['shipping_address'] as Row
    expect(sorted(address)).toEqual(same(keys.addressKeys))
    expect(sorted(address['user'])).toEqual(same(keys.userKeys))
  })

  test('a request, a reason, an old order and the current user', async () => {
    const requests = await caller.get<Page>('/users/orders/cancellation_requests/')
    const reasons = await caller.get<Page>('/users/orders/cancellation_reasons/')
    const old = await caller.get<Page>('/users/old-orders/')
    const user = await caller.get('/current_user/')
    for (const row of requests.body.results) expect(sorted(row)).toEqual(same(keys.requestKeys))
    for (const row of reasons.body.results) expect(sorted(row)).toEqual(same(keys.reasonKeys))
    for (const row of old.body.results) expect(sorted(row)).toEqual(same(keys.oldOrderKeys))
    expect(sorted(user.body)).toEqual(same(keys.currentUserKeys))
    const refund = requests.body.results.find(row => row['easy_return'])
    expect(sorted(refund?.['easy_return'])).toEqual(same(keys.easyReturnKeys))
    const one = await caller.get(`/users/old-orders/${old.body.results[0]?.id}/`)
    expect(one.body).toEqual(old.body.results[0])
  })

  test('an Omnitron order', async () => {
    const headers = await staffHeaders(shop)
    const { body } = await caller.get<Page>('/api/i1/orders/?cancel_status=waiting', headers)
    for (const order of body.results) {
      expect(sorted(order)).toEqual(same(keys.staffOrderKeys))
      expect(sorted(order['shipping_address'])).toEqual(same(keys.staffAddressKeys))
      for (const item of order.orderitem_set) expect(sorted(item)).toEqual(same(keys.staffItemKeys))
      expect(typeof order.status).toBe('string')
      expect(order['date_placed']).toMatch(iso)
    }
  })
})

describe('the values are written as documented', () => {
  test('enums, money and dates', () => {
    for (const order of orders) {
      expect(order.status).toEqual({ value: expect.stringMatching(/^\d+$/), label: expect.any(String) })
      expect(order['currency']).toEqual({ value: 'try', label: 'TL' })
      for (const key of ['amount', 'discount_amount', 'shipping_amount', 'refund_amount']) {
        expect(order[key]).toMatch(/^\d+\.\d\d$/)
      }
      expect(order.created_date).toMatch(iso)
      expect(order.number).toMatch(/^\d{16}$/)
    }
  })

  test('the amounts add up', () => {
    for (const order of orders) {
      const items = order.orderitem_set.reduce((sum, item) => sum + kurus(item.price), 0)
      const partlyReturned = order.orderitem_set.some(
        item => item['total_amount'] && item.price !== item['total_amount'],
      )
      expect(partlyReturned).toBe(false)
      expect(items + kurus(order.shipping_amount)).toBe(kurus(order.amount_without_discount))
      expect(kurus(order.amount_without_discount) - kurus(order.discount_amount)).toBe(kurus(order.amount))
      expect(order.discountitem_set.reduce((sum, row) => sum + kurus(row.amount), 0)).toBe(kurus(order.discount_amount))
      expect(kurus(order.refund_amount)).toBeLessThanOrEqual(kurus(order.amount))
      if (order.status.value === '100') expect(order.refund_amount).toBe(order.amount)
    }
  })

  test('labels follow the language', async () => {
    const english = await caller.get<Page>('/users/orders/?limit=1', { 'accept-language': 'en-us' })
    expect(orders[0]?.status.label).toBe('Bekliyor')
    expect(english.body.results[0]?.status.label).toBe('Waiting')
  })
})

describe('the shop is worth looking at', () => {
  test('every status occurs, and plenty can be cancelled or refunded', () => {
    const statuses = new Set(orders.map(order => order.status.value))
    expect([...statuses].sort()).toEqual(['100', '200', '400', '450', '50', '500', '550', '600'])
    const items = orders.flatMap(order => order.orderitem_set)
    expect(items.filter(item => item.is_cancellable).length).toBeGreaterThan(20)
    expect(items.filter(item => item.is_refundable).length).toBeGreaterThan(50)
    expect(items.filter(item => piecesOf(item) > 1).length).toBeGreaterThan(10)
    const ways = new Set(items.map(({ quantity, attributes }) => typeof (quantity ?? attributes['quantity'])))
    expect(ways).toEqual(new Set(['undefined', 'string', 'number']))
    expect(items.some(({ attributes }) => /^\d+\.000$/.test(String(attributes['quantity'])))).toBe(true)
  })

  test('the newest orders have a line for every rule', () => {
    const newest = orders.slice(0, 5)
    expect(findItem(newest, item => item.is_cancellable && piecesOf(item) > 1)).toBeDefined()
    expect(findItem(newest, item => item.is_refundable && item.product.base_code.startsWith('MBL'))).toBeDefined()
    expect(findItem(newest, item => item.is_tradable)).toBeDefined()
    const refundable = findItem(newest, item => item.is_refundable)
    expect(refundable.available_easy_return_shipping_companies[0]).toEqual({
      pk: 1,
      shipping_company: { value: 'yurtici', label: 'Yurtiçi Kargo' },
      name: expect.any(String),
    })
  })

  test('a product picture is a PNG of the same origin', async () => {
    const { image } = findItem(orders, item => item.product.image !== null).product
    expect(image?.startsWith(shop.commerceUrl)).toBe(true)
    const response = await fetch(image ?? '')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })
})
