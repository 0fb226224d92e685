import { expect, type Page } from '@playwright/test'

/** One thing a person can look at. `show` starts from any other scene and ends when it stands still. */
export interface Scene {
  readonly name: string
  readonly show: (page: Page) => Promise<void>
}

const nav = (page: Page, screen: string) => page.getByTestId(`nav-${screen}`).click()

/** Away with dialogs, open records and search words of the scene before. */
async function home(page: Page): Promise<void> {
  for (let n = 0; n < 3 && (await page.locator('dialog[open]').count()) > 0; n += 1) await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
}

/** In a narrow window the record lies over its list. */
async function backToList(page: Page): Promise<void> {
  const back = page.getByTestId('detail-back')
  if (await back.isVisible()) await back.click()
}

/** The first row's record. */
async function openRow(page: Page, screen: string, row: string, detail: string): Promise<void> {
  await home(page)
  await nav(page, screen)
  await backToList(page)
  await page.getByTestId(row).first().click()
  await expect(page.locator(detail)).toBeVisible()
}

async function selectFreeLine(page: Page): Promise<void> {
  const rows = page.getByTestId('order-row')
  for (let n = 0; n < 10; n += 1) {
    await backToList(page)
    await rows.nth(n).click()
    await expect(page.getByTestId('order-line').first()).toBeVisible()
    if ((await page.getByTestId('request-review').count()) > 0) return
    const free = page.locator('[data-testid=line-select]:enabled')
    if ((await free.count()) === 0) continue
    await free.first().check()
    return
  }
  throw new Error('none of the first ten orders has a free line')
}

const list = (name: string, screen: string, row: string): Scene => ({
  name,
  show: async page => {
    await home(page)
    await nav(page, screen)
    await backToList(page)
    await expect(page.getByTestId(row).first()).toBeVisible()
  },
})

const page = (name: string, screen: string): Scene => ({
  name,
  show: async page => {
    await home(page)
    await nav(page, screen)
    await expect(page.getByTestId(`nav-${screen}`)).toHaveAttribute('aria-current', 'page')
  },
})

const dialog = (name: string, keys: string, testId: string): Scene => ({
  name,
  show: async page => {
    await openRow(page, 'orders', 'order-row', '[data-testid=order-detail]')
    await page.getByTestId('order-detail').getByRole('heading').first().click()
    await page.keyboard.press(keys)
    await expect(page.getByTestId(testId)).toBeVisible()
  },
})

/** Every screen of an app that has a customer and a staff account, in an order that a person could walk. */
export const scenes: readonly Scene[] = [
  list('orders', 'orders', 'order-row'),
  { name: 'order', show: page => openRow(page, 'orders', 'order-row', '[data-testid=order-detail]') },
  {
    name: 'request-form',
    show: async page => {
      await home(page)
      await nav(page, 'orders')
      await selectFreeLine(page)
      await expect(page.getByTestId('request-review')).toBeVisible()
    },
  },
  {
    name: 'request-review',
    show: async page => {
      const reason = page.getByTestId('request-reason')
      const first = reason.locator('option[value]:not([value=""])').first()
      await reason.selectOption((await first.getAttribute('value')) ?? '')
      await page.getByTestId('request-description').fill('Müşteri telefonda söyledi: yanlış beden geldi')
      await page.getByTestId('request-review').click()
      await expect(page.getByTestId('request-submit')).toBeVisible()
    },
  },
  {
    name: 'request-left',
    show: async page => {
      await page.getByTestId('request-close').click()
      await expect(page.getByTestId('request-submit')).toHaveCount(0)
    },
  },
  page('requests', 'requests'),
  { name: 'request', show: page => openRow(page, 'requests', 'request-row', '.detail') },
  page('pending', 'pending'),
  { name: 'pending-order', show: page => openRow(page, 'pending', 'pending-row', '.detail') },
  { name: 'old-order', show: page => openRow(page, 'old-orders', 'old-order-row', '.detail') },
  page('outbox', 'outbox'),
  page('activity', 'activity'),
  page('readiness', 'readiness'),
  page('settings', 'settings'),
  dialog('find', 'Control+k', 'find-box'),
  {
    name: 'macros',
    show: async page => {
      await home(page)
      await nav(page, 'orders')
      await selectFreeLine(page)
      await page.getByTestId('macro-open').click()
      await expect(page.getByTestId('macro-picker')).toBeVisible()
    },
  },
]
