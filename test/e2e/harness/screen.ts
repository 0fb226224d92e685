import { expect, type Locator, type Page } from '@playwright/test'

/** The shop's decimal as an English reader sees it; worked out by another way than the app's. */
export const lira = (amount: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'TRY', currencyDisplay: 'narrowSymbol' }).format(
    Number(amount),
  )

/** The value beside a label, in any list of facts. */
export const factOf = (within: Locator, label: string): Locator =>
  within
    .locator('dt')
    .filter({ hasText: new RegExp(`^${escaped(label)}$`) })
    .locator('xpath=following-sibling::dd[1]')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Opens an order through the search box, as one does with a customer on the phone. */
export async function openOrder(page: Page, number: string): Promise<Locator> {
  await page.getByTestId('nav-orders').click()
  await page.getByTestId('search-input').fill(number)
  await page.locator(`[data-testid=order-row][data-order-number="${number}"]`).click()
  const detail = page.locator(`[data-testid=order-detail][data-order-number="${number}"]`)
  await expect(detail).toBeVisible()
  return detail
}

export const lineOf = (page: Page, orderItem: number | string): Locator =>
  page.locator(`[data-testid=order-line][data-order-item="${orderItem}"]`)

/** Values and words of a select, without the empty choice. */
export async function optionsOf(select: Locator): Promise<(readonly [value: string, text: string])[]> {
  const all = await select
    .locator('option')
    .evaluateAll(options =>
      options.map(option => [(option as HTMLOptionElement).value, option.textContent?.trim() ?? ''] as const),
    )
  return all.filter(([value]) => value !== '')
}
