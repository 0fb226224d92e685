import type { DemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { tick } from '../e2e/harness/by-name.ts'
import { signedInCookie } from '../e2e/harness/sign-in.ts'
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
  const { order, item: orderItem } = await largeItem(desk.shop)
  await desk.page.locator(`[data-testid=order-row][data-id="${order}"]`).click()
  await tick(desk.page.locator(`[data-order-item="${orderItem}"]`).getByTestId('line-select'))
  await submitRequest(desk.page)
  const notice = desk.page.getByTestId('request-saved')
  await expect(notice).toHaveAttribute('data-state', 'refused')
  await expect(notice).toContainText('cancellation_request_100_8')
  await expect(notice).not.toHaveClass(/notice-ok/)
  await desk.page.getByTestId('nav-outbox').click()
  const entry = entryOf(desk.page, orderItem)
  await expect(entry).toHaveAttribute('data-state', 'rejected')
  await expect(entry.getByTestId('entry-reason')).toContainText('cancellation_request_100_8')
  await expect(desk.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')
  expect(desk.arrived).toBe(1)
  expect(desk.effects).toBe(0)
})

/** A large item that may be refunded: the demo shop wants a pickup address for it. */
async function largeItem(shop: DemoShop): Promise<{ order: string; item: string }> {
  const answer = await fetch(`${shop.commerceUrl}/users/orders/?limit=10`, {
    headers: { cookie: await signedInCookie(shop) },
  })
  const { results } = (await answer.json()) as { results: { id: number; orderitem_set: Item[] }[] }
  for (const { id, orderitem_set } of results) {
    const item = orderitem_set.find(one => one.is_refundable && one.product.base_code.startsWith('MBL'))
    if (item) return { order: String(id), item: String(item.id) }
  }
  throw new Error('None of the newest orders has a large item to refund.')
}

interface Item {
  readonly id: number
  readonly is_refundable: boolean
  readonly product: { readonly base_code: string }
}
