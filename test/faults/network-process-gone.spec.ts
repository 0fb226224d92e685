import { entryOf, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { expect, test } from './harness/desk.ts'
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
