import { expect, type Locator, type Page, test } from '@playwright/test'
import { button, field } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const fresh = freshAppForEach({ orders: 12, oldOrders: 3, pending: 0 })

const rowOf = (page: Page, list: string): Locator => page.locator(`[data-testid=readiness-row][data-list=${list}]`)

test('what was read is ready, what could not be read is missing, and one button fetches it', async () => {
  const { page } = fresh.app
  await field(page, 'settings.language').selectOption('en')
  fresh.shop.breakWith({ kind: 'server-error-before-effect', path: '/cancellation_reasons/', method: 'GET' })
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 12)
  await page.getByTestId('nav-readiness').click()
  await expect(rowOf(page, 'orders')).toHaveAttribute('data-need', 'ready')
  await expect(rowOf(page, 'oldOrders')).toHaveAttribute('data-need', 'ready')
  await expect(rowOf(page, 'reasons')).toHaveAttribute('data-need', 'missing')
  await expect(page.getByTestId('readiness-account')).toHaveAttribute('data-need', 'missing')

  fresh.shop.heal()
  await button(page, 'readiness.fill').click()
  await expect(rowOf(page, 'reasons')).toHaveAttribute('data-need', 'ready')
  await expect(page.getByTestId('readiness-account')).toHaveAttribute('data-need', 'ready')
})
