import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { Caller, type Page, signedIn } from './client.ts'

let shop: DemoShop
beforeAll(async () => {
  shop = await startDemoShop({ orders: 30 })
})
afterAll(() => shop.stop())

describe('signing in', () => {
  test('hands out a session cookie that scripts cannot read and a new CSRF token', async () => {
    const caller = new Caller(shop)
    await caller.get('/csrf_token/')
    const before = caller.cookies.get('csrftoken')
    const answer = await caller.post<{ key: string }>('/users/login/', shop.customer)
    expect(answer.status).toBe(200)
    expect(answer.body.key).toMatch(/^\w+$/)
    const session = answer.headers.getSetCookie().find(line => line.startsWith('osessionid='))
    expect(session).toMatch(/^osessionid=\w+; Max-Age=1209600; Path=\/; HttpOnly/)
    expect(caller.cookies.get('csrftoken')).not.toBe(before)
    expect((await caller.get('/current_user/')).body['email']).toBe(shop.customer.email)
  })

  test('a wrong password is a 400 with a list', async () => {
    const caller = new Caller(shop)
    const answer = await caller.signIn({ email: shop.customer.email, password: 'yanlış' })
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ non_field_errors: [expect.any(String)] })
    expect((await caller.signIn({ email: '', password: 'x' })).body).toEqual({ email: [expect.any(String)] })
  })

  test('captcha, one-time code and throttle each answer in their own way', async () => {
    const ask = (email: string) => new Caller(shop).signIn({ email, password: 'x' })
    const captcha = await ask('captcha@demo.example')
    expect(captcha.status).toBe(200)
    expect(captcha.body['redirect_url']).toContain('captcha')
    expect(captcha.body).not.toHaveProperty('key')
    expect((await ask('otp@demo.example')).status).toBe(202)
    const throttled = await ask('throttled@demo.example')
    expect(throttled.status).toBe(429)
    expect(throttled.headers.get('retry-after')).toBe('60')
  })

  test('each customer sees their own orders only', async () => {
    const [main, ayse, kemal] = await Promise.all(
      shop.customers.map(async credentials => {
        const caller = new Caller(shop)
        await caller.signIn(credentials)
        return caller
      }),
    )
    const counts = await Promise.all([main, ayse, kemal].map(caller => caller?.get<Page>('/users/orders/')))
    expect(counts.map(answer => answer?.body.count)).toEqual([30, 7, 0])
    const foreign = counts[0]?.body.results[0]?.id
    expect((await ayse?.get(`/users/orders/${foreign}/`))?.status).toBe(404)
    expect((await ayse?.get(`/users/orders/${foreign}/cancellation/`))?.body).toEqual({ detail: expect.any(String) })
  })
})

describe('the session', () => {
  test('every list answers 401 without one', async () => {
    const caller = new Caller(shop)
    for (const path of [
      '/users/orders/',
      '/users/orders/940000/',
      '/users/orders/cancellation_reasons/',
      '/users/old-orders/',
      '/current_user/',
      '/address/',
    ]) {
      const answer = await caller.get(path)
      expect(answer.status).toBe(401)
      expect(answer.body).toEqual({ detail: expect.any(String) })
    }
  })

  test('ends after fourteen days of the shop clock', async () => {
    const other = await startDemoShop({ orders: 5 })
    const caller = await signedIn(other)
    other.advance(13 * 86_400_000)
    expect((await caller.get('/current_user/')).status).toBe(200)
    other.advance(2 * 86_400_000)
    expect((await caller.get('/current_user/')).status).toBe(401)
    await other.stop()
  })

  test('signing out takes a page with a form and then the form', async () => {
    const caller = await signedIn(shop)
    const page = await caller.post('/users/logout', '')
    expect(page.text).toContain('csrfmiddlewaretoken')
    expect((await caller.get('/current_user/')).status).toBe(200)
    const session = caller.cookies.get('osessionid') ?? ''
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const done = await caller.post('/users/logout', `csrfmiddlewaretoken=${caller.cookies.get('csrftoken')}`, form)
    expect(done.status).toBe(302)
    caller.cookies.set('osessionid', session)
    expect((await caller.get('/current_user/')).status).toBe(401)
  })
})

describe('the CSRF rule', () => {
  test('refuses a write without the header, with a page or with JSON as the caller asks', async () => {
    const caller = await signedIn(shop)
    const path = '/users/orders/cancellation_requests/'
    const json = await caller.post(path, {}, { 'x-csrftoken': 'başka'.replace('ş', 's') })
    expect(json.status).toBe(403)
    expect(json.body).toEqual({ detail: expect.any(String) })
    const page = await caller.post(path, {}, { 'x-csrftoken': '', accept: 'text/html' })
    expect(page.status).toBe(403)
    expect(page.headers.get('content-type')).toContain('text/html')
  })
})

test('addresses can be read down to the district', async () => {
  const caller = await signedIn(shop)
  const { body } = await caller.get<Page>('/address/')
  expect(body.count).toBe(3)
  const cities = (await caller.get<Page>('/address/city/?country=1')).body.results as unknown as { pk: number }[]
  const towns = (await caller.get<Page>(`/address/township/?city=${cities[0]?.pk}`)).body.results as unknown as {
    pk: number
  }[]
  const districts = (await caller.get<Page>(`/address/district/?township=${towns[0]?.pk}`)).body
  expect(districts.count).toBeGreaterThan(0)
})

test('a missing slash is redirected on this host, an unknown path is a page', async () => {
  const caller = await signedIn(shop)
  const answer = await caller.get('/users/orders?page=2')
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/users/orders/?page=2'])
  expect((await caller.get('//kotu.example')).status).toBe(404)
  expect((await caller.get('/yok/')).headers.get('content-type')).toContain('text/html')
})
