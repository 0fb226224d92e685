import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { type Caller, type Order, type Page, readAll, signedIn } from './client.ts'

const now = () => Date.parse('2026-03-01T12:00:00Z')

let shop: DemoShop
let caller: Caller
let orders: Order[]
beforeAll(async () => {
  shop = await startDemoShop({ now })
  caller = await signedIn(shop)
  orders = await readAll(caller, '/users/orders/')
})
afterAll(() => shop.stop())

describe('the order list', () => {
  test('has every order once, newest first', () => {
    expect(orders).toHaveLength(240)
    expect(new Set(orders.map(order => order.id)).size).toBe(240)
    expect(new Set(orders.map(order => order.number)).size).toBe(240)
    const dates = orders.map(order => order.created_date)
    expect(dates).toEqual([...dates].sort().reverse())
  })

  test('pages by twelve, by the limit asked for, and by a hundred at most', async () => {
    const page = async (query: string) => (await caller.get<Page>(`/users/orders/${query}`)).body
    expect((await page('')).results).toHaveLength(12)
    expect((await page('?limit=5&page=48')).results).toHaveLength(5)
    expect((await page('?limit=1000')).results).toHaveLength(100)
    expect((await page('?limit=abc')).results).toHaveLength(12)
  })

  test('links to its neighbours with whole addresses', async () => {
    const { body } = await caller.get<Page>('/users/orders/?limit=100&page=2')
    expect(body.next).toBe(`${shop.commerceUrl}/users/orders/?limit=100&page=3`)
    expect(body.previous).toBe(`${shop.commerceUrl}/users/orders/?limit=100&page=1`)
    expect((await caller.get<Page>('/users/orders/?limit=100&page=3')).body.next).toBeNull()
  })

  test('a page beyond the end is a 404', async () => {
    for (const query of ['?page=21', '?page=0', '?page=x']) {
      const answer = await caller.get(`/users/orders/${query}`)
      expect(answer.status).toBe(404)
      expect(answer.body).toEqual({ detail: expect.any(String) })
    }
  })

  test('filters agree with what the rows say', async () => {
    const ids = async (query: string) => (await readAll(caller, `/users/orders/?${query}`)).map(order => order.id)
    const expected = (keep: (order: Order) => boolean) => orders.filter(keep).map(order => order.id)
    const wanted = orders[33]
    expect(await ids(`search=${wanted?.number}`)).toEqual([wanted?.id])
    for (const status of ['550', '100', '50', '400']) {
      expect(await ids(`status=${status}`)).toEqual(expected(order => order.status.value === status))
    }
    const month = new Date(now() - 30 * 86_400_000).toISOString()
    expect(await ids('last_month=true')).toEqual(expected(order => order.created_date >= month))
    const range = 'created_date__gte=2025-06-01&created_date__lte=2025-09-01'
    expect(await ids(range)).toEqual(
      expected(({ created_date: date }) => date >= '2025-06-01' && date <= '2025-09-01T00:00:00'),
    )
    expect((await caller.get('/users/orders/?created_date__gte=dün')).status).toBe(400)
  })

  test('requests come newest first and agree with their items', async () => {
    const requests = await readAll(caller, '/users/orders/cancellation_requests/')
    const ids = requests.map(request => request.id)
    expect(ids).toEqual([...ids].sort((one, other) => other - one))
    const inOrders = orders.flatMap(order => order.orderitem_set.flatMap(item => item.cancellationrequest_set))
    expect(new Set(ids)).toEqual(new Set(inOrders.map(request => request['id'])))
  })

  test('old orders page like the others', async () => {
    const old = await readAll(caller, '/users/old-orders/')
    expect(old).toHaveLength(18)
    const dates = old.map(order => order.created_date)
    expect(dates).toEqual([...dates].sort().reverse())
    expect((await caller.get('/users/old-orders/999999/')).status).toBe(404)
  })
})

describe('the seed', () => {
  const snapshot = async (seed: number) => {
    const other = await startDemoShop({ now, seed, orders: 40, port: 0 })
    const rows = await readAll(await signedIn(other), '/users/orders/')
    await other.stop()
    // Pictures carry the port.
    return JSON.stringify(rows).replaceAll(other.commerceUrl, '')
  }

  test('gives the same shop again, and another seed gives another', async () => {
    const [first, second, third] = [await snapshot(7), await snapshot(7), await snapshot(8)]
    expect(first).toBe(second)
    expect(first).not.toBe(third)
  })
})

test('a hundred thousand orders page, search and filter to the last one', async () => {
  const large = await startDemoShop({ orders: 100_000 })
  const other = await signedIn(large)
  const page = async (path: string) => {
    const answer = await other.get<Page>(path)
    expect(answer.status).toBe(200)
    return answer.body
  }
  const first = await page('/users/orders/?limit=100')
  const last = await page('/users/orders/?limit=100&page=1000')
  expect(first.count).toBe(100_000)
  expect(first.results).toHaveLength(100)
  expect(last.results).toHaveLength(100)
  expect(last.next).toBeNull()
  expect((await page(`/users/orders/?search=${last.results[0]?.number}`)).count).toBe(1)
  expect((await page('/users/orders/?status=50')).count).toBeGreaterThan(0)
  await page('/users/orders/cancellation_requests/')
  await large.stop()
})
