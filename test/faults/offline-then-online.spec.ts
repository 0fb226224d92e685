import { entryOf } from '../e2e/harness/steps.ts'
import { expect, requestsPath, test } from './harness/desk.ts'

test('several requests queued offline survive two kills and arrive once each, whatever the shop does in between', async ({
  desk,
}) => {
  const items = await desk.queueOffline(4)
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
  expect(desk.posted).toEqual(items.toSorted())
})
