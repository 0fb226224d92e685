import { expect, type Page } from '@playwright/test'
import { button, field } from '../by-name.ts'
import { clear, goTo, goToList, numbersOnScreen, openFirst, type Scene, show } from './steps.ts'

const page = (name: string): Scene => ({ name, show: page => goTo(page, name) })

const entryIn = (page: Page, state: string) => page.locator(`[data-testid=outbox-entry][data-state=${state}]`).first()

/** The settings, from one of their parts on. */
const settings = (name: string, part: string): Scene => ({
  name,
  show: async page => {
    await goTo(page, 'settings')
    await page
      .getByTestId(part)
      .first()
      .evaluate(node => node.scrollIntoView({ block: 'start' }))
  },
})

const find = (name: string, words: (page: Page) => Promise<string>, shown: string): Scene => ({
  name,
  show: async page => {
    await goToList(page, 'orders', 'order-row')
    const typed = await words(page)
    await page.keyboard.press('Control+k')
    await page.getByTestId('find-input').fill(typed)
    await expect(page.getByTestId('find-count')).toHaveAttribute('data-query', typed)
    await expect(page.getByTestId(shown).first()).toBeVisible()
  },
})

/** The outbox, what the app tells of itself, the settings, and what lies over every screen. */
export const pageScenes: readonly Scene[] = [
  page('outbox'),
  {
    name: 'outbox-evidence',
    show: async page => {
      await goTo(page, 'outbox')
      await entryIn(page, 'needs-review').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'outbox-edit',
    show: async page => {
      await goTo(page, 'outbox')
      await entryIn(page, 'rejected').getByTestId('entry-edit').click()
      await expect(page.getByTestId('entry-edit-dialog')).toBeVisible()
    },
  },
  {
    name: 'slip',
    show: async page => {
      await openFirst(page, 'requests', 'request-row')
      await show(page, 'slip-open', 'slip')
    },
  },
  {
    name: 'slip-roll',
    show: page =>
      page
        .getByTestId('slip-format')
        .selectOption('roll')
        .then(() => undefined),
    leave: async page => {
      await field(page, 'slip.format').selectOption('a4')
      await clear(page)
    },
  },
  page('activity'),
  page('summary'),
  page('readiness'),
  page('settings'),
  settings('settings-shops', 'settings-quantity-key'),
  settings('settings-macros', 'macros'),
  settings('settings-desktop', 'settings-notices'),
  settings('settings-keys', 'keys-section'),
  {
    name: 'key-choice',
    show: async page => {
      await goTo(page, 'settings')
      await page.getByTestId('keys-section').getByTestId('key-change').first().click()
      await expect(button(page, 'keys.press')).toBeVisible()
    },
    leave: page => page.keyboard.press('Escape'),
  },
  {
    name: 'macro-editor',
    show: async page => {
      await goTo(page, 'settings')
      await show(page, 'macro-new', 'macro-editor')
    },
  },
  {
    name: 'unsent',
    show: async page => {
      await goTo(page, 'settings')
      const row = page.getByTestId('account-row').nth(1)
      await button(row, 'settings.signOut').click()
      await expect(page.getByTestId('unsent-dialog')).toBeVisible()
    },
  },
  {
    name: 'connect',
    show: async page => {
      await goTo(page, 'settings')
      await show(page, 'account-add', 'connect-commerce-url')
    },
    leave: page => goTo(page, 'orders'),
  },
  {
    name: 'keys',
    show: async page => {
      await goToList(page, 'orders', 'order-row')
      await page.keyboard.press('F1')
      await expect(page.getByTestId('cheat-sheet')).toBeVisible()
    },
  },
  find('find-empty', async () => '', 'find-result'),
  find('find-number', async page => (await numbersOnScreen(page))[0] ?? '', 'find-result'),
  find('find-words', async () => 'deniz', 'find-result'),
  find('find-nothing', async () => 'ZX-990011', 'find-empty'),
  {
    name: 'offline',
    show: async (page, { shop }) => {
      await openFirst(page, 'orders', 'order-row')
      shop.breakWith({ kind: 'network-down' })
      await page.getByTestId('refresh').click()
      await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
    },
    leave: async (page, { shop }) => {
      shop.heal()
      await page.getByTestId('refresh').click()
      await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering', { timeout: 30_000 })
    },
  },
]
