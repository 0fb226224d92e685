import { entryOf, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { expect, requestsPath, test } from './harness/desk.ts'

test('a request whose answer is lost is found at the shop and confirmed, sent once', async ({ desk }) => {
  const { orderItem } = await selectLine(desk.page)
  desk.shop.breakWith({ kind: 'answer-lost', times: 1, path: requestsPath })
  await submitRequest(desk.page)
  const notice = desk.page.getByTestId('request-saved')
  await expect(notice).toHaveAttribute('data-state', 'received', { timeout: 30_000 })
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 30_000 })
  expect(desk.arrived).toBe(1)
  expect(desk.effects).toBe(1)
})

test('a request that broke before it took effect is not sent again by itself', async ({ desk }) => {
  const { orderItem } = await selectLine(desk.page)
  desk.shop.breakWith({ kind: 'reset-before-effect', times: 1, path: requestsPath, method: 'POST' })
  await submitRequest(desk.page)
  const notice = desk.page.getByTestId('request-saved')
  await expect(notice).toHaveAttribute('data-state', 'checking')
  await expect(notice).not.toHaveClass(/notice-ok/)
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'unknown')
  await entryOf(desk.page, orderItem).getByTestId('entry-check-now').click()
  await desk.restart()
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'unknown')
  await expect(desk.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')
  expect(desk.arrived).toBe(1)
  expect(desk.effects).toBe(0)
})

for (const kind of ['server-error-after-effect', 'truncated-head', 'truncated-body'] as const) {
  test(`an answer of ${kind} ends confirmed with one effect`, async ({ desk }) => {
    const { orderItem } = await selectLine(desk.page)
    desk.shop.breakWith({ kind, times: 1, path: requestsPath, method: 'POST' })
    await submitRequest(desk.page)
    await desk.page.getByTestId('nav-outbox').click()
    await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 30_000 })
    expect(desk.arrived).toBe(1)
    expect(desk.effects).toBe(1)
  })
}
