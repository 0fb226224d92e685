import { expect, test } from '@playwright/test'
import { startApp } from '../e2e/harness/app.ts'
import { button, tick } from '../e2e/harness/by-name.ts'
import { entryOf, expectCount, submitRequest } from '../e2e/harness/steps.ts'
import { fillSession, orderDeskForEach, pasteSession } from './harness/order-app.ts'

const desk = orderDeskForEach()

async function addAccount(): Promise<void> {
  await desk.app.page.getByTestId('nav-settings').click()
  await button(desk.app.page, 'settings.addAccount').click()
}

test('two people at a shop that names nobody are two accounts, and a new session of one is still that one', async () => {
  const page = await desk.connect({ orders: 3 }, shop => {
    shop.user = null
  })
  await expectCount(page, 3)
  await addAccount()
  await fillSession(page, desk.shop.url, 'pasted-2')
  await expect(page.getByTestId('connect-error')).toHaveAttribute('data-code', 'conflict')
  await page.getByTestId('connect-name').fill('Ayşe')
  await page.getByTestId('connect-customer-submit').click()
  await expectCount(page, 3)
  await expect(page.getByTestId('account-switch').locator('option')).toHaveCount(2)

  // What waits belongs to one of them only.
  desk.shop.isDown = true
  await page.locator('[data-testid=order-row][data-id="2"]').click()
  await tick(page.locator('[data-order-item="70002"]').getByTestId('line-select'))
  await submitRequest(page)
  await page.getByTestId('account-switch').selectOption({ index: 0 })
  await page.getByTestId('nav-orders').click()
  await page.locator('[data-testid=order-row][data-id="2"]').click()
  await expect(page.locator('[data-testid=order-line][data-order-item="70002"]')).toHaveAttribute('data-overlay', '')

  desk.shop.isDown = false
  await addAccount()
  await pasteSession(page, desk.shop.url, 'pasted-3', 'AYŞE')
  await expect(page.getByTestId('account-switch').locator('option')).toHaveCount(2)
  await page.locator('[data-testid=order-row][data-id="2"]').click()
  await expect(page.locator('[data-testid=order-line][data-order-item="70002"]')).not.toHaveAttribute(
    'data-overlay',
    '',
  )
})

test('a shop that wants us to wait, and another user in the session, are said where sending waits', async () => {
  let page = await desk.connect({ orders: 3 })
  await expectCount(page, 3)
  await expect.poll(() => desk.shop.seen.some(one => one.includes('cancellation_reasons'))).toBe(true)
  await page.locator('[data-testid=order-row][data-id="2"]').click()
  await tick(page.locator('[data-order-item="70002"]').getByTestId('line-select'))
  desk.shop.throttledFor = 600
  await submitRequest(page)
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, '70002')).toHaveAttribute('data-state', 'queued')
  await expect(page.getByTestId('outbox-standstill')).toHaveAttribute('data-code', 'throttled')

  desk.shop.throttledFor = null
  desk.shop.user = 2
  await desk.app.kill()
  desk.app = await startApp(desk.profile)
  page = desk.app.page
  await page.getByTestId('nav-outbox').click()
  await expect(page.getByTestId('outbox-standstill')).toHaveAttribute('data-code', 'other-user')
  await expect(page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-out')
  await expect(entryOf(page, '70002')).toHaveAttribute('data-state', 'queued')
  expect(desk.shop.seen.filter(one => one.startsWith('POST'))).toEqual([])
})

test('reasons that are all switched off can be chosen, marked as such', async () => {
  const page = await desk.connect({
    orders: 2,
    reasons: [{ id: 9, cancellation_type: 'cancel', subject: 'Eski neden', is_active: false }],
  })
  await expectCount(page, 2)
  await page.locator('[data-testid=order-row][data-id="2"]').click()
  await tick(page.locator('[data-order-item="70002"]').getByTestId('line-select'))
  const option = page.getByTestId('request-reason').locator('option[value="9"]')
  await expect(option).toHaveAttribute('data-active', 'false')
  await page.getByTestId('request-reason').selectOption('9')
  await page.getByTestId('request-review').click()
  await expect(page.getByTestId('request-submit')).toBeVisible()
})
