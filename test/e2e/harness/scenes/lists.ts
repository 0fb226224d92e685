import { expect } from '@playwright/test'
import { button, field, tick } from '../by-name.ts'
import { closeRecord, goTo, goToList, numbersOnScreen, openFirst, type Scene, show } from './steps.ts'

const list = (name: string, row: string): Scene => ({ name, show: page => goToList(page, name, row) })
const record = (name: string, screen: string, row: string): Scene => ({
  name,
  show: page => openFirst(page, screen, row),
})

const orderList = (page: Parameters<Scene['show']>[0]) => goToList(page, 'orders', 'order-row')

/** The lists and what belongs to them. */
export const listScenes: readonly Scene[] = [
  list('orders', 'order-row'),
  {
    name: 'orders-selected',
    show: async page => {
      await orderList(page)
      for (const n of [0, 1, 3]) {
        await page.getByTestId('order-row').nth(n).hover()
        await tick(page.getByTestId('row-select').nth(n))
      }
      await expect(page.getByTestId('selection-bar')).toBeVisible()
    },
  },
  {
    name: 'orders-views-menu',
    show: async page => {
      await orderList(page)
      await button(page, 'views.title').click()
      await expect(page.getByTestId('view-item').first()).toBeVisible()
    },
    leave: page => page.keyboard.press('Escape'),
  },
  {
    name: 'orders-save-view',
    show: async page => {
      await orderList(page)
      await page.getByTestId('search-input').fill('pamuk')
      await show(page, 'view-save', 'view-dialog')
    },
    leave: async page => {
      await page.keyboard.press('Escape')
      await page.locator('[data-testid=view-chip][data-view=all]').click()
      await expect(page.getByTestId('search-input')).toHaveValue('')
    },
  },
  {
    name: 'orders-manage-views',
    show: async page => {
      await orderList(page)
      await button(page, 'views.title').click()
      await show(page, 'view-menu-manage', 'views-dialog')
    },
  },
  {
    name: 'orders-nothing-found',
    show: async page => {
      await orderList(page)
      await page.getByTestId('search-input').fill('zürafa')
      await expect(page.getByTestId('list-empty')).toBeVisible()
    },
    leave: page => page.getByTestId('search-input').fill(''),
  },
  {
    name: 'orders-table',
    show: async page => {
      await orderList(page)
      await page.getByTestId('list-layout').click()
      // In a window without room for it, the rows stay cards.
      await expect(page.getByTestId('list-layout')).toHaveAttribute('data-layout', 'table')
    },
  },
  {
    name: 'orders-columns',
    show: page => show(page, 'list-columns', 'columns-dialog'),
    leave: async page => {
      await page.keyboard.press('Escape')
      await page.getByTestId('list-layout').click()
      await expect(page.getByTestId('list-layout')).toHaveAttribute('data-layout', 'cards')
    },
  },
  {
    name: 'export',
    show: async page => {
      await orderList(page)
      await page.locator('.list-title h1').click()
      await page.keyboard.press('e')
      await expect(page.getByTestId('export-dialog')).toBeVisible()
    },
  },
  {
    name: 'several',
    show: async page => {
      await orderList(page)
      const numbers = await numbersOnScreen(page)
      await button(page, 'several.title').click()
      await field(page, 'several.numbers').fill([...numbers.slice(0, 4), '9900112233445566'].join('\n'))
      await show(page, 'several-find', 'several-order')
      const free = page.locator('[data-testid=several-select]:enabled:not(:checked)')
      if ((await page.getByTestId('request-review').count()) === 0) await tick(free.first())
    },
    leave: async page => {
      await button(page, 'several.clear').click()
      await goTo(page, 'orders')
    },
  },
  list('requests', 'request-row'),
  record('request', 'requests', 'request-row'),
  list('pending', 'pending-row'),
  record('pending-order', 'pending', 'pending-row'),
  list('old-orders', 'old-order-row'),
  record('old-order', 'old-orders', 'old-order-row'),
  {
    name: 'tabs',
    show: async page => {
      await orderList(page)
      for (let n = 0; n < 9; n += 1)
        await page
          .getByTestId('order-row')
          .nth(n)
          .click({ modifiers: ['ControlOrMeta'] })
      await expect(page.getByTestId('tab-menu')).toBeVisible()
      await page.getByTestId('order-row').nth(2).click()
      await expect(page.getByTestId('order-detail')).toBeVisible()
    },
    leave: async page => {
      while ((await page.getByTestId('record-tab').count()) > 0) {
        const tabs = await page.getByTestId('record-tab').count()
        await page.keyboard.press('Control+w')
        if ((await page.getByTestId('record-tab').count()) === tabs) await page.getByTestId('tab-close').first().click()
      }
      await closeRecord(page)
    },
  },
]
