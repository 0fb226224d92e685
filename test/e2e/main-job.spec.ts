import { expect, test } from '@playwright/test'
import { startApp } from './harness/app.ts'
import { button } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { connectCustomer, connectStaff, entryOf, expectCount, selectLine, submitRequest } from './harness/steps.ts'

const requestsPath = '/users/orders/cancellation_requests/'

const fresh = freshAppForEach({ orders: 60, oldOrders: 9, pending: 14 })

test('a request made offline survives a kill and reaches the shop exactly once', async () => {
  await connectCustomer(fresh.app.page, fresh.shop)
  await expectCount(fresh.app.page, 60)
  await expect(fresh.app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering')
  await expect(fresh.app.page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-in')
  await fresh.app.page.getByTestId('nav-old-orders').click()
  await expectCount(fresh.app.page, 9)
  await fresh.app.page.getByTestId('nav-settings').click()
  await button(fresh.app.page, 'settings.addAccount').click()
  await connectStaff(fresh.app.page, fresh.shop)
  await fresh.app.page.getByTestId('nav-pending').click()
  await expect(fresh.app.page.getByTestId('pending-row').first()).toBeVisible()
  const pendingCount = await fresh.app.page.getByTestId('list-count').getAttribute('data-count')

  await fresh.shop.stop()
  await fresh.app.page.getByTestId('refresh').click()
  await expect(fresh.app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')

  await fresh.app.page.getByTestId('nav-orders').click()
  const { orderItem } = await selectLine(fresh.app.page)
  await submitRequest(fresh.app.page)
  const line = fresh.app.page.locator(`[data-testid=order-line][data-order-item="${orderItem}"]`)
  await expect(line).toHaveAttribute('data-overlay', 'queued')
  await expect(fresh.app.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')

  await fresh.app.kill()
  fresh.app = await startApp(fresh.profile)
  await fresh.app.page.getByTestId('nav-orders').click()
  await expectCount(fresh.app.page, 60)
  await fresh.app.page.getByTestId('nav-old-orders').click()
  await expectCount(fresh.app.page, 9)
  await fresh.app.page.getByTestId('nav-pending').click()
  await expect(fresh.app.page.getByTestId('list-count')).toHaveAttribute('data-count', pendingCount ?? '')
  await fresh.app.page.getByTestId('nav-outbox').click()
  await expect(entryOf(fresh.app.page, orderItem)).toHaveAttribute('data-state', 'queued')
  expect(fresh.shop.posts(requestsPath)).toBe(0)

  await fresh.shop.start()
  await expect(entryOf(fresh.app.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 40_000 })
  expect(fresh.shop.posts(requestsPath)).toBe(1)
  await expect(fresh.app.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '0')
})

test('a request made online goes out at once and is confirmed with the shop’s id', async () => {
  await connectCustomer(fresh.app.page, fresh.shop)
  await expectCount(fresh.app.page, 60)
  const { orderItem } = await selectLine(fresh.app.page)
  await submitRequest(fresh.app.page)
  await fresh.app.page.getByTestId('nav-outbox').click()
  await expect(entryOf(fresh.app.page, orderItem)).toHaveAttribute('data-state', 'confirmed')
  expect(fresh.shop.posts(requestsPath)).toBe(1)
  await fresh.app.page.getByTestId('nav-requests').click()
  await expect(fresh.app.page.locator(`[data-testid=request-row][data-order-item="${orderItem}"]`)).toBeVisible()
})
