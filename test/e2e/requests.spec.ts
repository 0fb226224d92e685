import { expect, type Locator, test } from '@playwright/test'
import { code128Bars } from '../../src-renderer/ui/format/code128.ts'
import { button, field } from './harness/by-name.ts'
import { factOf } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import type { OrderRow, RequestRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const path = '/users/orders/cancellation_requests/'
const hourMs = 3_600_000
const quietZone = 10

const shared = sharedApp({ orders: 130, oldOrders: 0, pending: 24 }, async ({ app, shop }) => {
  await connectCustomer(app.page, shop)
  await expectCount(app.page, 130)
})

const view = () => ShopView.ofCustomer(shared.shop)
const rowOf = (request: RequestRow): Locator =>
  shared.app.page.locator(`[data-testid=request-row][data-id="${request.id}"]`)

test.beforeEach(() => shared.app.page.getByTestId('nav-requests').click())

test('the list is the shop’s list, and its filters give what the shop’s data gives', async () => {
  const { page } = shared.app
  const requests = await (await view()).all<RequestRow>(path)
  await expectCount(page, requests.length)
  for (const request of requests.slice(0, 6)) {
    const row = rowOf(request)
    await expect(row).toHaveAttribute('data-order-item', String(request.order_item))
    await expect(row).toHaveAttribute('data-status', request.status.value)
    await expect(row).toContainText(
      `${request.cancellation_type === 'cancel' ? 'Cancellation' : 'Refund'} #${request.id}`,
    )
    await expect(row).toContainText(request.status.label)
    if (request.easy_return) await expect(row).toContainText(request.easy_return.code)
  }
  for (const status of new Set(requests.map(request => request.status.value))) {
    await field(page, 'filter.status').selectOption(status)
    await expectCount(page, requests.filter(request => request.status.value === status).length)
  }
  await field(page, 'filter.status').selectOption('')
  await button(page, 'filter.more').click()
  for (const type of ['cancel', 'refund']) {
    await page.getByTestId('filter-type').selectOption(type)
    await expectCount(page, requests.filter(request => request.cancellation_type === type).length)
  }
  const openRefunds = requests.filter(row => row.cancellation_type === 'refund' && row.status.value === 'open')
  await field(page, 'filter.status').selectOption('open')
  await expectCount(page, openRefunds.length)
  await page.getByTestId('filter-clear').click()
  await expectCount(page, requests.length)
})

test('a return code can be read, copied and scanned', async () => {
  const { app } = shared
  const request = (await (await view()).all<RequestRow>(path)).find(row => row.easy_return !== null)
  const back = request?.easy_return
  if (!request || !back) throw new Error('no request with a return code')
  await rowOf(request).click()
  const detail = app.page.getByTestId('request-detail')
  await expect(detail.getByTestId('easy-return-code')).toHaveText(back.code)
  await expect(detail).toContainText(back.shipping_company.label)
  await expect(factOf(detail, 'Tracking number')).toHaveText(back.tracking_number)

  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('before'))
  await detail.getByRole('button', { name: 'Copy the code' }).click()
  await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(back.code)

  const barcode = detail.getByTestId('easy-return-barcode')
  await expect(barcode).toHaveAccessibleName(`Barcode of the easy return code ${back.code}`)
  const drawn = await barcode
    .locator('rect[fill="#000"]')
    .evaluateAll(bars =>
      bars.map(bar => ({ x: Number(bar.getAttribute('x')), width: Number(bar.getAttribute('width')) })),
    )
  // That these bars scan as the code is proved beside the encoder; here, that they are the ones on the screen.
  expect(drawn).toEqual(code128Bars(back.code)?.bars.map(({ x, width }) => ({ x: x + quietZone, width })))
})

test('the order behind a request is one click away', async () => {
  const { page } = shared.app
  const shop = await view()
  const request = (await shop.all<RequestRow>(path)).find(row => row.status.value === 'rejected')
  const orders = await shop.all<OrderRow>('/users/orders/')
  const order = orders.find(row => row.orderitem_set.some(item => item.id === request?.order_item))
  if (!request || !order) throw new Error('no rejected request of a known order')
  await page.getByTestId('search-input').fill(String(request.id))
  await rowOf(request).click()
  const opener = page.getByTestId('request-open-order')
  await expect(opener).toContainText(order.number)
  await opener.click()
  await expect(page.getByTestId('order-detail')).toHaveAttribute('data-order-number', order.number)
  const line = page.locator(`[data-testid=order-line][data-order-item="${request.order_item}"]`)
  await expect(line.locator(`[data-request-id="${request.id}"]`)).toContainText('Rejected')
  await page.getByTestId('nav-requests').click()
  await page.getByTestId('search-input').fill('')
})

test('a decision at the shop is on the screen after a refresh', async () => {
  const { page } = shared.app
  const before = await (await view()).all<RequestRow>(path)
  shared.shop.advance(3 * hourMs + 60_000)
  const after = await (await view()).all<RequestRow>(path)
  const decided = after.filter(row => before.some(old => old.id === row.id && old.status.value !== row.status.value))
  expect(decided.length).toBeGreaterThan(0)
  await page.getByTestId('refresh').click()
  for (const request of decided) {
    await page.getByTestId('search-input').fill(String(request.id))
    await expect(rowOf(request)).toHaveAttribute('data-status', request.status.value)
  }
  await page.getByTestId('search-input').fill('')
})
