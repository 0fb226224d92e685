import { expect, test } from '@playwright/test'
import { button } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const fresh = freshAppForEach({ orders: 12, oldOrders: 0, pending: 0 })

test('signing out ends the session at the shop too', async () => {
  const { page } = fresh.app
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 12)
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.signOut').click()
  await page.getByTestId('confirm-yes').click()
  await expect
    .poll(() => fresh.shop.log.filter(call => call.path === '/users/logout/').map(call => [call.status, call.effect]))
    .toEqual([
      [200, false],
      [302, true],
    ])
  await expect(button(page, 'settings.signOut')).toHaveCount(0)
})

test('signing out does not wait for a shop that is silent', async () => {
  const { page } = fresh.app
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 12)
  await page.getByTestId('nav-settings').click()
  fresh.shop.breakWith({ kind: 'late', ms: 30_000, path: '/users/logout/' })
  await button(page, 'settings.signOut').click()
  await page.getByTestId('confirm-yes').click()
  await expect(page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-out', { timeout: 3000 })
})
