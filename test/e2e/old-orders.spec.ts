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

type Box = { readonly y: number; readonly height: number } | null
const topOf = (box: Box) => box?.y ?? Number.NaN
const bottomOf = (box: Box) => (box ? box.y + box.height : Number.NaN)

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
  for (const text of [order.payment_type, order.bank]) await expect(payment).toContainText(text)
  if (order.installment_count > 1) await expect(payment).toContainText(`${order.installment_count} instalments`)
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

test('an old order is found from the orders, too, is marked as old, and opens with the search that found it', async () => {
  const { page } = shared.app
  const [first, second] = await oldOrders()
  if (!first || !second) throw new Error('the shop has no old orders')
  const search = page.getByTestId('search-input')
  const matches = page.getByTestId('old-match')
  const detail = page.getByTestId('old-order-detail')
  const openedFromOrders = async (number: string) => {
    await expect(detail).toHaveAttribute('data-order-number', number)
    await expect(search).toHaveValue(number)
    await expectCount(page, 1)
    await search.fill('')
    await page.getByTestId('nav-orders').click()
  }

  await page.getByTestId('nav-orders').click()
  await expect(page.getByTestId('order-row').first()).toBeVisible()
  await expect(matches).toHaveCount(0)
  await search.fill(first.number)
  // The count stays that of the orders, and the orders’ own way on stays.
  await expectCount(page, 0)
  await expect(matches).toHaveAttribute('data-order-number', first.number)
  await expect(matches).toContainText('Old')
  await expect(matches).toContainText(first.status)
  await expect(page.getByTestId('search-at-shop')).toBeVisible()
  await matches.click()
  await openedFromOrders(first.number)

  // From the box with the keys alone.
  await search.fill(second.number)
  await expect(matches).toHaveAttribute('data-order-number', second.number)
  await search.press('ArrowDown')
  await expect(matches).toBeFocused()
  await matches.press('Enter')
  await openedFromOrders(second.number)
  await search.fill('')
})

test('old orders stand below the orders of the same search, are walked on their own, and all are a step away', async () => {
  const { page } = shared.app
  const search = page.getByTestId('search-input')
  const matches = page.getByTestId('old-match')
  const orders = page.getByTestId('order-row')
  await search.fill('@')
  await expectCount(page, 12)
  await expect(page.getByTestId('old-matches')).toHaveAttribute('data-count', '18')
  await matches.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(matches.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(matches.first()).toBeFocused()
  await expect(page.locator('[data-testid=order-row][aria-current=true]')).toHaveCount(0)
  // The orders are walked as ever, and their last one is not followed by an old one.
  await orders.first().click()
  await page.keyboard.press('ArrowDown')
  await expect(orders.nth(1)).toHaveAttribute('aria-current', 'true')
  await expect(orders.nth(1)).toBeFocused()
  const opened = page.locator('[data-testid=order-row][aria-current=true]')
  const head = page.getByTestId('old-match-all')
  await orders.nth(1).blur()
  for (let place = 2; place < 12; place += 1) {
    await page.keyboard.press('j')
    // Never under the head of the old ones, which stays in sight.
    await expect.poll(async () => bottomOf(await opened.boundingBox())).toBeLessThan(topOf(await head.boundingBox()))
  }
  await page.getByTestId('old-match-all').click()
  await expect(search).toHaveValue('@')
  await expectCount(page, 18)
  await search.fill('')
})
