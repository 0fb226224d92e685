import { expect, type Page, test } from '@playwright/test'
import { startApp } from './harness/app.ts'
import { button, field, tick } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { expectKept } from './harness/kept.ts'
import { chooseLine, findItem, requestsPath } from './harness/request-form.ts'
import { lineOf, openOrder } from './harness/screen.ts'
import type { OrderRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const fresh = freshAppForEach({ orders: 30, oldOrders: 0, pending: 0, decideAfterMs: 3_600_000 })

test.beforeEach(async () => {
  const { page } = fresh.app
  await field(page, 'settings.language').selectOption('en')
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 30)
})

/** Two orders with a line that may be cancelled. */
async function twoOrders(): Promise<readonly OrderRow[]> {
  const orders = await (await ShopView.ofCustomer(fresh.shop)).all<OrderRow>('/users/orders/')
  return orders.filter(({ orderitem_set }) => orderitem_set.some(({ is_cancellable }) => is_cancellable)).slice(0, 2)
}

/** Fills a form in as a person does, and makes a macro from it. */
async function makeMacro(page: Page, number: string): Promise<string> {
  await page.getByTestId('request-type').selectOption('cancel')
  const reason = page.getByTestId('request-reason')
  const first = (await reason.locator('option[value]:not([value=""])').first().getAttribute('value')) ?? ''
  await reason.selectOption(first)
  await page.getByTestId('request-description').fill(`Sipariş ${number} için müşteri vazgeçti`)
  await button(page, 'macro.open').click()
  await button(page, 'macro.make').click()
  await expect(field(page.getByRole('dialog'), 'form.description')).toHaveValue(
    'Sipariş {orderNumber} için müşteri vazgeçti',
  )
  await button(page, 'macro.save').click()
  await expect(page.getByTestId('macro-editor').getByRole('alert')).toBeVisible()
  await field(page, 'macro.name').fill('Müşteri vazgeçti')
  // Esc closes the editor, and what was typed is there when it is opened again.
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('macro-editor')).toHaveCount(0)
  await button(page, 'macro.open').click()
  await button(page, 'macro.make').click()
  await expect(field(page, 'macro.name')).toHaveValue('Müşteri vazgeçti')
  await button(page, 'macro.save').click()
  await expect(page.getByTestId('macro-editor')).toHaveCount(0)
  return first
}

test('a form becomes a macro, which fills in the next order by one key, after a restart too, and sends nothing', async () => {
  const [one, two] = await twoOrders()
  const found = await findItem(fresh.shop, ({ is_cancellable }) => is_cancellable)
  await chooseLine(fresh.app.page, found)
  const reason = await makeMacro(fresh.app.page, found.order.number)

  await expectKept(fresh.app.page, 'macros')
  await fresh.app.kill()
  fresh.app = await startApp(fresh.profile)
  const { page } = fresh.app
  const other = two?.number === found.order.number ? one : two
  await openOrder(page, other?.number ?? '')
  const able = other?.orderitem_set.filter(({ is_cancellable }) => is_cancellable) ?? []
  for (const item of able) await tick(lineOf(page, item.id).getByTestId('line-select'))
  await page.getByTestId('order-detail').getByRole('heading').first().click()
  await page.keyboard.press('1')
  await expect(page.getByTestId('request-description')).toHaveValue(`Sipariş ${other?.number} için müşteri vazgeçti`)
  await expect(page.getByTestId('request-reason')).toHaveValue(reason)
  await expect(page.getByTestId('request-review')).toBeVisible()
  for (const item of able) await expect(lineOf(page, item.id).getByTestId('line-select')).toBeChecked()
  expect(fresh.shop.posts(requestsPath)).toBe(0)
})

test('a variable that nothing fills in is refused beside the description', async () => {
  const { page } = fresh.app
  await page.getByTestId('nav-settings').click()
  await button(page, 'macro.new').click()
  await field(page, 'macro.name').fill('İade')
  await field(page.getByRole('dialog'), 'form.description').fill('{iban} {orderNumber}')
  await button(page, 'macro.save').click()
  await expect(page.getByTestId('macro-editor').getByRole('alert')).toContainText('iban')
  await field(page.getByRole('dialog'), 'form.description').fill('{orderNumber}')
  await button(page, 'macro.save').click()
  await expect(page.getByTestId('macro-row')).toHaveCount(1)
  await page.getByTestId('macro-delete').click()
  await expect(page.getByTestId('macro-row')).toHaveCount(0)
  await button(page, 'macro.undo').click()
  await expect(page.getByTestId('macro-row')).toHaveCount(1)
})
