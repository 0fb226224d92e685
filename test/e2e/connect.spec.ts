import { expect, test } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from './harness/app.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

let shop: DemoShop
let profile: string
let app: RunningApp

test.beforeEach(async () => {
  shop = await startDemoShop({ orders: 12, oldOrders: 2, pending: 3 })
  profile = await newProfile()
  app = await startApp(profile)
})

test.afterEach(async () => {
  await app.kill()
  await shop.stop()
  await removeProfile(profile)
})

const cases = [
  ['a wrong password', 'deniz@demo.example', 'rejected'],
  ['a shop that wants a captcha', 'captcha@demo.example', 'captcha'],
  ['a shop that wants a code', 'otp@demo.example', 'otp'],
  ['a shop that has had enough', 'throttled@demo.example', 'throttled'],
] as const

test('each kind of refusal is said, and the form keeps what was typed', async () => {
  const { page } = app
  await page.getByTestId('connect-commerce-url').fill(shop.commerceUrl)
  for (const [, email, code] of cases) {
    await page.getByTestId('connect-email').fill(email)
    await page.getByTestId('connect-password').fill('yanlis')
    await page.getByTestId('connect-customer-submit').click()
    await expect(page.getByTestId('connect-error')).toHaveAttribute('data-code', code)
    await expect(page.getByTestId('connect-email')).toHaveValue(email)
  }
  await connectCustomer(page, shop)
  await expectCount(page, 12)
})

for (const [address, code] of [
  ['http://shop.example', 'bad-address'],
  ['https://user:pass@shop.example', 'bad-address'],
  ['ftp://shop.example', 'bad-address'],
  ['http://127.0.0.1:9', 'bad-address'],
] as const) {
  test(`the address ${address} is answered with ${code}`, async () => {
    await app.page.getByTestId('connect-commerce-url').fill(address)
    await app.page.getByTestId('connect-email').fill('a@b.example')
    await app.page.getByTestId('connect-password').fill('x')
    await app.page.getByTestId('connect-customer-submit').click()
    await expect(app.page.getByTestId('connect-error')).toHaveAttribute('data-code', code)
  })
}

test('a shop that does not answer is said to be out of reach', async () => {
  await shop.stop()
  await app.page.getByTestId('connect-commerce-url').fill(shop.commerceUrl)
  await app.page.getByTestId('connect-email').fill('a@b.example')
  await app.page.getByTestId('connect-password').fill('x')
  await app.page.getByTestId('connect-customer-submit').click()
  await expect(app.page.getByTestId('connect-error')).toHaveAttribute('data-code', 'offline')
})

test('a session pasted from a browser signs in, and a made-up one does not', async () => {
  const { page } = app
  await page.getByTestId('connect-commerce-url').fill(shop.commerceUrl)
  await page.getByTestId('connect-session-id').fill('made-up')
  await page.getByTestId('connect-customer-submit').click()
  await expect(page.getByTestId('connect-error')).toHaveAttribute('data-code', 'signed-out')

  await page.getByTestId('connect-session-id').fill(await sessionOf(shop))
  await page.getByTestId('connect-customer-submit').click()
  await expectCount(page, 12)
  await app.kill()
  app = await startApp(profile)
  await app.page.getByTestId('refresh').click()
  await expect(app.page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-in')
})

test('the demo shop is one click away, and comes back after a restart', async () => {
  await app.page.getByTestId('connect-demo').click()
  await expect(app.page.getByTestId('order-row').first()).toBeVisible()
  await app.page.getByTestId('nav-settings').click()
  await expect(app.page.getByText('Open its panel')).toBeVisible()
  await app.quit()
  app = await startApp(profile)
  await expect(app.page.getByTestId('order-row').first()).toBeVisible()
  await app.page.getByTestId('refresh').click()
  await expect(app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering')
})

test('a signed-out account keeps its orders on screen', async () => {
  const { page } = app
  await connectCustomer(page, shop)
  await expectCount(page, 12)
  await page.getByTestId('nav-settings').click()
  await page.getByTestId('account-sign-out').click()
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
