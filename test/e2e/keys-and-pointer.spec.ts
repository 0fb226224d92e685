import { expect, type Locator, type Page, test } from '@playwright/test'
import { button, field, tick } from './harness/by-name.ts'
import { painted } from './harness/keyboard.ts'
import { chooseLine, findItem, requestsPath } from './harness/request-form.ts'
import { scan } from './harness/scanner.ts'
import { sharedApp } from './harness/shared-app.ts'
import type { ItemRow, OrderRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount, submitRequest } from './harness/steps.ts'

/** Newer orders that the shop has from now on, by the front. */
let newer = 0
let expected = 250

const shared = sharedApp({ orders: 250, oldOrders: 2, pending: 2 }, async ({ app, shop, front }) => {
  const first = (await (await ShopView.ofCustomer(shop)).all<OrderRow>('/users/orders/'))[0]
  front.rule = async ({ path, query }, pass) => {
    const given = await pass()
    if (path !== '/users/orders/' || (query.get('page') ?? '1') !== '1') return given
    const page = (await given.json()) as { count: number; results: unknown[] }
    const added = Array.from({ length: newer }, (_, n) => ({
      ...first,
      id: 900_000 + newer - n,
      number: `99${newer - n}`,
      created_date: new Date(Date.now() + (newer - n) * 1000).toISOString(),
    }))
    return Response.json({ ...page, count: page.count + newer, results: [...added, ...page.results] })
  }
  await connectCustomer(app.page, shop, front.url)
  await expectCount(app.page, 250)
})

const orders = async (): Promise<OrderRow[]> => (await ShopView.ofCustomer(shared.shop)).all<OrderRow>('/users/orders/')

/** One more order in the shop, read without moving the pointer. */
async function addOrder(page: Page): Promise<void> {
  await expect(page.getByTestId('refresh')).not.toHaveAttribute('aria-busy', 'true')
  await expect(page.getByTestId('list-progress')).toHaveCount(0)
  newer += 1
  expected += 1
  await page.keyboard.press('F5')
  await expectCount(page, expected)
}

const point = { x: 420, y: 520 } as const

const idAt = (page: Page, { x, y }: { readonly x: number; readonly y: number } = point): Promise<string | null> =>
  page.evaluate(
    at => {
      const row = document.elementFromPoint(at.x, at.y)?.closest('.virtual > ul > li, .table-row')
      return (row?.matches('.table-row') ? row : row?.querySelector('.row'))?.getAttribute('data-id') ?? null
    },
    { x, y },
  )

const scrollTo = async (page: Page, top: number): Promise<void> => {
  await page.locator('.virtual').evaluate(async (box, to) => {
    box.scrollTop = to
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }, top)
}
const scrollOf = (page: Page): Promise<number> => page.locator('.virtual').evaluate(box => box.scrollTop)

async function toOrders(page: Page): Promise<void> {
  while ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape')
  await page.getByTestId('nav-orders').click()
  await page.getByTestId('search-input').fill('')
  for (let n = 0; n < 4 && (await page.getByTestId('order-detail').count()) > 0; n += 1) {
    await page.locator('.main-screen').focus()
    await page.keyboard.press('Escape')
  }
  await expect(page.getByTestId('order-detail')).toHaveCount(0)
}

test('an order that comes in moves nothing under the pointer, and the click opens what was seen', async () => {
  const { page } = shared.app
  await toOrders(page)
  await scrollTo(page, 4000)
  await page.mouse.move(point.x, point.y)
  const seen = await idAt(page)
  expect(seen).not.toBeNull()
  await addOrder(page)
  expect(await idAt(page)).toBe(seen)
  await page.mouse.down()
  await page.mouse.up()
  await expect(page.locator(`[data-testid=order-row][data-id="${seen}"]`)).toHaveAttribute('aria-current', 'true')
})

test('with a record open the list stays where it was scrolled to, and the checkbox under the pointer is the same', async () => {
  const { page } = shared.app
  await toOrders(page)
  await scrollTo(page, 0)
  await page.getByTestId('order-row').nth(2).click()
  await expect(page.getByTestId('order-detail')).toBeVisible()
  await scrollTo(page, 9000)
  // The middle of the checkbox in the row at the point: the row is taller than its checkbox.
  const atPoint = page.locator(`.virtual li:has([data-id="${await idAt(page)}"])`).getByTestId('row-select')
  const box = await atPoint.boundingBox()
  const check = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  await page.mouse.move(check.x, check.y)
  const seen = await idAt(page, check)
  await addOrder(page)
  expect(await scrollOf(page)).toBeGreaterThan(8900)
  expect(await idAt(page, check)).toBe(seen)
  await page.mouse.click(check.x, check.y)
  const row = page.locator(`.virtual li:has([data-id="${seen}"])`)
  await expect(row.getByTestId('row-select')).toBeChecked()
  await page.mouse.click(check.x, check.y)
  // The pointer elsewhere: what is first in sight stays.
  await page.mouse.move(900, 700)
  const first = await idAt(page)
  await addOrder(page)
  expect(await idAt(page)).toBe(first)
  // Another one is chosen: now the list goes there.
  await page.keyboard.press('j')
  await expect.poll(() => scrollOf(page)).toBeLessThan(1000)
})

