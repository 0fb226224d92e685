import { expect, type Page, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from '../e2e/harness/app.ts'
import { button } from '../e2e/harness/by-name.ts'
import { oddOrders } from './harness/odd-orders.ts'
import { type Script, type ScriptedShop, scriptedShop } from './harness/scripted-shop.ts'

let profile: string
let app: RunningApp
let elsewhere: ScriptedShop
const open: ScriptedShop[] = []

test.beforeEach(async () => {
  elsewhere = await scriptedShop(() => ({}))
  open.push(elsewhere)
  profile = await newProfile()
  app = await startApp(profile)
})

test.afterEach(async () => {
  await app.kill()
  for (const shop of open.splice(0)) await shop.close()
  await removeProfile(profile)
})

/** A shop with a user and whatever else the script answers. */
async function connectTo(script: Script): Promise<ScriptedShop> {
  const shop = await scriptedShop((url, request, body) =>
    url.pathname === '/current_user/' ? { pk: 7, email: 'deniz@shop.example' } : script(url, request, body),
  )
  open.push(shop)
  const { page } = app
  await page.getByTestId('connect-commerce-url').fill(shop.url)
  await page.getByTestId('connect-session-id').fill('pasted-session')
  await page.getByTestId('connect-customer-submit').click()
  await expect(page.getByTestId('nav-orders')).toBeVisible()
  return shop
}

const count = (page: Page) => page.getByTestId('list-count')

test('rows of every odd kind are listed, opened and counted, and nobody else is ever asked', async () => {
  const rows = oddOrders(elsewhere.url)
  const unreadable = [null, 'satır', 7, {}, ['a']]
  await connectTo(({ pathname, searchParams }) => {
    if (pathname !== '/users/orders/') return undefined
    const isFirst = searchParams.get('page') === '1'
    const results = isFirst ? [...rows, ...unreadable, rows[0]] : []
    return { count: 4711, next: isFirst ? `${elsewhere.url}/users/orders/?page=2` : null, previous: null, results }
  })
  const { page } = app
  await expect(count(page)).toHaveAttribute('data-count', String(rows.length))
  await expect(page.getByTestId('list-unreadable')).toHaveAttribute('data-count', String(unreadable.length))
  const ids = await page.getByTestId('order-row').evaluateAll(all => all.map(row => row.getAttribute('data-id')))
  expect(ids).toContain('18446744073709551617')
  for (const id of ids) {
    await page.locator(`[data-testid=order-row][data-id="${id}"]`).click()
    await expect(page.getByTestId('order-detail')).toBeVisible()
  }
  await page.locator('[data-testid=order-row][data-id="x-10"]').click()
  await expect(page.locator('[data-order-item="9002"]').getByTestId('line-why-not')).toBeVisible()
  await expect(page.getByTestId('order-detail').locator('img')).toHaveCount(0)
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
  expect(elsewhere.seen).toEqual([])
})

test('amounts are shown as sent, and none is made up', async () => {
  const rows = oddOrders(elsewhere.url)
  await connectTo(({ pathname }) => (pathname === '/users/orders/' ? rows : undefined))
  const { page } = app
  await expect(count(page)).toHaveAttribute('data-count', String(rows.length))
  const text = (id: string) => page.locator(`[data-testid=order-row][data-id="${id}"]`).innerText()
  expect(await text('3')).toContain('1e3')
  expect(await text('5')).toContain('1.234,56')
  for (const id of ['2', '0']) expect(await text(id)).not.toMatch(/\b0[.,]00\b/)
})

test('odd old orders, requests and pending orders are listed and opened as well', async () => {
  const { page } = app
  const shop = await connectTo(({ pathname }) => {
    if (pathname === '/users/old-orders/')
      return [
        { id: 5, number: 12345, status: 'pasive', amount: 10.5, shipping_address: 'metin', oldorderitem_set: null },
        { id: 6, status: null, currency: null, oldorderitem_set: [{ anything: { deep: true } }, 'satır', null] },
        null,
      ]
    if (pathname === '/users/orders/cancellation_requests/')
      return {
        count: -3,
        results: [
          { id: 6, uuid: 'same', cancellation_type: { value: 'cancel', label: 'İptal' }, status: {}, order_item: 9001 },
          { id: 5, uuid: 'same', cancellation_type: 'refund', status: 'Beklemede', reason: '', easy_return: [] },
          { id: 0, status: { value: 'open', label: null }, easy_return: { code: 14223, tracking_url: elsewhere.url } },
        ],
      }
    if (pathname === '/users/orders/') return oddOrders(elsewhere.url)
    if (pathname === '/api/i1/orders/')
      return {
        count: 2,
        next: `${elsewhere.url}/api/i1/orders/?page=2`,
        results: [
          { id: 32, number: 'a', status: '450', orderitem_set: [{ id: 118, cancel_status: null }] },
          {
            id: 33,
            number: 'b',
            status: 450,
            customer: 7,
            orderitem_set: [{ id: 119, cancel_status: 'waiting', price: 2 }],
          },
          {
            pk: 34,
            status: {},
            orderitem_set: [{ id: 120, cancel_status: 'waiting' }],
            channel: { conf: { server: elsewhere.url } },
          },
        ],
      }
    return undefined
  })
  const openEach = async (list: string, row: string, detail: string, expected: number) => {
    await page.getByTestId(list).click()
    await expect(count(page)).toHaveAttribute('data-count', String(expected))
    for (let n = 0; n < expected; n += 1) {
      await page.getByTestId(row).nth(n).click()
      await expect(page.getByTestId(detail)).toBeVisible()
    }
  }
  await openEach('nav-old-orders', 'old-order-row', 'old-order-detail', 2)
  await expect(page.getByTestId('list-unreadable')).toHaveAttribute('data-count', '1')
  await openEach('nav-requests', 'request-row', 'request-detail', 3)
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.addAccount').click()
  await page.getByTestId('connect-omnitron-url').fill(shop.url)
  await page.getByTestId('connect-staff-token').fill('pasted-token')
  await page.getByTestId('connect-staff-submit').click()
  await openEach('nav-pending', 'pending-row', 'pending-detail', 2)
  expect(elsewhere.seen).toEqual([])
})

const envelopes: readonly (readonly [string, (rows: unknown[], page: number) => unknown])[] = [
  ['a bare array', rows => rows],
  ['wrapped in data', rows => ({ data: { count: 1, results: rows } })],
  ['without next and count', (rows, page) => ({ results: page === 1 ? rows : [] })],
  ['with a next that always points to itself', rows => ({ count: 2, next: 'http://127.0.0.1/?page=1', results: rows })],
  ['with a count that is text', (rows, page) => ({ count: '9999', next: page === 1 ? 'x' : null, results: rows })],
]
for (const [name, answer] of envelopes) {
  test(`a list ${name} has its two rows`, async () => {
    const rows = [1, 2].map(id => ({ id, number: `N${id}`, status: {}, orderitem_set: [] }))
    await connectTo(({ pathname, searchParams }) =>
      pathname === '/users/orders/' ? answer(rows, Number(searchParams.get('page') ?? 1)) : undefined,
    )
    await expect(count(app.page)).toHaveAttribute('data-count', '2')
    await expect(app.page.getByTestId('order-row')).toHaveCount(2)
  })
}

for (const [name, answer] of [
  ['{}', {}],
  ['results null', { count: 0, results: null }],
  ['an empty array', []],
] as const) {
  test(`an answer of ${name} is an empty list, not an error`, async () => {
    await connectTo(({ pathname }) => (pathname === '/users/orders/' ? answer : undefined))
    await expect(count(app.page)).toHaveAttribute('data-count', '0')
    await expect(app.page.getByTestId('list-empty')).toHaveAttribute('data-empty', 'nothing')
  })
}

test('a portal’s page is never an empty list', async () => {
  let isPortal = false
  await connectTo(({ pathname }) => {
    if (isPortal) return '<html><body>Wi-Fi’ye hoş geldiniz</body></html>'
    return pathname === '/users/orders/' ? [{ id: 1, number: 'N1' }] : undefined
  })
  await expect(count(app.page)).toHaveAttribute('data-count', '1')
  isPortal = true
  await app.page.getByTestId('refresh').click()
  await expect(app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
  await expect(count(app.page)).toHaveAttribute('data-count', '1')
})

/** How far right each of these signs is drawn, in the first text of the element that holds them all. */
const placesOf = (page: Page, testId: string, text: string) =>
  page
    .getByTestId(testId)
    .first()
    .evaluate((root, wanted) => {
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const begin = node.nodeValue?.indexOf(wanted) ?? -1
        if (begin < 0) continue
        return [...wanted].map((_, at) => {
          const range = document.createRange()
          range.setStart(node, begin + at)
          range.setEnd(node, begin + at + 1)
          return range.getBoundingClientRect().left
        })
      }
      return null
    }, text)

test('texts that run the other way turn nothing beside them', async () => {
  const item = { id: 9001, status: {}, price: '10.00', quantity: '2', is_cancellable: true }
  const row = {
    id: 1,
    number: '2745403029312170',
    created_date: '2024-10-24T09:32:05.544358Z',
    amount: '99.99',
    status: { value: '996', label: 'Bekliyor\u202e' },
    currency: { value: 'try', label: 'TL' },
    is_cancellable: true,
    orderitem_set: [
      { ...item, product: { name: 'قميص أبيض' } },
      { ...item, id: 9002, product: { name: 'Gömlek\u202e' } },
    ],
    shipping_address: {
      first_name: 'Ali\u202e',
      last_name: 'Yılmaz',
      line: 'Moda Cad. 12\u202b',
      township: { name: 'شارع' },
      city: { name: 'İstanbul' },
      postcode: '34710',
    },
  }
  await connectTo(({ pathname }) => {
    if (pathname === '/users/orders/1/') return row
    return pathname === '/users/orders/' ? { count: 1, next: null, previous: null, results: [row] } : undefined
  })
  const { page } = app
  await page.getByTestId('order-row').click()
  await expect(page.getByTestId('order-detail')).toBeVisible()
  for (const [testId, text] of [
    ['order-row', 'Bekliyor'],
    ['order-row', '99'],
    ['order-detail', 'Moda Cad. 12'],
    ['order-detail', 'İstanbul'],
    ['order-detail', '34710'],
    ['order-detail', 'Yılmaz'],
    ['order-detail', 'Gömlek'],
  ] as const) {
    const places = (await placesOf(page, testId, text)) ?? []
    expect(new Set(places).size, `${testId}: ${text} is drawn`).toBeGreaterThan(1)
    expect(places, `${testId}: ${text}`).toEqual(places.toSorted((a, b) => a - b))
  }
  // The township stands between what stands before and after it.
  const [city = 0] = (await placesOf(page, 'order-detail', 'İstanbul')) ?? []
  const [postcode = 0] = (await placesOf(page, 'order-detail', '34710')) ?? []
  const township = (await placesOf(page, 'order-detail', 'شارع')) ?? []
  expect(Math.max(...township)).toBeLessThan(city)
  expect(city).toBeLessThan(postcode)
})
