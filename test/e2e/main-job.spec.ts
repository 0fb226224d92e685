import { expect, test } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from './harness/app.ts'
import { connectCustomer, connectStaff, entryOf, expectCount, selectLine, submitRequest } from './harness/steps.ts'

const requestsPath = '/users/orders/cancellation_requests/'

let shop: DemoShop
let profile: string
let app: RunningApp

test.beforeEach(async () => {
  shop = await startDemoShop({ orders: 60, oldOrders: 9, pending: 14 })
  profile = await newProfile()
  app = await startApp(profile)
})

test.afterEach(async () => {
  await app.kill()
  await shop.stop()
  await removeProfile(profile)
})

test('a request made offline survives a kill and reaches the shop exactly once', async () => {
  await connectCustomer(app.page, shop)
  await expectCount(app.page, 60)
  await expect(app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering')
  await expect(app.page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-in')
  await app.page.getByTestId('nav-old-orders').click()
  await expectCount(app.page, 9)
  await app.page.getByTestId('nav-settings').click()
  await app.page.getByTestId('account-add').click()
  await connectStaff(app.page, shop)
  await app.page.getByTestId('nav-pending').click()
  await expect(app.page.getByTestId('pending-row').first()).toBeVisible()
  const pendingCount = await app.page.getByTestId('list-count').getAttribute('data-count')

  await shop.stop()
  await app.page.getByTestId('refresh').click()
  await expect(app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')

  await app.page.getByTestId('nav-orders').click()
  const { orderItem } = await selectLine(app.page)
  await submitRequest(app.page)
  const line = app.page.locator(`[data-testid=order-line][data-order-item="${orderItem}"]`)
  await expect(line).toHaveAttribute('data-overlay', 'queued')
  await expect(app.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')

  await app.kill()
  app = await startApp(profile)
  await app.page.getByTestId('nav-orders').click()
  await expectCount(app.page, 60)
  await app.page.getByTestId('nav-old-orders').click()
  await expectCount(app.page, 9)
  await app.page.getByTestId('nav-pending').click()
  await expect(app.page.getByTestId('list-count')).toHaveAttribute('data-count', pendingCount ?? '')
  await app.page.getByTestId('nav-outbox').click()
  await expect(entryOf(app.page, orderItem)).toHaveAttribute('data-state', 'queued')
  expect(shop.posts(requestsPath)).toBe(0)

  await shop.start()
  await expect(entryOf(app.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 40_000 })
  expect(shop.posts(requestsPath)).toBe(1)
  await expect(app.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '0')
})

test('a request made online goes out at once and is confirmed with the shop’s id', async () => {
  await connectCustomer(app.page, shop)
  await expectCount(app.page, 60)
  const { orderItem } = await selectLine(app.page)
  await submitRequest(app.page)
  await app.page.getByTestId('nav-outbox').click()
  await expect(entryOf(app.page, orderItem)).toHaveAttribute('data-state', 'confirmed')
  expect(shop.posts(requestsPath)).toBe(1)
  await app.page.getByTestId('nav-requests').click()
  await expect(app.page.locator(`[data-testid=request-row][data-order-item="${orderItem}"]`)).toBeVisible()
})
