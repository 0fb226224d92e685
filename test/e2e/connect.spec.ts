import { expect, test } from '@playwright/test'
import type { DemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { startApp } from './harness/app.ts'
import { button } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const fresh = freshAppForEach({ orders: 12, oldOrders: 2, pending: 3 })

const cases = [
  ['a wrong password', 'deniz@demo.example', 'rejected'],
  ['a shop that wants a captcha', 'captcha@demo.example', 'captcha'],
  ['a shop that wants a code', 'otp@demo.example', 'otp'],
  ['a shop that has had enough', 'throttled@demo.example', 'throttled'],
] as const

test('each kind of refusal is said, and the form keeps what was typed', async () => {
  const { page } = fresh.app
  await page.getByTestId('connect-commerce-url').fill(fresh.shop.commerceUrl)
  for (const [, email, code] of cases) {
    await page.getByTestId('connect-email').fill(email)
    await page.getByTestId('connect-password').fill('yanlis')
    await page.getByTestId('connect-customer-submit').click()
    await expect(page.getByTestId('connect-error')).toHaveAttribute('data-code', code)
    await expect(page.getByTestId('connect-email')).toHaveValue(email)
  }
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 12)
})

for (const [address, code] of [
  ['http://shop.example', 'bad-address'],
  ['https://user:pass@shop.example', 'bad-address'],
  ['ftp://shop.example', 'bad-address'],
  ['http://127.0.0.1:9', 'bad-address'],
] as const) {
  test(`the address ${address} is answered with ${code}`, async () => {
    await fresh.app.page.getByTestId('connect-commerce-url').fill(address)
    await fresh.app.page.getByTestId('connect-email').fill('a@b.example')
    await fresh.app.page.getByTestId('connect-password').fill('x')
    await fresh.app.page.getByTestId('connect-customer-submit').click()
    await expect(fresh.app.page.getByTestId('connect-error')).toHaveAttribute('data-code', code)
  })
}

test('a shop that does not answer is said to be out of reach', async () => {
  await fresh.shop.stop()
  await fresh.app.page.getByTestId('connect-commerce-url').fill(fresh.shop.commerceUrl)
  await fresh.app.page.getByTestId('connect-email').fill('a@b.example')
  await fresh.app.page.getByTestId('connect-password').fill('x')
  await fresh.app.page.getByTestId('connect-customer-submit').click()
  await expect(fresh.app.page.getByTestId('connect-error')).toHaveAttribute('data-code', 'offline')
})

test('a session pasted from a browser signs in, and a made-up one does not', async () => {
  const { page } = fresh.app
  await page.getByTestId('connect-commerce-url').fill(fresh.shop.commerceUrl)
  await page.getByTestId('connect-session-id').fill('made-up')
  await page.getByTestId('connect-customer-submit').click()
  await expect(page.getByTestId('connect-error')).toHaveAttribute('data-code', 'signed-out')

  await page.getByTestId('connect-session-id').fill(await sessionOf(fresh.shop))
  await page.getByTestId('connect-customer-submit').click()
  await expectCount(page, 12)
  await fresh.app.kill()
  fresh.app = await startApp(fresh.profile)
  await fresh.app.page.getByTestId('refresh').click()
  await expect(fresh.app.page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-in')
})

test('the demo shop is one click away, and comes back after a restart', async () => {
  await fresh.app.page.getByTestId('connect-demo').click()
  await expect(fresh.app.page.getByTestId('order-row').first()).toBeVisible()
  await fresh.app.page.getByTestId('nav-settings').click()
  await expect(fresh.app.page.getByText('Open its panel')).toBeVisible()
  await fresh.app.quit()
  fresh.app = await startApp(fresh.profile)
  await expect(fresh.app.page.getByTestId('order-row').first()).toBeVisible()
  await fresh.app.page.getByTestId('refresh').click()
  await expect(fresh.app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering')
})

test('a signed-out account keeps its orders on screen', async () => {
  const { page } = fresh.app
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 12)
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.signOut').click()
  await page.getByTestId('confirm-yes').click()
  await page.getByTestId('nav-orders').click()
  await expectCount(page, 12)
  await expect(page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-out')
})

/** What a person would copy from the browser's developer tools. */
async function sessionOf(of: DemoShop): Promise<string> {
  const { csrf_token: token } = (await (await fetch(`${of.commerceUrl}/csrf_token/`)).json()) as { csrf_token: string }
  const answer = await fetch(`${of.commerceUrl}/users/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrftoken': token, cookie: `csrftoken=${token}` },
    body: JSON.stringify(of.customer),
  })
  const cookie = answer.headers.getSetCookie().find(one => one.startsWith('osessionid=')) ?? ''
  return /^osessionid=([^;]+)/.exec(cookie)?.[1] ?? ''
}
