import { expect, type Page } from '@playwright/test'
import { button, tick } from '../by-name.ts'
import type { Stage } from '../stage.ts'

/** One thing a person can look at. `show` starts from any other scene and ends when it stands still; `leave` undoes what would outlast it. */
export interface Scene {
  readonly name: string
  readonly show: (page: Page, stage: Stage) => Promise<void>
  readonly leave?: (page: Page, stage: Stage) => Promise<void>
}

/** Away with dialogs and selections of the scene before. */
export async function clear(page: Page): Promise<void> {
  for (let n = 0; n < 4 && (await page.locator('dialog[open]').count()) > 0; n += 1) await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  if (await button(page, 'selection.clear').isVisible()) await button(page, 'selection.clear').click()
}

/** In a narrow window the record lies over its list; in a table, a list has room only without one. */
export async function closeRecord(page: Page): Promise<void> {
  if (await page.getByTestId('detail-back').isVisible()) await page.getByTestId('detail-back').click()
  // One press leaves the innermost thing: a form that is open in the record takes the first.
  for (let n = 0; n < 3 && (await page.locator('.list-screen[data-detail=open]').count()) > 0; n += 1)
    await page.keyboard.press('Escape')
  await expect(page.locator('.list-screen[data-detail=open]')).toHaveCount(0)
}

export async function goTo(page: Page, screen: string): Promise<void> {
  await clear(page)
  await page.getByTestId(`nav-${screen}`).click()
  await expect(page.getByTestId(`nav-${screen}`)).toHaveAttribute('aria-current', 'page')
}

export async function goToList(page: Page, screen: string, row: string): Promise<void> {
  await goTo(page, screen)
  await closeRecord(page)
  await expect(page.getByTestId(row).first()).toBeVisible()
}

export async function openFirst(page: Page, screen: string, row: string): Promise<void> {
  await goToList(page, screen, row)
  await page.getByTestId(row).first().click()
  await expect(page.locator('.detail')).toBeVisible()
}

export const openOrder = (page: Page): Promise<void> => openFirst(page, 'orders', 'order-row')

/** The numbers of the first orders of the list on screen. */
export const numbersOnScreen = (page: Page): Promise<string[]> =>
  page
    .getByTestId('order-row')
    .evaluateAll(rows => rows.flatMap(row => (row instanceof HTMLElement ? [row.dataset['orderNumber'] ?? ''] : [])))

/** A key of the app, pressed where no field would take it. */
export async function press(page: Page, key: string, testId: string): Promise<void> {
  await page.locator('h1, h2').locator('visible=true').first().click()
  await page.keyboard.press(key)
  await expect(page.getByTestId(testId)).toBeVisible()
}

/** Presses something and waits for what it shows. */
export async function show(page: Page, pressed: string, shown: string): Promise<void> {
  await page.getByTestId(pressed).first().click()
  await expect(page.getByTestId(shown).first()).toBeVisible()
}

/** Selects the first line of this kind that is free, which opens the form. */
export async function chooseLine(page: Page, view: 'refundable' | 'cancellable'): Promise<void> {
  await goToList(page, 'orders', 'order-row')
  await page.locator(`[data-testid=view-chip][data-view=${view}]`).click()
  const count = Math.min(8, await page.getByTestId('order-row').count())
  for (let n = 0; n < count; n += 1) {
    await closeRecord(page)
    await page.getByTestId('order-row').nth(n).click()
    await expect(page.getByTestId('order-line').first()).toBeVisible()
    const type = view === 'refundable' ? 'refund' : 'cancel'
    if ((await page.locator('[data-testid=line-select]:checked').count()) === 0) {
      const free = page.locator('[data-testid=line-select]:enabled')
      if ((await free.count()) === 0) continue
      await tick(free.first())
    }
    const select = page.getByTestId('request-type')
    await expect(page.getByTestId('request-review')).toBeVisible()
    if ((await select.count()) === 0 || (await select.locator(`option[value=${type}]`).count()) === 0) return
    await select.selectOption(type)
    return
  }
  throw new Error(`none of the first orders has a line for ${view}`)
}

export async function chooseReason(page: Page): Promise<void> {
  const reason = page.getByTestId('request-reason')
  const first = reason.locator('option[value]:not([value=""])').first()
  await reason.selectOption((await first.getAttribute('value')) ?? '')
  await page.getByTestId('request-description').fill('Müşteri telefonda söyledi: yanlış beden geldi')
}
