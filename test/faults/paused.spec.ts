import { entryOf, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { expect, test } from './harness/desk.ts'

test('a paused outbox sends nothing, not even after a restart, until somebody resumes it', async ({ desk }) => {
  await desk.page.getByTestId('nav-outbox').click()
  await desk.page.getByTestId('outbox-pause').click()
  await expect(desk.page.getByTestId('outbox-pause')).toHaveAttribute('data-paused', 'true')
  await desk.page.getByTestId('nav-orders').click()
  const { orderItem } = await selectLine(desk.page)
  await submitRequest(desk.page)
  await expect(desk.page.getByTestId('request-saved')).toBeVisible()

  await desk.restart()
  // The shop has answered by now: whatever could go out would have.
  await desk.page.getByTestId('nav-outbox').click()
  await expect(desk.page.getByTestId('outbox-pause')).toHaveAttribute('data-paused', 'true')
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'queued')
  expect(desk.arrived).toBe(0)

  await desk.page.getByTestId('outbox-pause').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed')
  expect(desk.arrived).toBe(1)
})
