import { expect, type Page, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from '../e2e/harness/app.ts'
import { button } from '../e2e/harness/by-name.ts'
import { seedOfRun } from '../seed.ts'
import { type MutatedShop, mutatedShop } from './harness/mutated-shop.ts'
import { type ScriptedShop, scriptedShop } from './harness/scripted-shop.ts'

const seed = seedOfRun()
const rows = 300
const steps = 60

let profile: string
let app: RunningApp
let shop: MutatedShop
let elsewhere: ScriptedShop
let errors: string[]

test.beforeEach(async () => {
  elsewhere = await scriptedShop(() => ({}))
  shop = await mutatedShop({ seed, rows, elsewhere: elsewhere.url })
  profile = await newProfile()
  app = await startApp(profile)
  errors = []
  app.page.on('pageerror', error => errors.push(String(error)))
  app.page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
})

test.afterEach(async () => {
  await app.kill()
  await shop.close()
  await elsewhere.close()
  await removeProfile(profile)
})

/** Waits for the record of the row that is open, opens its folds, and says what is wrong with it. */
async function faultOfOpen(page: Page, row: string, detail: string): Promise<string | null> {
  const handle = await page.waitForFunction(
    ([rowId, detailId]) => {
      if (document.querySelector('.pane-broken')) return { fault: 'a pane broke' }
      const open = document.querySelector<HTMLElement>(`[data-testid="${rowId}"][aria-current="true"]`)
      const record = document.querySelector<HTMLElement>(`[data-testid="${detailId}"]`)
      if (!open || !record) return null
      const same = ['id', 'orderNumber'].every(
        key => record.dataset[key] === undefined || record.dataset[key] === open.dataset[key],
      )
      if (!same) return null
      for (const fold of record.querySelectorAll('details')) fold.open = true
      const blank = [open, record, record.querySelector('h1')].some(each => !each?.innerText.trim())
      const loading = record.querySelector('img, iframe, script, object, embed, a, link')
      return { fault: blank ? 'a blank screen' : loading ? `a <${loading.tagName}>` : '' }
    },
    [row, detail] as const,
  )
  const { fault } = (await handle.jsonValue()) ?? { fault: 'nothing' }
  return fault === '' ? null : fault
}

/** Walks down the list that is on the screen. Rows nobody could read are not in it. */
async function walk(page: Page, list: string, row: string, detail: string): Promise<void> {
  await page.getByTestId(list).click()
  await expect(page.getByTestId('list-as-of')).not.toHaveAttribute('data-as-of', '')
  await expect(page.getByTestId('list-progress')).toHaveCount(0)
  const listed = await page.getByTestId('list-count').getAttribute('data-count')
  expect(Number(listed)).toBeGreaterThan(steps)
  await page.getByTestId(row).first().click()
  const seen = new Set<string | null>()
  for (let step = 0; step < steps; step += 1) {
    const fault = await faultOfOpen(page, row, detail)
    const id = await page.locator(`[data-testid=${row}][aria-current=true]`).getAttribute('data-id')
    expect({ list, id, fault, errors }).toEqual({ list, id, fault: null, errors: [] })
    seen.add(id)
    await page.keyboard.press('j')
  }
  expect(seen.size).toBe(steps)
}

test('hundreds of changed rows are listed and walked through, and nobody else is asked', async () => {
  const { page } = app
  await page.getByTestId('connect-commerce-url').fill(shop.url)
  await page.getByTestId('connect-session-id').fill('pasted-session')
  await page.getByTestId('connect-customer-submit').click()
  await walk(page, 'nav-orders', 'order-row', 'order-detail')
  await walk(page, 'nav-old-orders', 'old-order-row', 'old-order-detail')
  await walk(page, 'nav-requests', 'request-row', 'request-detail')

  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.addAccount').click()
  await page.getByTestId('connect-omnitron-url').fill(shop.url)
  await page.getByTestId('connect-staff-token').fill('pasted-token')
  await page.getByTestId('connect-staff-submit').click()
  await walk(page, 'nav-pending', 'pending-row', 'pending-detail')

  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
  expect(errors).toEqual([])
  expect(shop.strays()).toEqual([])
  expect(elsewhere.seen).toEqual([])
})
