import { expect, type Page, test } from '@playwright/test'
import { startAgain, startApp } from './harness/app.ts'
import { button, field } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import type { OrderRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, connectStaff, expectCount } from './harness/steps.ts'

const fresh = freshAppForEach({ orders: 30, oldOrders: 0, pending: 8 })

const linkTo = (number: string) => `counterside://order/${encodeURIComponent(number)}`
const ordersOf = async () => (await ShopView.ofCustomer(fresh.shop)).all<OrderRow>('/users/orders/')

async function connected(): Promise<Page> {
  const { page } = fresh.app
  await field(page, 'settings.language').selectOption('en')
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 30)
  return page
}

const expectOrder = (page: Page, number: string) =>
  expect(page.getByTestId('order-detail')).toHaveAttribute('data-order-number', number)

test('a start with a link opens its order', async () => {
  await connected()
  const [, , third] = await ordersOf()
  const number = third?.number ?? ''
  await fresh.app.quit()
  fresh.app = await startApp(fresh.profile, [linkTo(number)])
  await expectOrder(fresh.app.page, number)
})

test('a link while the app runs brings its window up and opens the order', async () => {
  const page = await connected()
  const [first, , , fourth] = await ordersOf()
  await page.getByTestId('nav-settings').click()
  await fresh.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  await startAgain(fresh.profile, [linkTo(fourth?.number ?? '')])
  await expectOrder(page, fourth?.number ?? '')
  await expect
    .poll(() => fresh.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true)
  await startAgain(fresh.profile, [linkTo(first?.number ?? '')])
  await expectOrder(page, first?.number ?? '')
})

test('a link that is no order’s says so, opens nothing and asks the shop nothing', async () => {
  const page = await connected()
  const [order] = await ordersOf()
  const number = order?.number ?? ''
  const before = fresh.shop.log.filter(call => call.method !== 'GET').length
  for (const link of [
    `counterside://order/${number}/cancel`,
    `counterside://order/${number}?refund=1`,
    `counterside://request/${number}`,
    'counterside://order/%3Cimg%20src%3Dx%3E',
    'counterside:javascript:alert(1)',
  ]) {
    await startAgain(fresh.profile, [link])
    await expect(page.getByTestId('link-refused')).toContainText(link)
    await expect(page.getByTestId('order-detail')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('link-refused')).toHaveCount(0)
  }
  expect(fresh.shop.log.filter(call => call.method !== 'GET')).toHaveLength(before)
})

test('an order that is not here is offered for a search, which can go on at the shop', async () => {
  const page = await connected()
  await startAgain(fresh.profile, [linkTo('9900112233445566')])
  await expect(page.getByTestId('link-unknown')).toContainText('9900112233445566')
  await button(page, 'deepLink.unknown.search').click()
  await expect(page.getByTestId('search-input')).toHaveValue('9900112233445566')
  await expect(page.getByTestId('search-at-shop')).toBeVisible()
})

test('an order that two accounts have is chosen by the person', async () => {
  const page = await connected()
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.addAccount').click()
  await connectStaff(page, fresh.shop)
  await expect(page.getByTestId('pending-row').first()).toBeVisible()
  const waiting = await (await ShopView.ofStaff(fresh.shop)).all<{ number: string }>(
    '/api/i1/orders/',
    'cancel_status=waiting',
  )
  const shared = (await ordersOf()).find(({ number }) => waiting.some(one => one.number === number))
  const number = shared?.number ?? ''
  await startAgain(fresh.profile, [linkTo(number)])
  await expect(page.getByTestId('link-choice')).toHaveCount(2)
  await page.getByTestId('link-choice').filter({ hasText: 'Orders' }).click()
  await expectOrder(page, number)
})

test('a link waits for an open dialog, and what is typed there stays', async () => {
  const page = await connected()
  const [order] = await ordersOf()
  await page.getByTestId('nav-settings').click()
  await button(page, 'macro.new').click()
  await field(page, 'macro.name').fill('Beden değişimi')
  await startAgain(fresh.profile, [linkTo(order?.number ?? '')])
  await expect(field(page, 'macro.name')).toHaveValue('Beden değişimi')
  await button(page, 'macro.save').click()
  await expectOrder(page, order?.number ?? '')
})
