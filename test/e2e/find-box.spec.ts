import { expect, type Locator, type Page, test } from '@playwright/test'
import { button } from './harness/by-name.ts'
import { chooseLine, findItem } from './harness/request-form.ts'
import { scan } from './harness/scanner.ts'
import { sharedApp } from './harness/shared-app.ts'
import { type ItemRow, type OldOrderRow, type OrderRow, piecesOf } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, connectStaff, expectCount, submitRequest } from './harness/steps.ts'

/** The customer's second page can't be had: this computer knows the 100 newest orders and the shop 130. */
const shared = sharedApp({ orders: 130, oldOrders: 12, pending: 6 }, async ({ app, shop, front }) => {
  front.rule = ({ path, query }, pass) =>
    path === '/users/orders/' && query.get('page') === '2' ? new Response('', { status: 503 }) : pass()
  const { page } = app
  await connectCustomer(page, shop, front.url)
  await expectCount(page, 100)
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.addAccount').click()
  await connectStaff(page, shop)
  await page.getByTestId('nav-pending').click()
  await expect(page.getByTestId('pending-row').first()).toBeVisible()
})

const box = (page: Page): Locator => page.getByTestId('find-box')
const resultOf = (page: Page, kind: string): Locator => page.locator(`[data-testid=find-result][data-kind="${kind}"]`)

/** Opens the box, types, and waits until the list answers that very text. */
async function find(page: Page, text: string): Promise<void> {
  if (!(await box(page).isVisible())) await page.keyboard.press('Control+k')
  await page.getByTestId('find-input').fill(text)
  await expect(page.getByTestId('find-count')).toHaveAttribute('data-query', text)
}

const customerOrders = async (): Promise<OrderRow[]> =>
  (await ShopView.ofCustomer(shared.shop)).all<OrderRow>('/users/orders/')

test('an order is found by its number, and Enter opens it', async () => {
  const { page } = shared.app
  const [, order] = await customerOrders()
  await find(page, order?.number ?? '')
  await expect(resultOf(page, 'order').first()).toHaveAttribute('data-id', String(order?.id))
  await expect(resultOf(page, 'order').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveCount(0)
  await expect(page.locator(`[data-testid=order-detail][data-order-number="${order?.number}"]`)).toBeVisible()
})

test('Ctrl+Enter opens it and keeps it in a tab', async () => {
  const { page } = shared.app
  const [, , order] = await customerOrders()
  await find(page, order?.number ?? '')
  await page.keyboard.press('Control+Enter')
  const tab = page.locator(`[data-testid=record-tab][data-id="${order?.id}"]`)
  await expect(tab).toHaveAttribute('data-kept', 'true')
})

test('by product, SKU, e-mail, phone and name, in any spelling', async () => {
  const { page } = shared.app
  const [order] = await customerOrders()
  const item = order?.orderitem_set[0]
  const { first_name: name = '', phone_number: phone = '' } = order?.shipping_address ?? {}
  const texts = [
    item?.product.sku,
    order?.user_email.toUpperCase(),
    phone,
    `+90${phone.replace(/\D/g, '').slice(-10)}`,
    name,
  ]
  for (const text of [...texts, item?.product.name.toLocaleUpperCase('tr')]) {
    await find(page, text ?? '')
    await expect(resultOf(page, 'order').first(), text).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(box(page)).toHaveCount(0)
})

test('old orders, pending orders of the other account and their customers are found, with their shop', async () => {
  const { page } = shared.app
  const [old] = await (await ShopView.ofCustomer(shared.shop)).all<OldOrderRow>('/users/old-orders/')
  await find(page, old?.number ?? '')
  await expect(resultOf(page, 'old-order').first()).toHaveAttribute('data-id', String(old?.id))

  await page.keyboard.press('Escape')
  await page.getByTestId('nav-pending').click()
  const row = page.getByTestId('pending-row').first()
  const number = (await row.getAttribute('data-order-number')) ?? ''
  const person = (await row.locator('.row-title').textContent()) ?? ''
  await page.getByTestId('nav-orders').click()
  await find(page, person)
  await expect(resultOf(page, 'customer').first()).toContainText(person)
  await find(page, number)
  const pending = resultOf(page, 'pending').first()
  await expect(pending).toContainText(number)
  await expect(pending.locator('.find-shop')).toBeVisible()
  await pending.click()
  await expect(page.locator(`[data-testid=pending-row][data-order-number="${number}"]`)).toHaveAttribute(
    'aria-current',
    'true',
  )
})

test('commands show their key and run; settings open at their part', async () => {
  const { page } = shared.app
  await find(page, 'outbox')
  const command = page.locator('[data-testid=find-result][data-id="go.outbox"]')
  await expect(command.locator('kbd').first()).toHaveText('Ctrl')
  await command.click()
  await expect(page.getByTestId('nav-outbox')).toHaveAttribute('aria-current', 'page')

  await find(page, 'bildirim')
  await expect(resultOf(page, 'setting')).toHaveCount(1)
  await resultOf(page, 'setting').click()
  await expect(page.getByTestId('nav-settings')).toHaveAttribute('aria-current', 'page')
})

test('the keys walk the results, and a list takes all of them', async () => {
  const { page } = shared.app
  const [order] = await customerOrders()
  await find(page, order?.user_email ?? '')
  const chosen = page.locator('[data-testid=find-box] [aria-selected=true]')
  const first = await chosen.getAttribute('id')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('find-input')).not.toHaveAttribute('aria-activedescendant', first ?? '')
  await page.keyboard.press('Home')
  await expect(page.getByTestId('find-input')).toHaveAttribute('aria-activedescendant', first ?? '')
  await page.getByTestId('find-more').filter({ hasText: 'Orders' }).first().click()
  await expect(page.getByTestId('search-input')).toHaveValue(order?.user_email ?? '')
  await expectCount(page, 100)
  await page.getByTestId('search-input').fill('')
})

test('a request and its entry are found; what was opened stands there when nothing is typed', async () => {
  const { page } = shared.app
  const found = await findItem(shared.shop, item => item.is_cancellable && piecesOf(item) === 1)
  await chooseLine(page, found)
  await submitRequest(page)
  await page.getByTestId('nav-outbox').click()
  await expect(page.locator('[data-testid=outbox-entry][data-state=confirmed]')).toBeVisible()

  await find(page, found.order.number)
  await expect(resultOf(page, 'entry').first()).toBeVisible()
  await expect(resultOf(page, 'request').first()).toBeVisible()
  await resultOf(page, 'request').first().click()
  await expect(page.getByTestId('nav-requests')).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('Control+k')
  await expect(resultOf(page, 'request').first()).toBeVisible()
  await page.keyboard.press('Escape')
})

test('an order that is not here is searched at the shop from the box, and found', async () => {
  const { page } = shared.app
  const order = (await customerOrders()).at(-1)
  await find(page, order?.number ?? '')
  await expect(resultOf(page, 'order')).toHaveCount(0)
  await page.getByTestId('find-at-shop').click()
  await expect(page.getByTestId('find-asked')).toHaveAttribute('data-found', '1')
  await expect(resultOf(page, 'order')).toHaveAttribute('data-id', String(order?.id))
  await find(page, '9999999999999999')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('find-asked')).toContainText('no order with this number')
  await page.keyboard.press('Escape')
})

