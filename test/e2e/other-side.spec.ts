import { expect, test } from '@playwright/test'
import { button } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, connectStaff, expectCount } from './harness/steps.ts'

const fresh = freshAppForEach({ orders: 40, oldOrders: 0, pending: 12 })

/** Another shopper of the demo shop; she comes first, so that hers are the orders that the customer's screens show. */
const ayse = 'ayse@demo.example'

test('a pending order leads to the order of the customer who has it, also when another one is on the screen', async () => {
  const { app, shop } = fresh
  const { page } = app
  await page.getByTestId('connect-commerce-url').fill(shop.commerceUrl)
  await page.getByTestId('connect-email').fill(ayse)
  await page.getByTestId('connect-password').fill(shop.customer.password)
  await page.getByTestId('connect-customer-submit').click()
  await expect(page.getByTestId('order-row').first()).toBeVisible()
  for (const connect of [connectCustomer, connectStaff]) {
    await page.getByTestId('nav-settings').click()
    await button(page, 'settings.addAccount').click()
    await connect(page, shop)
    if (connect === connectCustomer) await expectCount(page, 40)
  }

  const own = await (await ShopView.ofCustomer(shop)).all<{ number: string; id: number }>('/users/orders/')
  const waiting = await (await ShopView.ofStaff(shop)).all<{ number: string }>(
    '/api/i1/orders/',
    'cancel_status=waiting',
  )
  const order = own.find(({ number }) => waiting.some(one => one.number === number))
  await page.getByTestId('nav-pending').click()
  await page.locator(`[data-testid=pending-row][data-order-number="${order?.number}"]`).click()
  await expect(page.getByTestId('pending-other-side')).toContainText('Deniz')
  await page.getByTestId('pending-other-side').click()
  await expect(page.getByTestId('order-detail')).toHaveAttribute('data-order-number', order?.number ?? '')
  await expectCount(page, 40)
})
