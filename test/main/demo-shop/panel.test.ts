import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DemoShop, type PanelState, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { answerNames } from '../../../src-main/demo-shop/faults/answers/answers.ts'
import { Caller, findItem, type Page, readAll, signedIn } from './client.ts'

let shop: DemoShop
beforeAll(async () => {
  shop = await startDemoShop({ orders: 5 })
})
afterAll(() => shop.stop())

const json = async (path: string, body?: unknown): Promise<PanelState> => {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await fetch(shop.panelUrl + path, init)).json() as Promise<PanelState>
}

/** Node's fetch does not let a caller choose the Host. */
function raw(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(shop.panelUrl)
    request({ method, hostname, port, path, headers }, answer => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

test('the page is whole in itself and lets nothing else in', async () => {
  await new Caller(shop).get('/users/orders/?search=<script>alert(1)</script>')
  const answer = await fetch(shop.panelUrl)
  const page = await answer.text()
  const rules = answer.headers.get('content-security-policy') ?? ''
  expect(rules).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'; form-action 'self'/)
  expect(page).toContain(`nonce="${/nonce-([^']+)/.exec(rules)?.[1]}"`)
  expect(page).not.toMatch(/<script/i)
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  expect(page).toContain(shop.customer.email)
})

test('breaks, heals and moves the clock as JSON', async () => {
  expect((await json('/state')).faults).toEqual([])
  expect((await json('/break', { kind: 'late', ms: 5, times: 3 })).faults).toEqual([{ kind: 'late', ms: 5, times: 3 }])
  expect((await json('/heal', {})).faults).toEqual([])
  const before = (await json('/state')).now
  expect((await json('/advance', { ms: 60_000 })).now - before).toBeGreaterThanOrEqual(60_000)
  expect(await json('/log')).toEqual(JSON.parse(JSON.stringify(shop.log)))
  expect(await json('/break', { kind: 'meteor' })).toHaveProperty('error')
  expect(await json('/advance', { ms: -1 })).toHaveProperty('error')
})

test('decides an open request at once, and no request twice', async () => {
  const caller = await signedIn(shop)
  const item = findItem(await readAll(caller, '/users/orders/'), row => row.is_cancellable)
  const { body } = await caller.post('/users/orders/cancellation_requests/', {
    order_item: item.id,
    reason: 1,
    cancellation_type: 'cancel',
  })
  const statusNow = async () =>
    (await caller.get<Page>('/users/orders/cancellation_requests/')).body.results.find(({ id }) => id === body['id'])
      ?.status.value
  expect(await statusNow()).toBe('open')
  expect(await json('/decide', { id: body['id'], outcome: 'perhaps' })).toHaveProperty('error')
  await json('/decide', { id: body['id'], outcome: 'reject' })
  expect(await statusNow()).toBe('rejected')
  expect(await json('/decide', { id: body['id'], outcome: 'complete' })).toHaveProperty('error')
  expect(await statusNow()).toBe('rejected')
})

test('the forms of the page do the same and lead back to it', async () => {
  const body = new URLSearchParams({ kind: 'throttled', retryAfter: '9', times: '2', path: '' })
  const answer = await fetch(`${shop.panelUrl}/break`, { method: 'POST', body, redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  expect(shop.faults).toEqual([{ kind: 'throttled', retryAfter: 9, times: 2 }])
  expect(await (await fetch(shop.panelUrl)).text()).toContain('Bozuk')
  await fetch(`${shop.panelUrl}/heal`, { method: 'POST' })
  expect(shop.faults).toEqual([])
})

test('every fault stands once on the page, in a group, and can be set by its form', async () => {
  const page = await (await fetch(shop.panelUrl)).text()
  const kinds = [...page.matchAll(/name="kind" value="([^"]+)"/g)].map(found => found[1] ?? '')
  expect(new Set(kinds).size).toBe(kinds.length)
  expect(kinds).toEqual(expect.arrayContaining([...answerNames, 'network-down', 'late', 'session-expired']))
  for (const id of ['transport', 'envelope', 'rows', 'errors', 'writes', 'sessions'])
    expect(page).toContain(`<section id="${id}">`)
  for (const kind of answerNames) {
    const body = new URLSearchParams({ kind, route: 'orders', times: '1' })
    expect((await fetch(`${shop.panelUrl}/break`, { method: 'POST', body, redirect: 'manual' })).status).toBe(303)
  }
  expect(shop.faults).toHaveLength(answerNames.length)
  expect(await json('/break', { kind: 'bom', route: 'everywhere' })).toHaveProperty('error')
  await json('/heal', {})
})

test('works while the shop itself is down', async () => {
  const down = await json('/break', { kind: 'network-down' })
  expect(down.up).toBe(false)
  expect((await json('/heal', {})).up).toBe(true)
  expect((await new Caller(shop).get('/csrf_token/')).status).toBe(200)
})

describe('pages of other sites', () => {
  test('are refused by their Origin', async () => {
    for (const origin of ['https://kotu.example', 'null', shop.commerceUrl]) {
      expect(await raw('POST', '/break', { origin })).toBe(403)
      expect(await raw('GET', '/state', { origin })).toBe(403)
    }
    expect(await raw('GET', '/state', { origin: shop.panelUrl })).toBe(200)
  })

  test('are refused by a Host that is not loopback', async () => {
    const { port } = new URL(shop.panelUrl)
    expect(await raw('GET', '/state', { host: `kotu.example:${port}` })).toBe(403)
    expect(await raw('GET', '/state', { host: '127.0.0.1.kotu.example' })).toBe(403)
    expect(await raw('GET', '/state', { host: `localhost:${port}` })).toBe(200)
  })
})
