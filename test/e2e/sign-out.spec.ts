import { expect, test } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from './harness/app.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

let shop: DemoShop
let profile: string
let app: RunningApp

test.beforeEach(async () => {
  shop = await startDemoShop({ orders: 12, oldOrders: 0, pending: 0 })
  profile = await newProfile()
  app = await startApp(profile)
})

test.afterEach(async () => {
  await app.kill()
  await shop.stop()
  await removeProfile(profile)
})

test('signing out ends the session at the shop too', async () => {
  const { page } = app
  await connectCustomer(page, shop)
  await expectCount(page, 12)
  await page.getByTestId('nav-settings').click()
  await page.getByTestId('account-sign-out').click()
  await page.getByTestId('confirm-yes').click()
  await expect
    .poll(() => shop.log.filter(call => call.path === '/users/logout/').map(call => [call.status, call.effect]))
    .toEqual([
      [200, false],
      [302, true],
    ])
  await expect(page.getByTestId('account-sign-out')).toHaveCount(0)
})

test('signing out does not wait for a shop that is silent', async () => {
  const { page } = app
  await connectCustomer(page, shop)
  await expectCount(page, 12)
  await page.getByTestId('nav-settings').click()
  shop.breakWith({ kind: 'late', ms: 30_000, path: '/users/logout/' })
  await page.getByTestId('account-sign-out').click()
  await page.getByTestId('confirm-yes').click()
  await expect(page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-out', { timeout: 3000 })
})
