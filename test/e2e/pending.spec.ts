import { expect, type Locator, test } from '@playwright/test'
import { button, field } from './harness/by-name.ts'
import { lira } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import type { OrderRow, PendingRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, connectStaff, expectCount } from './harness/steps.ts'

const path = '/api/i1/orders/'
const query = 'cancel_status=waiting'
const hourMs = 3_600_000
const dayMs = 24 * hourMs

const shared = sharedApp({ orders: 60, oldOrders: 0, pending: 24 }, async ({ app, shop }) => {
  await connectCustomer(app.page, shop)
  await expectCount(app.page, 60)
  await app.page.getByTestId('nav-settings').click()
  await button(app.page, 'settings.addAccount').click()
  await connectStaff(app.page, shop)
  await app.page.getByTestId('nav-pending').click()
  await expect(app.page.getByTestId('pending-row').first()).toBeVisible()
})

const listed = async () => (await ShopView.ofStaff(shared.shop)).all<PendingRow>(path, query)
const isWaiting = ({ orderitem_set: items }: PendingRow): boolean =>
  items.some(item => item.cancel_status === 'waiting')
const waiting = async () => (await listed()).filter(isWaiting)
const rowOf = ({ number }: { readonly number: string }): Locator =>
  shared.app.page.locator(`[data-testid=pending-row][data-order-number="${number}"]`)
const numbersOnScreen = (): Promise<(string | null)[]> =>
  shared.app.page.getByTestId('pending-row').evaluateAll(rows => rows.map(row => row.getAttribute('data-order-number')))

test.beforeEach(() => shared.app.page.getByTestId('nav-pending').click())

test('the list is what the shop lists as waiting, and the orders in which nothing waits stand apart', async () => {
  const all = await listed()
  const rows = all.filter(isWaiting)
  expect(rows.length).toBeLessThan(all.length)
  await expectCount(shared.app.page, rows.length)
  for (const order of rows.slice(0, 6)) {
    await shared.app.page.getByTestId('search-input').fill(order.number)
    const row = rowOf(order)
    await expect(row).toContainText(lira(order.amount))
    await expect(row).toContainText(`${order.customer.first_name} ${order.customer.last_name}`)
    const count = order.orderitem_set.filter(item => item.cancel_status === 'waiting').length
    await expect(row).toContainText(`${count}/${order.orderitem_set.length} waiting`)
  }
  await shared.app.page.getByTestId('search-input').fill('')
  const apart = shared.app.page.getByTestId('pending-without-waiting')
  await expect(apart).toHaveAttribute('data-count', String(all.length - rows.length))
  await apart.locator('summary').click()
  await expect(apart.getByTestId('pending-row')).toHaveCount(all.length - rows.length)
  for (const order of all.filter(each => !isWaiting(each))) await expect(rowOf(order)).toContainText('nothing waits')
  await apart.locator('summary').click()
  await expect(apart.getByTestId('pending-row')).toHaveCount(0)
})

test('status, channel and age filter as the shop’s data does', async () => {
  const { page } = shared.app
  const rows = await waiting()
  for (const status of new Set(rows.map(row => row.status))) {
    await field(page, 'filter.status').selectOption(status)
    await expectCount(page, rows.filter(row => row.status === status).length)
  }
  await field(page, 'filter.status').selectOption('')
  await button(page, 'filter.more').click()
  await page.getByTestId('filter-channel').selectOption('Shop')
  await expectCount(page, rows.filter(row => row.channel.name === 'Shop').length)
  await page.getByTestId('filter-waiting').selectOption('7')
  const old = rows.filter(row => Date.now() - Date.parse(row.date_placed) > 7 * dayMs)
  expect(old.length).toBeGreaterThan(0)
  expect(old.length).toBeLessThan(rows.length)
  await expectCount(page, old.length)
  await button(page, 'filter.clear').click()
  await expectCount(page, rows.length)
})

test('sorted by the longest wait, one order after the other is walked through', async () => {
  const { page } = shared.app
  const byAge = (await waiting()).toSorted((one, other) => Date.parse(one.date_placed) - Date.parse(other.date_placed))
  await field(page, 'filter.sort').selectOption('oldest')
  const inOrder = byAge.map(row => row.number)
  await expect.poll(async () => (await numbersOnScreen()).slice(0, 5)).toEqual(inOrder.slice(0, 5))
  await page.getByTestId('pending-row').first().click()
  const detail = page.getByTestId('pending-detail')
  for (const [place, order] of byAge.slice(0, 4).entries()) {
    await expect(detail).toHaveAttribute('data-order-number', order.number)
    await expect(page.getByTestId('walk-place')).toHaveText(`${place + 1} of ${byAge.length}`)
    const lines = detail.getByTestId('pending-line')
    await expect(lines).toHaveCount(order.orderitem_set.length)
    for (const item of order.orderitem_set) {
      const line = detail.locator(`[data-testid=pending-line][data-order-item="${item.id}"]`)
      await expect(line).toHaveAttribute('data-cancel-status', item.cancel_status ?? '')
      await expect(line).toContainText(item.product_sku)
      await expect(line).toContainText(lira(item.price))
    }
    await button(page, 'walk.next').click()
  }
  await button(page, 'walk.previous').click()
  await expect(detail).toHaveAttribute('data-order-number', inOrder[3] ?? '')
  await field(page, 'filter.sort').selectOption('newest')
})

test('an order that the customer’s account has, too, is one click away; any other offers no such step', async () => {
  const { page } = shared.app
  const view = await ShopView.ofCustomer(shared.shop)
  const numbers = new Set((await view.all<OrderRow>('/users/orders/')).map(order => order.number))
  const rows = await waiting()
  const own = rows.find(row => numbers.has(row.number))
  const other = rows.find(row => !numbers.has(row.number))
  if (!own || !other) throw new Error('one of the two kinds is missing')
  await page.getByTestId('search-input').fill(other.number)
  await rowOf(other).click()
  const opener = page.getByTestId('pending-other-side')
  await expect(page.getByTestId('pending-detail')).toHaveAttribute('data-order-number', other.number)
  await expect(opener).toHaveCount(0)
  await page.getByTestId('search-input').fill(own.number)
  await rowOf(own).click()
  await opener.click()
  await expect(page.getByTestId('order-detail')).toHaveAttribute('data-order-number', own.number)
  await page.getByTestId('nav-pending').click()
  await page.getByTestId('search-input').fill('')
})

test('what the shop has decided leaves the list, and the open order says so', async () => {
  const { page } = shared.app
  const before = await waiting()
  shared.shop.advance(3 * hourMs + 60_000)
  const after = await waiting()
  const gone = before.find(row => !after.some(({ id }) => id === row.id))
  if (!gone) throw new Error('nothing was decided')
  await page.getByTestId('search-input').fill(gone.number)
  await rowOf(gone).click()
  await page.getByTestId('search-input').fill('')
  await page.getByTestId('refresh').click()
  await expectCount(page, after.length)
  await expect(page.getByTestId('pending-gone')).toContainText('Decided, or no longer pending')
  await expect(rowOf(gone)).toHaveCount(0)
})
