import type { Page } from '@playwright/test'
import { entryOf, submitRequest } from '../e2e/harness/steps.ts'
import { expect, requestsPath, test } from './harness/desk.ts'

/** Queues one request for the first free line of each of the newest orders, until there are as many as asked for. */
async function queueSome(page: Page, wanted: number): Promise<string[]> {
  const items: string[] = []
  for (let n = 0; items.length < wanted; n += 1) {
    const row = page.getByTestId('order-row').nth(n)
    const number = await row.getAttribute('data-order-number')
    await row.click()
    const detail = page.locator(`[data-testid=order-detail][data-order-number="${number}"]`)
    await expect(detail.getByTestId('order-line').first()).toBeVisible()
    const free = detail.getByTestId('order-line').filter({ has: page.locator('[data-testid=line-select]:enabled') })
    if ((await free.count()) === 0) continue
    const item = (await free.first().getAttribute('data-order-item')) ?? ''
    await free.first().getByTestId('line-select').check()
    await submitRequest(page)
    await expect(page.locator(`[data-testid=order-line][data-order-item="${item}"]`)).toHaveAttribute(
      'data-overlay',
      'queued',
    )
    items.push(item)
  }
  return items
}

test('several requests queued offline survive two kills and arrive once each, whatever the shop does in between', async ({
  desk,
}) => {
  await desk.shop.stop()
  await desk.page.getByTestId('refresh').click()
  await expect(desk.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
  const items = await queueSome(desk.page, 4)
  await desk.restart()
  await expect(desk.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '4')
  await desk.restart()

  // Back with a bad first minute: one answer lost, one error after the effect.
  desk.shop.breakWith({ kind: 'answer-lost', times: 1, path: requestsPath, method: 'POST' })
  desk.shop.breakWith({ kind: 'server-error-after-effect', times: 1, path: requestsPath, method: 'POST' })
  await desk.shop.start()
  await desk.page.getByTestId('nav-outbox').click()
  for (const item of items) {
    await expect(entryOf(desk.page, item)).toHaveAttribute('data-state', /^(confirmed|rejected)$/, { timeout: 60_000 })
  }
  const posts = desk.shop.log.filter(one => one.method === 'POST' && one.path === requestsPath)
  const posted = posts.map(one => String((JSON.parse(one.bodyText ?? '{}') as { order_item: number }).order_item))
  expect(posted.toSorted()).toEqual(items.toSorted())
})