test('at the very top the row under the pointer stays, the new one is told, and one press shows it', async () => {
  const { page } = shared.app
  await toOrders(page)
  await scrollTo(page, 0)
  await page.mouse.move(point.x, point.y)
  const seen = await idAt(page)
  await addOrder(page)
  expect(await idAt(page)).toBe(seen)
  await addOrder(page)
  expect(await idAt(page)).toBe(seen)
  await expect(page.getByTestId('list-above')).toHaveAttribute('data-count', '2')
  await page.getByTestId('list-above').click()
  await expect(page.getByTestId('list-above')).toHaveCount(0)
  expect(await scrollOf(page)).toBe(0)
  // With nobody in the list new orders are seen as they come.
  await page.locator('.main-screen').focus()
  await addOrder(page)
  await expect.poll(() => scrollOf(page)).toBe(0)
})

test('the same in the table', async () => {
  const { page } = shared.app
  await toOrders(page)
  await page.getByTestId('list-layout').click()
  await scrollTo(page, 2000)
  await page.mouse.move(point.x, point.y)
  const seen = await idAt(page)
  expect(seen).not.toBeNull()
  await addOrder(page)
  expect(await idAt(page)).toBe(seen)
  await page.mouse.move(900, 20)
  await addOrder(page)
  expect(await idAt(page)).toBe(seen)
  await page.getByTestId('list-layout').click()
})

const isFree = (item: ItemRow): boolean => item.is_cancellable && item.quantity === undefined

/** One real key of another keyboard: what it prints, and where it lies. */
async function pressKey(page: Page, key: string, code: string, modifiers = 0, virtualKey = 0): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const press = { key, code, modifiers, windowsVirtualKeyCode: virtualKey }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
  await session.detach()
}
const ctrl = 2

const typedText = 'Müşteri vazgeçti'

/** The form of a line that may be cancelled, with a description. */
async function fillForm(page: Page): Promise<{ order: OrderRow; description: Locator }> {
  await toOrders(page)
  const found = await findItem(shared.shop, isFree)
  await chooseLine(page, found)
  await page.getByTestId('request-reason').selectOption('2')
  const description = page.getByTestId('request-description')
  await description.fill(typedText)
  return { order: found.order, description }
}

test('the number block without NumLock runs no macro, and its Enter is Enter', async () => {
  const { page } = shared.app
  await page.getByTestId('nav-settings').click()
  await button(page, 'macro.new').click()
  await field(page, 'macro.name').fill('Geç kaldı')
  await field(page.getByRole('dialog'), 'form.type').selectOption('cancel')
  await field(page.getByRole('dialog'), 'form.description').fill('Kargo geç kaldı')
  await button(page, 'macro.save').click()
  const { description } = await fillForm(page)
  await page.locator('.main-screen').focus()
  await pressKey(page, 'End', 'Numpad1', 0, 35)
  // A key that runs something comes after it, so that the first would have run by now.
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(description).toHaveValue(typedText)
  await description.focus()
  await pressKey(page, 'Enter', 'NumpadEnter', ctrl, 13)
  await expect(page.getByTestId('request-summary')).toBeVisible()
  await page.locator('.request-foot button').first().click()
})

test('Ctrl and a key that prints an A selects the text, wherever that key lies', async () => {
  const { page } = shared.app
  const { description } = await fillForm(page)
  await description.focus()
  await pressKey(page, 'a', 'KeyF', ctrl, 65)
  await expect(description).toBeFocused()
  await expect
    .poll(() =>
      description.evaluate(field => [
        (field as HTMLTextAreaElement).selectionStart,
        (field as HTMLTextAreaElement).selectionEnd,
      ]),
    )
    .toEqual([0, typedText.length])
})

