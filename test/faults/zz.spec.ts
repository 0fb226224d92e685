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
  const logs: string[]=[]; app.page.on('console',m=>logs.push('C'+m.text().slice(0,300))); app.page.on('pageerror',m=>logs.push('E'+m.stack)); app.page.on('load',()=>logs.push('LOAD'));
  await pasteSession(app.page, shop.url, 'pasted-1')
  await app.page.getByTestId('nav-outbox').click()
  await app.page.getByTestId('outbox-pause').click()
  await app.page.getByTestId('nav-orders').click()
  await app.page.locator(`[data-testid=order-row][data-order-number="${shop.numberOf(lines)}"]`).click()
  await expect(app.page.getByTestId('order-line')).toHaveCount(lines)
  await app.page.getByTestId('lines-select-all').click()
  await app.page.getByTestId('request-reason').selectOption({ index: 1 })
  await app.page.getByTestId('request-review').click()
  await app.page.evaluate(() => { for (const type of ['pointerdown','click','submit','keydown']) document.addEventListener(type, e => { const t = e.target as HTMLElement; console.log(type, t.outerHTML.slice(0,120), 'lines', document.querySelectorAll('[data-testid=order-line] input:checked').length) }, true) })
  await app.page.getByTestId('request-submit').click()

  try { await expect(app.page.getByTestId('request-saved')).toBeVisible({timeout:15000}) } catch (e) { await app.page.screenshot({path:'/tmp/n/bad.png'}); console.log(logs.join('\n')); console.log('POSTED', JSON.stringify(shop.posted).slice(0,300)); throw e }
})
