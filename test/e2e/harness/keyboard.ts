import { expect, type Page } from '@playwright/test'

/** What has focus, as a person could see it: not the page as a whole, and on the screen. */
const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const has = document.activeElement
    if (!(has instanceof HTMLElement) || has === document.body) return 'nowhere'
    const { width, height } = has.getBoundingClientRect()
    return width > 0 && height > 0 ? 'somewhere' : `unseen ${has.tagName}`
  })

export const expectFocus = async (page: Page): Promise<void> => {
  await expect.poll(() => focusOf(page)).toBe('somewhere')
}

/** Waits until what was drawn last can be seen. Nobody presses for what they have not seen, and a review refuses it. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  )

/** Presses keys one after the other, each once the screen is painted; after each, focus is on something that can be seen. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await painted(page)
    await page.keyboard.press(key)
    await expectFocus(page)
  }
}

/** Goes on with Tab until something that matches has focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = () => page.evaluate(wanted => document.activeElement?.matches(wanted) === true, selector)
  for (let presses = 0; presses < 400; presses += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${selector}`)
}

/** Opens an order from the keyboard, through the list's own search. */
export async function openByKeys(page: Page, number: string): Promise<void> {
  await press(page, 'Control+1', 'Control+F')
  await page.keyboard.press('Control+A')
  await page.keyboard.type(number)
  await expect(page.getByTestId('list-count')).toHaveAttribute('data-query', number)
  await expect(page.getByTestId('list-count')).toHaveAttribute('data-count', '1')
  await press(page, 'Enter')
  await expect(page.locator(`[data-testid=order-detail][data-order-number="${number}"]`)).toBeVisible()
}
