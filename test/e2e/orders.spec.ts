import { expect, test } from '@playwright/test'
import { button, field } from './harness/by-name.ts'
import { lira } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import type { OrderRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const path = '/users/orders/'
const shared = sharedApp({ orders: 130, oldOrders: 0, pending: 12 }, ({ app, shop }) => connectCustomer(app.page, shop))
const pagesAsked = () =>
  shared.shop.log
    .filter(call => call.path.startsWith(`${path}?`))
    .map(call => new URL(call.path, shared.shop.commerceUrl).searchParams.get('page'))

test.beforeEach(() => shared.app.page.getByTestId('nav-orders').click())

test('every page of the list is read, once each', async () => {
  await expectCount(shared.app.page, 130)
  expect(pagesAsked()).toEqual(['1', '2'])
})

test('a row says what the shop says, in the shop’s order', async () => {
  const { page } = shared.app
  const orders = await (await ShopView.ofCustomer(shared.shop)).all<OrderRow>(path)
  const rows = page.getByTestId('order-row')
  for (const [place, order] of orders.slice(0, 8).entries()) {
    const row = rows.nth(place)
    await expect(row).toHaveAttribute('data-id', String(order.id))
    await expect(row).toContainText(order.number)
    await expect(row).toContainText(lira(order.amount))
    await expect(row).toContainText(order.status.label)
    await expect(row).toContainText(order.orderitem_set[0]?.product.name ?? '')
    const more = order.orderitem_set.length - 1
    if (more > 0) await expect(row).toContainText(`+${more} more`)
  }
})

test('search, status and sorting give the rows that the shop’s own data gives', async () => {
  const { page } = shared.app
  const orders = await (await ShopView.ofCustomer(shared.shop)).all<OrderRow>(path)
  const named = orders.filter(order => order.orderitem_set.some(({ product }) => product.name.includes('Yağmurluk')))
  expect(named.length).toBeGreaterThan(0)
  await page.getByTestId('search-input').fill('yagmurluk')
  await expectCount(page, named.length)
  await page.getByTestId('search-input').fill('')

  const shipped = orders.filter(order => order.status.value === '500')
  await field(page, 'filter.status').selectOption('500')
  await expectCount(page, shipped.length)
  await expect(field(page, 'filter.status').locator('option:checked')).toHaveText(`Shipped (${shipped.length})`)
  await field(page, 'filter.sort').selectOption('oldest')
  await expect(page.getByTestId('order-row').first()).toHaveAttribute('data-id', String(shipped.at(-1)?.id))
  await button(page, 'filter.clear').click()
  await expect(page.getByTestId('order-row').first()).toHaveAttribute('data-id', String(orders.at(-1)?.id))

  const dearest = orders.toSorted((one, other) => Number(other.amount) - Number(one.amount))[0]
  await field(page, 'filter.sort').selectOption('amount-high')
  await expect(page.getByTestId('order-row').first()).toHaveAttribute('data-id', String(dearest?.id))
  await field(page, 'filter.sort').selectOption('newest')
})
