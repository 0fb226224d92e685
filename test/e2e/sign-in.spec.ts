import { expect, test } from '@playwright/test'
import { sharedApp } from './harness/shared-app.ts'
import { ShopView } from './harness/shop-view.ts'
import { signedInCookie } from './harness/sign-in.ts'
import { expectCount } from './harness/steps.ts'

const shared = sharedApp({ orders: 12, oldOrders: 0, pending: 0 }, ({ app }) =>
  expect(app.page.getByTestId('connect-commerce-url')).toBeVisible(),
)

const refusals = [
  ['captcha', 'captcha@demo.example', 'The shop wants a robot check', 'It can only be solved in a browser.'],
  ['otp', 'otp@demo.example', 'The shop wants a one-time code', 'A customer can’t sign in with a code here.'],
  ['throttled', 'throttled@demo.example', 'Too many tries', 'Wait 60 seconds and try again.'],
] as const

test('captcha, code and throttling are explained, and the way out they name works', async () => {
  const { app, shop } = shared
  const { page } = app
  await page.getByTestId('connect-commerce-url').fill(shop.commerceUrl)
  await page.getByTestId('connect-password').fill('demo-parola')
  for (const [place, [code, email, title, text]] of refusals.entries()) {
    await page.getByTestId('connect-email').fill(email)
    await page.getByTestId('connect-customer-submit').click()
    const error = page.getByTestId('connect-error')
    await expect(error).toHaveAttribute('data-code', code)
    for (const words of [title, text, 'copy the value of its session cookie and paste it into “Session ID”'])
      await expect(error).toContainText(words)
    expect(shop.posts('/users/login/')).toBe(place + 1)
  }

  const session = /osessionid=([^;]+)/.exec(await signedInCookie(shop))?.[1] ?? ''
  const logins = shop.posts('/users/login/')
  await page.getByTestId('connect-session-id').fill(session)
  await page.getByTestId('connect-customer-submit').click()
  await expectCount(page, 12)
  expect(shop.posts('/users/login/')).toBe(logins)
})

test('whose session it is, the shop says', async () => {
  const { page } = shared.app
  const user = await (await ShopView.ofCustomer(shared.shop)).get<{ first_name: string; last_name: string }>(
    '/current_user/',
  )
  expect(shared.shop.log.some(call => call.method === 'GET' && call.path === '/current_user/')).toBe(true)
  await expect(page.getByTestId('account-switch').locator('option:checked')).toContainText(
    `${user.first_name} ${user.last_name}`,
  )
})

test('a session that has ended is said to have ended, and the orders stay', async () => {
  const { page } = shared.app
  shared.shop.breakWith({ kind: 'session-expired' })
  await page.getByTestId('nav-orders').click()
  await page.getByTestId('refresh').click()
  await expect(page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-out')
  await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering')
  await expectCount(page, 12)
})
