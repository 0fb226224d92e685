import { expect, type Page, test } from '@playwright/test'
import { type CommandId, commandIds } from '../../src-renderer/features/common/commands/catalogue.ts'
import { button, field } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { openByKeys, press } from './harness/keyboard.ts'
import { findItem, requestsPath } from './harness/request-form.ts'
import { lineOf } from './harness/screen.ts'
import { connectCustomer, connectStaff, expectCount, submitRequest } from './harness/steps.ts'

const fresh = freshAppForEach({ orders: 30, oldOrders: 4, pending: 4, decideAfterMs: 3_600_000 })

/** Entries in states that take the shop minutes to come to, and macros, which have to be made first. */
const isBeyond = (id: CommandId): boolean => /^(?:entry\.(?:sendAgain|retry)|macro\.\d)$/.test(id)

/** The commands that can be run right now, as the cheat sheet tells a person. */
async function offeredNow(page: Page): Promise<readonly string[]> {
  await press(page, 'F1')
  const ids = await page
    .locator('[data-testid=cheat-row][data-available=true]')
    .evaluateAll(rows => rows.map(row => row.getAttribute('data-command') ?? ''))
  await press(page, 'Escape')
  await expect(page.getByTestId('cheat-sheet')).toHaveCount(0)
  return ids
}

test('every command of the catalogue can be run somewhere', async () => {
  const { page } = fresh.app
  await field(page, 'settings.language').selectOption('en')
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 30)
  const offered = new Set<string>()
  const look = async () => {
    for (const id of await offeredNow(page)) offered.add(id)
  }

  await look()
  const { order, item } = await findItem(fresh.shop, row => row.is_refundable)
  await openByKeys(page, order.number)
  await look()
  const { order: other } = await findItem(fresh.shop, row => row.is_cancellable)
  await openByKeys(page, other.number)
  await look()
  await press(page, 'l')
  await expect(page.locator('.line-check:focus')).toBeVisible()
  await press(page, 'x')
  await expect(page.getByTestId('request-review')).toBeVisible()
  await look()

  fresh.shop.breakWith({ kind: 'reset-before-effect', times: 1, path: requestsPath, method: 'POST' })
  await submitRequest(page)
  await press(page, 'Control+5')
  const unknown = page.locator('[data-testid=outbox-entry][data-state=unknown]').first()
  await unknown.getByTestId('entry-check-now').focus()
  await look()

  await fresh.shop.stop()
  await press(page, 'F5')
  await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
  await openByKeys(page, order.number)
  await lineOf(page, item.id).getByTestId('line-select').focus()
  await press(page, 'r')
  await submitRequest(page)
  await press(page, 'Control+5')
  const waiting = page.locator('[data-testid=outbox-entry][data-state=queued]').first()
  await waiting.getByTestId('entry-discard').focus()
  await look()
  await waiting.getByTestId('entry-discard').press('Enter')
  await page.getByTestId('confirm-yes').press('Enter')
  await expect(page.getByTestId('outbox-discarded')).toBeVisible()
  await look()

  await fresh.shop.start()
  await press(page, 'Control+Comma')
  await button(page, 'settings.addAccount').click()
  await connectStaff(page, fresh.shop)
  for (const key of ['Control+2', 'Control+3', 'Control+4', 'Control+6', 'Control+7', 'Control+1']) {
    await press(page, key)
    await look()
  }
  await press(page, 'Alt+ArrowLeft')
  await look()
  await press(page, 'Control+1', 'Control+w')
  await look()
  const missing = commandIds.filter(id => !offered.has(id) && !isBeyond(id))
  expect(missing).toEqual([])
})
