import { expect, type Locator, type Page } from '@playwright/test'
import type { DemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { tick } from './by-name.ts'

/** Signs a shopper of the demo shop in through the connect screen, at the shop's own address unless another is given. */
export async function connectCustomer(page: Page, shop: DemoShop, url = shop.commerceUrl): Promise<void> {
  await page.getByTestId('connect-commerce-url').fill(url)
  await page.getByTestId('connect-email').fill(shop.customer.email)
  await page.getByTestId('connect-password').fill(shop.customer.password)
  await page.getByTestId('connect-customer-submit').click()
  await expect(page.getByTestId('nav-orders')).toBeVisible()
}

export async function connectStaff(page: Page, shop: DemoShop, url = shop.omnitronUrl): Promise<void> {
  await page.getByTestId('connect-omnitron-url').fill(url)
  await page.getByTestId('connect-staff-username').fill(shop.staff.username)
  await page.getByTestId('connect-staff-password').fill(shop.staff.password)
  await page.getByTestId('connect-staff-submit').click()
  await expect(page.getByTestId('nav-orders')).toBeVisible()
}

/** Waits until the list on screen has this many rows in all. */
export async function expectCount(page: Page, count: number): Promise<void> {
  await expect(page.getByTestId('list-count')).toHaveAttribute('data-count', String(count))
}

/** Opens the first order with a line that may be cancelled (or refunded), and selects that line. */
export async function selectLine(page: Page): Promise<{ line: Locator; orderItem: string }> {
  const rows = page.getByTestId('order-row')
  await expect(rows.first()).toBeVisible()
  for (let n = 0; n < (await rows.count()); n += 1) {
    await rows.nth(n).click()
    const number = await rows.nth(n).getAttribute('data-order-number')
    await expect(page.locator(`[data-testid=order-detail][data-order-number="${number}"]`)).toBeVisible()
    await expect(page.getByTestId('order-line').first()).toBeVisible()
    const free = page.getByTestId('order-line').filter({ has: page.locator('[data-testid=line-select]:enabled') })
    if ((await free.count()) === 0) continue
    const line = free.first()
    await tick(line.getByTestId('line-select'))
    return { line, orderItem: (await line.getAttribute('data-order-item')) ?? '' }
  }
  throw new Error('No order on screen has a line that can be cancelled or refunded.')
}

/** Fills the request form for the selected lines with its first choices, and submits it. */
export async function submitRequest(
  page: Page,
  description = 'Müşteri telefonda söyledi: yanlış ürün geldi',
): Promise<void> {
  const reason = page.getByTestId('request-reason')
  await expect(reason).toBeVisible()
  const first = reason.locator('option[value]:not([value=""])').first()
  await reason.selectOption((await first.getAttribute('value')) ?? '')
  await page.getByTestId('request-description').fill(description)
  await page.getByTestId('request-review').click()
  await page.getByTestId('request-submit').click()
}

/** The row of the outbox for this order item. */
export function entryOf(page: Page, orderItem: string): Locator {
  return page.locator(`[data-testid=outbox-entry][data-order-item="${orderItem}"]`)
}
