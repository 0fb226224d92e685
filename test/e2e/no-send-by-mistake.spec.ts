import { expect, type Page, test } from '@playwright/test'
import { button, field } from './harness/by-name.ts'
import { chooseLine, findItem, type OrderedItem, requestsPath } from './harness/request-form.ts'
import { scan } from './harness/scanner.ts'
import { lineOf, openOrder } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import { type ItemRow, piecesOf } from './harness/shop-rows.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

/** With a macro on the key 1, which would put other words into the form. */
const shared = sharedApp({ orders: 30, oldOrders: 2, pending: 2 }, async ({ app, shop }) => {
  const { page } = app
  await connectCustomer(page, shop)
  await expectCount(page, 30)
  await page.getByTestId('nav-settings').click()
  await button(page, 'macro.new').click()
  await field(page, 'macro.name').fill('Geç kaldı')
  await field(page.getByRole('dialog'), 'form.type').selectOption('cancel')
  await field(page.getByRole('dialog'), 'form.description').fill('Kargo geç kaldı')
  await button(page, 'macro.save').click()
  await expect(page.getByTestId('macro-row')).toHaveCount(1)
})

const isFree = (item: ItemRow): boolean => item.is_cancellable && piecesOf(item) === 1
const description = 'Müşteri vazgeçti'

/** The form of a line that may be cancelled, filled in. */
async function fillForm(page: Page): Promise<OrderedItem> {
  const found = await findItem(shared.shop, isFree)
  await chooseLine(page, found)
  await page.getByTestId('request-reason').selectOption('2')
  await page.getByTestId('request-description').fill(description)
  return found
}

/** The form with its review open and focus on the button that sends. */
async function openReview(page: Page): Promise<OrderedItem> {
  const found = await fillForm(page)
  await page.getByTestId('request-description').press('Control+Enter')
  await expect(page.getByTestId('request-submit')).toBeFocused()
  return found
}

/** Nothing was saved, so nothing will be sent; what was typed is there still, and the review stands open. */
async function expectUnsent(page: Page, found: OrderedItem): Promise<void> {
  await page.getByTestId('nav-outbox').click()
  await expect(page.getByTestId('outbox-empty')).toBeVisible()
  expect(shared.shop.posts(requestsPath)).toBe(0)
  await chooseLine(page, found)
  await expect(page.getByTestId('request-summary')).toContainText(description)
  await page.locator('.request-foot button').first().click()
  await expect(page.getByTestId('request-type')).toHaveValue('cancel')
  await expect(page.getByTestId('request-reason')).toHaveValue('2')
  await button(page, 'form.leave').click()
}

test('a double click on the review button ends at the review', async () => {
  const { page } = shared.app
  const found = await fillForm(page)
  await page.getByTestId('request-review').dblclick()
  await expect(page.getByTestId('request-summary')).toBeVisible()
  await expectUnsent(page, found)
})

test('two presses within one frame end at the review, which nobody has seen yet', async () => {
  const { page } = shared.app
  const found = await fillForm(page)
  await page.getByTestId('request-description').evaluate(field => {
    const press = () =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      )
    ;(field as HTMLElement).focus()
    press()
    return Promise.resolve().then(() => {
      press()
    })
  })
  await expect(page.getByTestId('request-summary')).toBeVisible()
  await expectUnsent(page, found)
})

for (const modifier of ['', 'Control'])
  test(`Enter held down ends at the review: ${modifier || 'alone'}`, async () => {
    const { page } = shared.app
    const found = await fillForm(page)
    await page.getByTestId(modifier === '' ? 'request-review' : 'request-description').focus()
    if (modifier !== '') await page.keyboard.down(modifier)
    for (let presses = 0; presses < 12; presses += 1) await page.keyboard.down('Enter')
    await expect(page.getByTestId('request-submit')).toBeFocused()
    for (let presses = 0; presses < 12; presses += 1) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    if (modifier !== '') await page.keyboard.up(modifier)
    await expect(page.getByTestId('request-summary')).toBeVisible()
    await expectUnsent(page, found)
  })

/** A code that nothing answers stands in the box. */
async function closeBox(page: Page): Promise<void> {
  if (await page.getByTestId('find-box').isVisible()) await page.keyboard.press('Escape')
}

