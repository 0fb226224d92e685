import { expect, type Page, test } from '@playwright/test'
import { field } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { expectFocus, openByKeys, press, tabTo } from './harness/keyboard.ts'
import { findItem, postedBodies, requestsPath } from './harness/request-form.ts'
import { lineOf } from './harness/screen.ts'
import type { ItemRow } from './harness/shop-rows.ts'
import { connectCustomer, entryOf, expectCount } from './harness/steps.ts'

const fresh = freshAppForEach({ orders: 30, oldOrders: 4, pending: 4, decideAfterMs: 3_600_000 })

test.beforeEach(async () => {
  const { page } = fresh.app
  await field(page, 'settings.language').selectOption('en')
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 30)
  await page.evaluate(() => {
    for (const kind of ['mousedown', 'pointerdown', 'touchstart'])
      window.addEventListener(kind, () => document.body.setAttribute('data-pointed', 'true'), true)
  })
})

/** The whole test was done by key. */
const expectNoPointer = (page: Page): Promise<void> =>
  expect(page.locator('body')).not.toHaveAttribute('data-pointed', 'true')

/** Goes to the lines and down to this one, and chooses it. */
async function chooseByKeys(page: Page, item: ItemRow): Promise<void> {
  const line = lineOf(page, item.id)
  const check = line.getByTestId('line-select')
  await press(page, 'l')
  await expect(page.locator('[data-testid=line-select]:focus')).toBeVisible()
  for (let presses = 0; presses < 12; presses += 1) {
    if (await check.evaluate(each => each === document.activeElement)) break
    await press(page, 'ArrowDown')
  }
  await press(page, 'x')
  await expect(line).toHaveAttribute('data-selected', 'true')
}

/** The form has focus: the first reason and a note, then review and save. */
async function fillAndSend(page: Page): Promise<void> {
  await expect(page.getByTestId('request-reason')).toBeFocused()
  await press(page, 'ArrowDown')
  await expect(page.getByTestId('request-reason')).not.toHaveValue('')
  await press(page, 'Tab')
  await page.keyboard.type('Müşteri telefonda söyledi')
  await press(page, 'Control+Enter')
  await expect(page.getByTestId('request-submit')).toBeFocused()
  await press(page, 'Escape')
  await expect(page.getByTestId('request-review')).toBeFocused()
  await press(page, 'Control+Enter')
  await expect(page.getByTestId('request-submit')).toBeFocused()
  await press(page, 'Control+Enter')
  await expect(page.getByTestId('request-saved')).toBeVisible()
}

test('an order is found, one line refunded and the request seen confirmed, without the mouse', async () => {
  const { page } = fresh.app
  const { order, item } = await findItem(fresh.shop, row => row.is_refundable)
  await openByKeys(page, order.number)
  await chooseByKeys(page, item)
  await press(page, 'r')
  await expect(page.getByTestId('request-type')).toHaveValue('refund')
  await fillAndSend(page)
  await expectFocus(page)

  await press(page, 'Control+5', 'j')
  await expect(entryOf(page, String(item.id))).toBeFocused()
  await expect(entryOf(page, String(item.id))).toHaveAttribute('data-state', 'confirmed', { timeout: 20_000 })
  await expectFocus(page)
  expect(fresh.shop.posts(requestsPath)).toBe(1)
  expect(postedBodies(fresh.shop)).toEqual([
    expect.objectContaining({ cancellation_type: 'refund', order_item: expect.anything() }),
  ])
  await expectNoPointer(page)
})

