import { expect, test } from '@playwright/test'
import { lira } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import type { OrderRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const path = '/users/orders/'

/** The second page can't be had, so that this computer knows the 100 newest orders and the shop 130. */
const shared = sharedApp({ orders: 130, oldOrders: 0, pending: 0 }, async ({ app, shop, front }) => {
  front.rule = ({ path: at, query }, pass) =>
    at === path && query.get('page') === '2' ? new Response('', { status: 503 }) : pass()
  await connectCustomer(app.page, shop, front.url)
  await expectCount(app.page, 100)
})

/** What the shop's own search was asked for, once for each time. */
const searches = () =>
  shared.shop.log.flatMap(call => new URL(call.path, shared.shop.commerceUrl).searchParams.getAll('search'))

test('an order that is not on this computer is found at the shop by its number, and stays', async () => {
  const { page } = shared.app
  const order = (await (await ShopView.ofCustomer(shared.shop)).all<OrderRow>(path)).at(-1)
  if (!order) throw new Error('no orders')
  await page.getByTestId('search-input').fill(order.number)
  await expectCount(page, 0)
  expect(searches()).toEqual([])

  await page.getByTestId('search-at-shop').click()
  await expect(page.getByTestId('at-shop')).toHaveAttribute('data-found', '1')
  const row = page.getByTestId('order-row')
  await expect(row).toHaveCount(1)
  await expect(row).toHaveAttribute('data-id', String(order.id))
  await expect(row).toContainText(lira(order.amount))
  expect(searches()).toEqual([order.number])

  await row.click()
  await expect(page.getByTestId('order-line')).toHaveCount(order.orderitem_set.length)
  await page.getByTestId('search-input').fill('')
  await expectCount(page, 101)
})

test('a number that the shop does not have is said to be missing there', async () => {
  const { page } = shared.app
  await page.getByTestId('search-input').fill('9999999999999999')
  await page.getByTestId('search-at-shop').click()
  await expect(page.getByTestId('at-shop-nothing')).toContainText('9999999999999999')
  await page.getByTestId('search-input').fill('')
})

test('words are no number, and the shop is not asked for them', async () => {
  const { page } = shared.app
  await page.getByTestId('search-input').fill('olmayan')
  await expectCount(page, 0)
  await expect(page.getByTestId('search-at-shop')).toHaveCount(0)
  await page.getByTestId('search-input').fill('')
})