for (const [what, code, enters] of [
  ['a code of this very order, with two Enters at its end', null, 2],
  ['a code with blanks', 'RAF 12 C4', 1],
  ['a code too short to be one', 'A12', 1],
  ['a code of digits alone', '12345', 1],
  ['an unknown code, with two Enters at its end', 'ZX-990011', 2],
] as const)
  test(`a scanner sends nothing while the review is open: ${what}`, async () => {
    const { page } = shared.app
    const found = await openReview(page)
    await scan(page, code ?? found.order.number, enters)
    await expect(page.getByTestId('order-detail')).toBeVisible()
    await closeBox(page)
    await expectUnsent(page, found)
  })

test('a slow scanner is heard, and sends nothing while the review is open', async () => {
  const { page } = shared.app
  const found = await openReview(page)
  await page.keyboard.type('rc12x9c4\n', { delay: 38 })
  await expect(page.getByTestId('find-input')).toHaveValue('rc12x9c4')
  await page.keyboard.press('Escape')
  await expectUnsent(page, found)
})

test('the key of a macro by itself still fills in the form', async () => {
  const { page } = shared.app
  await openReview(page)
  await page.keyboard.press('1')
  await expect(page.getByTestId('request-description')).toHaveValue('Kargo geç kaldı')
  await button(page, 'form.leave').click()
})

test('a code whose end never comes is looked up, and runs no command', async () => {
  const { page } = shared.app
  const found = await openReview(page)
  await page.keyboard.type('rc12xrc', { delay: 20 })
  await expect(page.getByTestId('find-input')).toHaveValue('rc12xrc')
  await page.keyboard.press('Escape')
  await expectUnsent(page, found)
})

test('what comes too fast for a hand and is no code runs no command, and is told', async () => {
  const { page } = shared.app
  const found = await openReview(page)
  await page.keyboard.type('rc1', { delay: 20 })
  await expect(page.getByTestId('said')).toContainText('rc1')
  await expect(page.getByTestId('request-submit')).toBeFocused()
  await expectUnsent(page, found)
})

test('what is typed right behind the key of the box goes into the box', async () => {
  const { page } = shared.app
  await page.getByTestId('nav-orders').click()
  await page.keyboard.press('/')
  await expect(page.getByTestId('find-input')).toBeFocused()
  await page.keyboard.type('iade')
  await expect(page.getByTestId('find-input')).toHaveValue('iade')
  await page.keyboard.press('Escape')
})

test('the keys for a request take no lines that nobody chose: they ask which', async () => {
  const { page } = shared.app
  const { order } = await findItem(
    shared.shop,
    (item, { orderitem_set }) => isFree(item) && orderitem_set.filter(row => row.is_cancellable).length > 1,
  )
  await openOrder(page, order.number)
  const detail = page.getByTestId('order-detail')
  for (const key of ['c', '1']) {
    await detail.getByRole('heading').first().click()
    await page.keyboard.press(key)
    if (key === 'c') {
      await expect(page.getByTestId('said')).toHaveText('Choose the lines to cancel first, with Space.')
      await expect(detail.locator('[data-testid=line-select]:focus')).toBeVisible()
    } else await expect(page.getByTestId('macro-outcome')).toContainText('Choose the lines first')
    await expect(page.getByTestId('request-type')).toHaveCount(0)
    await expect(detail.locator('[data-selected=true]')).toHaveCount(0)
  }
  await page.getByTestId('macro-outcome').getByRole('button').click()
  await page.keyboard.press('l')
  await page.keyboard.press('c')
  await expect(page.getByTestId('request-type')).toHaveValue('cancel')
  await expect(detail.locator('[data-selected=true]')).toHaveCount(1)
  expect(shared.shop.posts(requestsPath)).toBe(0)
  await button(page, 'form.leave').click()
})

test('the key for a cancellation says why a line can’t be cancelled', async () => {
  const { page } = shared.app
  const { order, item } = await findItem(shared.shop, row => !row.is_cancellable && row.is_refundable)
  await openOrder(page, order.number)
  await lineOf(page, item.id).getByTestId('line-select').focus()
  await page.keyboard.press('c')
  await expect(page.getByTestId('said')).toHaveText('This line can’t be cancelled; it can be refunded.')
  await expect(page.getByTestId('request-type')).toHaveCount(0)
  expect(shared.shop.posts(requestsPath)).toBe(0)
})