test('one Esc closes one thing, and no typed draft is lost', async () => {
  const { page } = shared.app
  const { order, description } = await fillForm(page)
  await description.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('order-detail')).toBeVisible()
  await expect(description).toHaveValue(typedText)
  await expect(page.getByTestId('said')).toContainText('Esc')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('order-detail')).toHaveCount(0)
  await page.getByTestId('nav-requests').click()
  await expect(page.getByRole('heading', { name: 'Requests', level: 1 })).toBeVisible()
  // Read once: the word would stand for some seconds yet.
  expect(await page.getByTestId('said').textContent()).toBe('')
  await page.getByTestId('nav-orders').click()
  await page.getByTestId('search-input').fill(order.number)
  await page.locator(`[data-testid=order-row][data-id="${order.id}"]`).click()
  await expect(description).toHaveValue(typedText)
  await button(page, 'form.leave').click()
  // Nothing typed: the form closes first, then the order.
  await tick(page.getByTestId('line-select').first())
  await expect(page.getByTestId('request-type')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('request-type')).toHaveCount(0)
  await expect(page.getByTestId('order-detail')).toBeVisible()
  // An open menu is closed alone, also while its button has the focus.
  await button(page, 'views.title').click()
  await expect(button(page, 'views.saveAs')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button(page, 'views.saveAs')).toHaveCount(0)
  await expect(page.getByTestId('order-detail')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('order-detail')).toHaveCount(0)
})

test('after a find Enter opens no other order than the one that is seen', async () => {
  const { page } = shared.app
  await toOrders(page)
  const all = await orders()
  await page.getByTestId('order-row').nth(1).click()
  await page.getByTestId('order-row').nth(1).focus()
  const detailOf = (number: string | undefined) =>
    page.locator(`[data-testid=order-detail][data-order-number="${number}"]`)
  const find = async (number = '') => {
    await page.keyboard.press('Control+k')
    await page.getByTestId('find-input').fill(number)
    await expect(page.getByTestId('find-count')).toHaveAttribute('data-query', number)
    await page.keyboard.press('Enter')
    await expect(detailOf(number)).toBeVisible()
  }
  await find(all[60]?.number)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(detailOf(all[60]?.number)).toBeVisible()
  await expect(page.locator(`[data-testid=order-row][data-id="${all[60]?.id}"]`)).toBeFocused()
  // An order that the filtered list does not show.
  await page.getByTestId('search-input').fill(all[10]?.number ?? '')
  await expectCount(page, 1)
  await page.getByTestId('order-row').first().click()
  await find(all[61]?.number)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(detailOf(all[61]?.number)).toBeVisible()
  // By a scanner, whatever had the focus.
  await page.getByTestId('order-row').first().focus()
  await scan(page, all[62]?.number ?? '')
  await expect(detailOf(all[62]?.number)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(detailOf(all[62]?.number)).toBeVisible()
})

test('a scanner without an end sign is heard, and what is no code is told', async () => {
  const { page } = shared.app
  await toOrders(page)
  const [, , , order] = await orders()
  await page.locator('.main-screen').focus()
  await scan(page, order?.number ?? '', 0)
  await expect(page.locator(`[data-testid=order-detail][data-order-number="${order?.number}"]`)).toBeVisible()
  await scan(page, 'rc12xrc', 0)
  await expect(page.getByTestId('find-input')).toHaveValue('rc12xrc')
  await page.keyboard.press('Escape')
  await scan(page, 'RAF 12 C4', 0)
  await expect(page.getByTestId('said')).toContainText('RAF 12 C4')
  await scan(page, 'A12')
  await expect(page.getByTestId('said')).toContainText('A12')
  await expect(page.getByTestId('request-type')).toHaveCount(0)
  expect(shared.shop.posts(requestsPath)).toBe(0)
})

test('a code that ends up in a choice changes nothing there', async () => {
  const { page } = shared.app
  const [, , , , order] = await orders()
  const sort = field(page, 'filter.sort')
  const before = await sort.inputValue()
  await sort.focus()
  await scan(page, `${order?.number}`, 0)
  await expect(page.locator(`[data-testid=order-detail][data-order-number="${order?.number}"]`)).toBeVisible()
  await expect(sort).toHaveValue(before)
})

test('in the outbox the request under the pointer stays there while others go out and it goes out itself', async () => {
  const { page } = shared.app
  await page.getByTestId('nav-outbox').click()
  await page.getByTestId('outbox-pause').click()
  const free = (await orders()).flatMap(order =>
    order.orderitem_set
      .filter(isFree)
      .map(item => ({ order, item }))
      .slice(0, 1),
  )
  for (const found of free.slice(0, 4)) {
    await chooseLine(page, found)
    await submitRequest(page)
  }
  await page.getByTestId('nav-outbox').click()
  const cards = page.getByTestId('outbox-entry')
  await expect(cards).toHaveCount(4)
  const box = await cards.nth(2).boundingBox()
  const at = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 20 }
  await page.mouse.move(at.x, at.y)
  const entryAt = () =>
    page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-entry-id]')?.getAttribute('data-entry-id'),
      at,
    )
  const seen = await entryAt()
  expect(seen).toBeTruthy()
  // Pressed without the pointer.
  await page.getByTestId('outbox-pause').evaluate(button => (button as HTMLElement).click())
  await expect(page.locator('[data-testid=outbox-entry][data-state=confirmed]')).toHaveCount(4, { timeout: 30_000 })
  await painted(page)
  expect(await entryAt()).toBe(seen)
})
