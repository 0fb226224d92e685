import { entryOf, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { expect, requestsPath, test } from './harness/desk.ts'

test('a throttled shop is waited for, and the request goes out once', async ({ desk }) => {
  const { orderItem } = await selectLine(desk.page)
  desk.shop.breakWith({ kind: 'throttled', retryAfter: 2, times: 1, path: requestsPath, method: 'POST' })
  await submitRequest(desk.page)
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 30_000 })
  expect(desk.effects).toBe(1)
})

test('a CSRF token the shop no longer takes is renewed, with one effect', async ({ desk }) => {
  const { orderItem } = await selectLine(desk.page)
  desk.shop.breakWith({ kind: 'csrf-broken', times: 1, path: requestsPath })
  await submitRequest(desk.page)
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 30_000 })
  expect(desk.effects).toBe(1)
})

test('a request the shop refuses stays, with the shop’s words, and is counted as unsent', async ({ desk }) => {
  await desk.page.locator('[data-testid=order-row]').nth(2).click()
  // The demo shop wants a pickup address for large items, and its third newest order has one.
  const line = desk.page.getByTestId('order-line').filter({ hasText: /MBL/ })
  await line.getByTestId('line-select').check()
  const orderItem = (await line.getAttribute('data-order-item')) ?? ''
  await submitRequest(desk.page)
  await desk.page.getByTestId('nav-outbox').click()
  const entry = entryOf(desk.page, orderItem)
  await expect(entry).toHaveAttribute('data-state', 'rejected')
  await expect(entry.getByTestId('entry-reason')).toContainText('cancellation_request_100_8')
  await expect(desk.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')
  expect(desk.arrived).toBe(1)
  expect(desk.effects).toBe(0)
})
