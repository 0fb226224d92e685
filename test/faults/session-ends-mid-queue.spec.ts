import { button } from '../e2e/harness/by-name.ts'
import { connectCustomer, entryOf, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { expect, test } from './harness/desk.ts'

test('a session that ended keeps the request, and signing in again sends it once', async ({ desk }) => {
  const { orderItem } = await selectLine(desk.page)
  desk.shop.breakWith({ kind: 'session-expired' })
  await submitRequest(desk.page)
  await expect(desk.page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-out')
  await expect(desk.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'queued')
  expect(desk.arrived).toBe(0)

  await desk.page.getByTestId('nav-settings').click()
  await button(desk.page, 'settings.addAccount').click()
  // The sign-in is slow, and its person goes on working: they stay where they went.
  desk.shop.breakWith({ kind: 'late', ms: 1500, times: 1, path: '/users/login/', method: 'POST' })
  await connectCustomer(desk.page, desk.shop)
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed')
  await expect(desk.page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-in')
  expect(desk.arrived).toBe(1)
})
