import { expect, test } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from '../e2e/harness/app.ts'
import { connectCustomer, entryOf, expectCount, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { requestsPath } from './harness/desk.ts'
import { openRefusingFront, type RefusingFront } from './harness/refusing-front.ts'
import { type Driven, startWriterApp } from './writer-app/driver.ts'

/** More than Chromium tries by itself, and no end for whoever would try for ever. */
const forGood = 50

test.describe('the writer', () => {
  let driven: Driven
  let front: RefusingFront
  test.beforeEach(async () => {
    driven = await startWriterApp()
    front = await openRefusingFront('http://127.0.0.1:1')
  })
  test.afterEach(async () => {
    await driven.close()
    front.close()
  })

  test('never takes a refused stream for proof that nothing was sent', async () => {
    front.refuse = { path: requestsPath, times: forGood, as: 'unprocessed' }
    const outcome = await driven.app.evaluate((_, url) => globalThis.writerApp?.cancel(url), front.url)
    process.stdout.write(`  streams refused in one write: ${front.refused.length}\n`)
    expect(front.refused.length).toBeGreaterThanOrEqual(1)
    expect(front.refused.length).toBeLessThan(10)
    expect(outcome).toMatchObject({ kind: 'unknown', failure: { kind: 'unreachable-after-send' } })
  })
})

test.describe('a request in the app whose stream the shop refuses', () => {
  let shop: DemoShop
  let front: RefusingFront
  let profile: string
  let app: RunningApp
  test.beforeEach(async () => {
    shop = await startDemoShop({ orders: 20, oldOrders: 3, pending: 3, decideAfterMs: 3_600_000 })
    front = await openRefusingFront(shop.commerceUrl)
    profile = await newProfile()
    // The certificate is the test's own.
    app = await startApp(profile, ['--ignore-certificate-errors'])
    await connectCustomer(app.page, shop, front.url)
    await expectCount(app.page, 20)
  })
  test.afterEach(async () => {
    await app.kill()
    front.close()
    await shop.stop()
    await removeProfile(profile)
  })
  const effects = () => shop.log.filter(one => one.effect && one.path.startsWith(requestsPath)).length

  test('is looked up, and not sent again by itself', async () => {
    const { page } = app
    const { orderItem } = await selectLine(page)
    front.refuse = { path: requestsPath, times: forGood, as: 'unprocessed' }
    await submitRequest(page)
    await page.getByTestId('nav-outbox').click()
    await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'unknown')
    const tries = front.refused.length
    expect(tries).toBeGreaterThanOrEqual(1)
    front.refuse = null
    await entryOf(page, orderItem).getByTestId('entry-check-now').click()
    await app.kill()
    app = await startApp(profile, ['--ignore-certificate-errors'])
    await app.page.getByTestId('nav-outbox').click()
    await expect(entryOf(app.page, orderItem)).toHaveAttribute('data-state', 'unknown')
    expect(front.refused.length).toBe(tries)
    expect(shop.posts(requestsPath)).toBe(0)
  })

  test('is found and confirmed when the shop had processed it all the same', async () => {
    const { page } = app
    const { orderItem } = await selectLine(page)
    front.refuse = { path: requestsPath, times: forGood, as: 'processed' }
    await submitRequest(page)
    await page.getByTestId('nav-outbox').click()
    await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 30_000 })
    expect(shop.posts(requestsPath)).toBe(1)
    expect(effects()).toBe(1)
  })

  test('is one request when Chromium sends the refused stream again and the shop takes it', async () => {
    const { page } = app
    const { orderItem } = await selectLine(page)
    front.refuse = { path: requestsPath, times: 1, as: 'unprocessed' }
    await submitRequest(page)
    await page.getByTestId('nav-outbox').click()
    await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', /^(confirmed|unknown)$/)
    expect(shop.posts(requestsPath)).toBeLessThanOrEqual(1)
    expect(effects()).toBe(shop.posts(requestsPath))
  })
})
