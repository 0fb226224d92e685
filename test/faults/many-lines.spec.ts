import { expect, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from '../e2e/harness/app.ts'
import { type LongOrderShop, longOrderShop } from './harness/long-order.ts'
import { pasteSession } from './harness/order-app.ts'

const lines = 500
/** Two lookups of each line and its send, on a busy machine. */
const slow = { timeout: 240_000 }

let shop: LongOrderShop
let profile: string
let app: RunningApp

test.beforeEach(async () => {
  shop = await longOrderShop([lines])
  profile = await newProfile()
  app = await startApp(profile)
})
test.afterEach(async () => {
  await app.kill()
  await shop.close()
  await removeProfile(profile)
})

test(`an order of ${lines} lines is chosen as a whole, saved, and every line reaches the shop once`, async () => {
  test.setTimeout(6 * 60_000)
  await pasteSession(app.page, shop.url, 'pasted-1')
  await app.page.getByTestId('nav-outbox').click()
  await app.page.getByTestId('outbox-pause').click()
  await app.page.getByTestId('nav-orders').click()
  await app.page.locator(`[data-testid=order-row][data-order-number="${shop.numberOf(lines)}"]`).click()
  await expect(app.page.getByTestId('order-line')).toHaveCount(lines)
  await app.page.getByTestId('lines-select-all').click()
  await app.page.getByTestId('request-reason').selectOption({ index: 1 })
  await app.page.getByTestId('request-review').click()
  await app.page.getByTestId('request-submit').click()
  // Not `expect`: while it waits it reads the whole page for its report, which holds up a page of this size.
  await app.page.getByTestId('request-saved').waitFor(slow)
  await expect(app.page.getByTestId('status-unsent')).toHaveAttribute('data-count', String(lines))
  expect(shop.posted).toEqual([])

  // What was called saved is there after a kill, all of it.
  await app.kill()
  app = await startApp(profile)
  await expect(app.page.getByTestId('status-unsent')).toHaveAttribute('data-count', String(lines), slow)
  await app.page.getByTestId('nav-outbox').click()
  await app.page.getByTestId('outbox-pause').click()
  await expect(app.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '0', slow)
  const arrived = shop.posted.flat()
  expect(arrived.length).toBe(lines)
  expect(new Set(arrived).size).toBe(lines)
})
