import { entryOf, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { expect, requestsPath, test } from './harness/desk.ts'

test('an app killed while its request is on the wire finds it after the restart, sent once', async ({ desk }) => {
  const { orderItem } = await selectLine(desk.page)
  desk.shop.breakWith({ kind: 'late', ms: 20_000, times: 1, path: requestsPath, method: 'POST' })
  await submitRequest(desk.page)
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'sending')
  await expect.poll(() => desk.arrived).toBe(1)
  await desk.restart()
  desk.shop.heal()
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 45_000 })
  expect(desk.arrived).toBe(1)
  expect(desk.effects).toBe(1)
})