test('a request made offline is discarded, had back and discarded again by key, and never sent', async () => {
  const { page } = fresh.app
  const { order, item } = await findItem(fresh.shop, row => row.is_cancellable)
  await openByKeys(page, order.number)
  await fresh.shop.stop()
  await press(page, 'F5')
  await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
  await chooseByKeys(page, item)
  await press(page, 'c')
  await expect(page.getByTestId('request-type')).toHaveValue('cancel')
  await fillAndSend(page)

  await press(page, 'Control+5', 'j')
  const entry = page.getByTestId('outbox-entry')
  await expect(entry).toHaveAttribute('data-state', 'queued')
  await expect(entry).toBeFocused()
  for (const [key, state] of [
    ['d', 'dropped'],
    ['z', 'queued'],
    ['d', 'dropped'],
  ] as const) {
    await press(page, key)
    if (key === 'd') {
      await expect(page.getByTestId('confirm-dialog')).toBeVisible()
      await tabTo(page, '[data-testid=confirm-yes]')
      await press(page, 'Enter')
    }
    await expect(entry).toHaveAttribute('data-state', state)
    await expect(entry).toBeFocused()
  }
  await fresh.shop.start()
  await press(page, 'F5')
  await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering')
  await expect(entry).toHaveAttribute('data-state', 'dropped')
  expect(fresh.shop.posts(requestsPath)).toBe(0)
  await expectNoPointer(page)
})

test('rows are selected by key, kept while filters change, and taken to one request', async () => {
  const { page } = fresh.app
  const count = page.getByTestId('selection-count')
  const open = page.locator('[data-testid=order-row][aria-current=true]')
  for (const selected of ['1', '2']) {
    const before = selected === '1' ? '' : ((await open.getAttribute('data-id')) ?? '')
    await press(page, 'j')
    await expect(open).not.toHaveAttribute('data-id', before)
    await press(page, 'x')
    await expect(count).toHaveAttribute('data-count', selected)
  }
  const numbers = await page
    .locator('.virtual li:has(:checked) .row')
    .evaluateAll(rows => rows.map(row => row.getAttribute('data-order-number')))
  await press(page, 'Control+F')
  await page.keyboard.type('nothing like this')
  await expect(page.getByTestId('list-count')).toHaveAttribute('data-count', '0')
  await expect(count).toHaveAttribute('data-count', '2')
  await press(page, 'Control+A', 'Delete')
  await expectCount(page, 30)
  await tabTo(page, '[data-testid=selection-ask]')
  await press(page, 'Enter')
  await expect(field(page, 'several.numbers')).toHaveValue(numbers.join('\n'))

  await press(page, 'Control+1', 'Shift+X')
  await expect(count).toHaveAttribute('data-count', '30')
  await press(page, 'Escape')
  await expect(count).toHaveCount(0)
  await expectNoPointer(page)
})

test('keys are looked up, changed and switched off by key', async () => {
  const { page } = fresh.app
  const root = page.locator('html')
  await press(page, '?')
  await expect(page.locator('[data-testid=cheat-row][data-command="list.next"]')).toHaveAttribute(
    'data-available',
    'true',
  )
  await expect(page.locator('[data-testid=cheat-row][data-command="entry.discard"]')).toHaveAttribute(
    'data-available',
    'false',
  )
  await tabTo(page, '[data-testid=cheat-change]')
  await press(page, 'Enter')
  await expect(page.getByTestId('keys-section')).toBeFocused()

  const change = (id: string) => `[data-command="${id}"] [data-testid=key-change]`
  await tabTo(page, change('window.theme'))
  await press(page, 'Enter', 'j')
  await expect(page.getByTestId('key-taken')).toContainText('Next row')
  await tabTo(page, '[data-testid=key-leave]')
  await press(page, 'Enter', 'Enter', 'b')
  await expect(page.locator('[data-testid=key-row][data-command="window.theme"] kbd')).toHaveText('B')
  await press(page, 'b')
  await expect(root).toHaveAttribute('data-theme', /light|dark/)
  const after = (await root.getAttribute('data-theme')) ?? ''

  await press(page, 'Control+Comma')
  await tabTo(page, '[data-testid=keys-single]')
  await press(page, 'Space', 'b', '?')
  await expect(root).toHaveAttribute('data-theme', after)
  await expect(page.getByTestId('cheat-sheet')).toHaveCount(0)
  await press(page, 'F1')
  await expect(page.getByTestId('cheat-sheet')).toBeVisible()
  await press(page, 'Escape')
  await press(page, 'Control+1')
  await expectCount(page, 30)
  await expectNoPointer(page)
})