const isFree = (item: ItemRow): boolean => item.is_cancellable && piecesOf(item) === 1

test('a scanner typing into a form opens the record and leaves the form as it was', async () => {
  const { page } = shared.app
  const orders = await customerOrders()
  const found = await findItem(shared.shop, isFree)
  await chooseLine(page, found)
  const description = page.getByTestId('request-description')
  await description.fill('Müşteri vazgeçti')
  const wanted = orders.slice(0, 100).find(({ id }) => id !== found.order.id)
  await scan(page, wanted?.number ?? '')
  await expect(page.locator(`[data-testid=order-detail][data-order-number="${wanted?.number}"]`)).toBeVisible()
  await page.getByTestId('search-input').fill(found.order.number)
  await page.locator(`[data-testid=order-row][data-id="${found.order.id}"]`).click()
  await expect(description).toHaveValue('Müşteri vazgeçti')
  await page.getByTestId('search-input').fill('')
})

test('a scanned code that nothing answers stands in the box, and the next one takes its place', async () => {
  const { page } = shared.app
  await page.getByTestId('nav-orders').click()
  await scan(page, 'ZX-990011')
  await expect(page.getByTestId('find-input')).toHaveValue('ZX-990011')
  await expect(page.getByTestId('find-empty')).toBeVisible()
  const [order] = await customerOrders()
  await scan(page, order?.number ?? '')
  await expect(box(page)).toHaveCount(0)
  await expect(page.locator(`[data-testid=order-detail][data-order-number="${order?.number}"]`)).toBeVisible()
})

test('keys pressed right behind each other are no code: j walks, and / opens the box for what follows', async () => {
  const { page } = shared.app
  await page.getByTestId('nav-orders').click()
  await page.getByTestId('search-input').fill('')
  const rows = page.getByTestId('order-row')
  await rows.first().click()
  await page.getByTestId('order-detail').getByRole('heading').first().click()
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('j')
  await expect(rows.nth(4)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('/')
  await expect(page.getByTestId('find-input')).toBeFocused()
  await page.keyboard.type('gomlek')
  await expect(page.getByTestId('find-input')).toHaveValue('gomlek')
  await page.keyboard.press('Escape')
})

test('without a network everything kept is still found, and the shop says why it can’t be asked', async () => {
  const { page } = shared.app
  const [order] = await customerOrders()
  await shared.front.close()
  await find(page, order?.number ?? '')
  await expect(resultOf(page, 'order').first()).toBeVisible()
  await find(page, '123456789012')
  await page.getByTestId('find-at-shop').click()
  await expect(page.getByTestId('find-asked')).toContainText('could not be asked')
})

test('a sign-in that a password manager types is no scan', async () => {
  const { page } = shared.app
  const [, other] = shared.shop.customers
  if (await box(page).isVisible()) await page.keyboard.press('Escape')
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.addAccount').click()
  await page.getByTestId('connect-commerce-url').fill(shared.shop.commerceUrl)
  await page.getByTestId('connect-email').focus()
  await page.keyboard.type(other?.email ?? '')
  await page.keyboard.press('Tab')
  await page.keyboard.type(other?.password ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('list-count')).toBeVisible()
  await expect(page.getByTestId('account-switch').locator('option')).toHaveCount(3)
  await expect(box(page)).toHaveCount(0)
})
