import { expect, test } from '@playwright/test'
import { factOf, lira } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import type { OldOrderRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const path = '/users/old-orders/'
const shared = sharedApp({ orders: 12, oldOrders: 18, pending: 0 }, async ({ app, shop }) => {
  await connectCustomer(app.page, shop)
  await app.page.getByTestId('nav-old-orders').click()
  await expectCount(app.page, 18)
})

const oldOrders = async () => (await ShopView.ofCustomer(shared.shop)).all<OldOrderRow>(path)

test('the list is the shop’s list, newest first', async () => {
  const rows = shared.app.page.getByTestId('old-order-row')
  for (const [place, order] of (await oldOrders()).slice(0, 8).entries()) {
    const row = rows.nth(place)
    await expect(row).toHaveAttribute('data-order-number', order.number)
    await expect(row).toContainText(lira(order.amount))
    await expect(row).toContainText(order.status)
  }
})

test('an old order is found by its number in the one search box and opens with all that the shop keeps of it', async () => {
  const { page } = shared.app
  const order = (await oldOrders()).find(({ bank, oldorderitem_set: lines }) => bank !== '' && lines.length > 1)
  if (!order) throw new Error('no old order with lines that was paid by card')
  await page.getByTestId('search-input').fill(order.number)
  await expectCount(page, 1)
  await page.getByTestId('old-order-row').click()
  const detail = page.getByTestId('old-order-detail')
  await expect(detail).toHaveAttribute('data-order-number', order.number)
  await expect(detail).toContainText('former system')
  await expect(detail).toContainText(order.status)
  await expect(detail).toContainText(order.user_email)
  await expect(factOf(detail, 'Total')).toHaveText(lira(order.amount))
  await expect(factOf(detail, 'Discount')).toHaveText(lira(order.discount_amount))
  const payment = factOf(detail, 'Payment')
  for (const text of [order.payment_type, order.bank, String(order.installment_count)])
    await expect(payment).toContainText(text)
  await expect(factOf(detail, 'Shipping address')).toHaveText(order.shipping_address)
  await expect(factOf(detail, 'Billing address')).toHaveText(order.billing_address)
  const lines = detail.getByTestId('old-order-line')
  await expect(lines).toHaveCount(order.oldorderitem_set.length)
  for (const [place, { product, sku, price }] of order.oldorderitem_set.entries())
    for (const text of [product, sku, lira(price)]) await expect(lines.nth(place)).toContainText(text)
  await expect
    .poll(() => shared.shop.log.map(call => `${call.method} ${call.path}`))
    .toContain(`GET ${path}${order.id}/`)
  // Nothing can be asked for it.
  await expect(detail.getByTestId('line-select')).toHaveCount(0)
  await page.getByTestId('search-input').fill('')
})
