import { expect, type Page, test } from '@playwright/test'
import { startApp } from './harness/app.ts'
import { button, field } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { expectKept } from './harness/kept.ts'
import type { OrderRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const orders = 60
const fresh = freshAppForEach({ orders, oldOrders: 0, pending: 5, decideAfterMs: 3_600_000 })

const chip = (page: Page, view: string) => page.locator(`[data-testid=view-chip][data-view="${view}"]`)
const chipNamed = (page: Page, name: string) => page.getByTestId('view-chip').filter({ hasText: name })
const headsOf = (page: Page) => page.locator('th').allInnerTexts()

async function begin(): Promise<Page> {
  const { page } = fresh.app
  await field(page, 'settings.language').selectOption('en')
  await connectCustomer(page, fresh.shop)
  await expectCount(page, orders)
  return page
}

async function restart(kept: string): Promise<Page> {
  await expectKept(fresh.app.page, kept)
  await fresh.app.kill()
  fresh.app = await startApp(fresh.profile)
  await expectCount(fresh.app.page, orders)
  return fresh.app.page
}

test('each delivered view has as many rows as its count says, and as the shop’s own data has', async () => {
  const page = await begin()
  const rows = await (await ShopView.ofCustomer(fresh.shop)).all<OrderRow & Flags>('/users/orders/')
  const withLine = (flag: keyof Line) => rows.filter(row => row.orderitem_set.some(line => line[flag])).length
  await expect(chip(page, 'refundable')).toHaveAttribute('data-count', String(withLine('is_refundable')))
  await expect(chip(page, 'cancellable')).toHaveAttribute('data-count', String(withLine('is_cancellable')))
  for (const view of await page.getByTestId('view-chip').all()) {
    await view.click()
    await expect(view).toHaveAttribute('aria-pressed', 'true')
    await expectCount(page, Number(await view.getAttribute('data-count')))
  }
})

interface Line {
  readonly is_refundable: boolean
  readonly is_cancellable: boolean
}
interface Flags {
  readonly orderitem_set: readonly Line[]
}

test('a saved view is there after a restart, with its filter, and tells what was changed since', async () => {
  let page = await begin()
  await chip(page, 'refundable').click()
  await page.getByTestId('search-input').fill('yagmurluk')
  await expect(page.getByTestId('list-count')).toHaveAttribute('data-query', 'yagmurluk')
  const count = Number(await page.getByTestId('list-count').getAttribute('data-count'))
  await button(page, 'views.save').click()
  await field(page, 'views.name').fill('can be REFUNDED')
  await button(page, 'views.confirm').click()
  await expect(page.getByRole('alert')).toHaveText('This list already has a view of that name.')
  await field(page, 'views.name').fill('Raincoats back')
  await page.keyboard.press('Escape')
  await button(page, 'views.save').click()
  await expect(field(page, 'views.name'), 'Esc keeps what was typed').toHaveValue('Raincoats back')
  await button(page, 'views.confirm').click()
  await expect(chipNamed(page, 'Raincoats back')).toHaveAttribute('aria-pressed', 'true')

  page = await restart('views')
  const own = chipNamed(page, 'Raincoats back')
  await expect(own).toHaveAttribute('data-count', String(count))
  await own.click()
  await expect(page.getByTestId('search-input')).toHaveValue('yagmurluk')
  await expect(page.getByTestId('filter-possible')).toHaveValue('refund')
  await expectCount(page, count)

  await page.getByTestId('search-input').fill('')
  await page.getByTestId('view-save-changes').click()
  await expect(page.getByTestId('view-reset')).toHaveCount(0)
  await page.getByTestId('filter-possible').selectOption('')
  await page.getByTestId('view-reset').click()
  await expect(page.getByTestId('filter-possible')).toHaveValue('refund')
  await expect(page.getByTestId('search-input')).toHaveValue('')

  await button(page, 'views.title').click()
  await button(page, 'views.manage').click()
  const managed = page.getByTestId('managed-view').filter({ hasText: 'Raincoats back' })
  await managed.getByTestId('view-delete').click()
  await expect(managed).toHaveCount(0)
  await button(page, 'views.undo').click()
  await managed.getByTestId('view-pin').click()
  await button(page, 'action.close').click()
  await chip(page, 'all').click()
  await expect(chipNamed(page, 'Raincoats back')).toHaveCount(0)
  await button(page, 'views.title').click()
  await page.getByTestId('view-item').filter({ hasText: 'Raincoats back' }).click()
  await expect(page.getByTestId('filter-possible')).toHaveValue('refund')
})

test('a table keeps the columns that were chosen, sorts by its heads, and gives way to an open record', async () => {
  let page = await begin()
  await page.getByTestId('list-layout').click()
  await button(page, 'columns.choose').click()
  await page.getByTestId('column-currency').check()
  await page.getByTestId('column-items').uncheck()
  for (let step = 0; step < 3; step += 1) await page.getByTestId('column-amount-up').click()
  await button(page, 'action.close').click()
  const chosen = ['Order', 'Amount', 'Date', 'Customer', 'Product', 'Status', 'Our request', 'Currency']
  await expect.poll(() => headsOf(page)).toEqual(chosen)

  page = await restart('looks')
  await expect.poll(() => headsOf(page)).toEqual(chosen)
  await page.locator('th[data-column=amount] button').click()
  await expect(page.locator('th[data-column=amount]')).toHaveAttribute('aria-sort', 'descending')
  const rows = await (await ShopView.ofCustomer(fresh.shop)).all<OrderRow>('/users/orders/')
  const byAmount = rows.toSorted((one, other) => Number(other.amount) - Number(one.amount))
  await expect(page.getByTestId('order-row').first()).toHaveAttribute('data-id', String(byAmount[0]?.id))

  await page.getByTestId('order-row').first().getByRole('button').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const second = page.locator(`[data-testid=order-row][data-id="${byAmount[1]?.id}"]`)
  await expect(page.getByTestId('order-detail')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(second).toHaveAttribute('aria-current', 'true')
  await expect(second).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(second.getByRole('button')).toBeFocused()

  const search = page.getByTestId('search-input')
  await search.fill(byAmount[4]?.number ?? '')
  await expectCount(page, 1)
  await expect(page.getByTestId('order-row')).toHaveAttribute('data-id', String(byAmount[4]?.id))
})
