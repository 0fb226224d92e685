import { entryOf, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { expect, requestsPath, test } from './harness/desk.ts'
import { killNetworkProcess } from './harness/network-process.ts'

test('a network process that died costs nothing: the list syncs, and a request goes out once', async ({ desk }) => {
  await killNetworkProcess(desk.app.electron)
  const before = desk.shop.log.length
  await desk.page.getByTestId('refresh').click()
  await expect.poll(() => desk.shop.log.slice(before).some(call => call.path.startsWith('/users/orders/'))).toBe(true)
  await expect(desk.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering')

  const { orderItem } = await selectLine(desk.page)
  await killNetworkProcess(desk.app.electron)
  await submitRequest(desk.page)
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed')
  expect(desk.arrived).toBe(1)
})

test('a network process that dies while the shop has the request: it is found there, and not sent again', async ({
  desk,
}) => {
  const { orderItem } = await selectLine(desk.page)
  desk.shop.breakWith({ kind: 'slow-drip', ms: 60_000, times: 1, path: requestsPath, method: 'POST' })
  await submitRequest(desk.page)
  await expect.poll(() => desk.effects).toBe(1)
  await killNetworkProcess(desk.app.electron)
  await desk.page.getByTestId('nav-outbox').click()
  // Chromium does not tell the reader of the body that the process is gone: the send ends by its own limit of 30 s.
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 60_000 })
  expect(desk.arrived).toBe(1)
  expect(desk.effects).toBe(1)
})
