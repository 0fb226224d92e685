import { expect, test } from '@playwright/test'
import { field } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'

const fresh = freshAppForEach({ orders: 5, oldOrders: 0, pending: 3 })

test('a staff account with a second factor is asked for its code, and signs in with it', async () => {
  const { page } = fresh.app
  const code = field(page, 'connect.staff.code')
  const submit = page.getByTestId('connect-staff-submit')
  const error = page.getByTestId('connect-error')
  await page.getByTestId('connect-omnitron-url').fill(fresh.shop.omnitronUrl)
  await page.getByTestId('connect-staff-username').fill('totp-ayse')
  await page.getByTestId('connect-staff-password').fill('demo-parola')
  await expect(code).toHaveCount(0)
  await submit.click()
  await expect(error).toHaveAttribute('data-code', 'otp')

  await code.fill('12 34')
  await submit.click()
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  expect(fresh.shop.posts('/api/v1/auth/totp/verify/')).toBe(0)

  await code.fill('000000')
  await submit.click()
  await expect(error).toHaveAttribute('data-code', 'rejected')
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await expect(code).toHaveValue('000000')

  await code.fill('123 456')
  await submit.click()
  await expect(page.getByTestId('nav-pending')).toBeVisible()
  await page.getByTestId('nav-pending').click()
  await expect(page.getByTestId('pending-row')).toHaveCount(3)
  expect(fresh.shop.posts('/api/v1/auth/totp/verify/')).toBe(2)
})

test('without a second factor no code is asked for', async () => {
  const { page } = fresh.app
  await page.getByTestId('connect-omnitron-url').fill(fresh.shop.omnitronUrl)
  await page.getByTestId('connect-staff-username').fill(fresh.shop.staff.username)
  await page.getByTestId('connect-staff-password').fill('yanlis')
  await page.getByTestId('connect-staff-submit').click()
  await expect(page.getByTestId('connect-error')).toHaveAttribute('data-code', 'rejected')
  await expect(field(page, 'connect.staff.code')).toHaveCount(0)
})
