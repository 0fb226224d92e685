import { expect, type Locator, type Page, test } from '@playwright/test'
import { startApp } from './harness/app.ts'
import { button } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { chooseLine, type OrderedItem } from './harness/request-form.ts'
import { openOrder } from './harness/screen.ts'
import type { OrderRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, connectStaff, entryOf, expectCount, submitRequest } from './harness/steps.ts'

const fresh = freshAppForEach({ orders: 40, oldOrders: 3, pending: 12, decideAfterMs: 3_600_000 })
const ayse = 'ayse@demo.example'

const tabs = (page: Page): Locator => page.getByTestId('record-tab')
const tabOf = (page: Page, id: number | string): Locator => page.locator(`[data-testid=record-tab][data-id="${id}"]`)
const current = (page: Page): Locator => page.locator('[data-testid=record-tab][data-current=true]')
const description = (page: Page): Locator => page.getByTestId('request-description')
const detail = (page: Page): Locator => page.getByTestId('order-detail')
const longNote = (text: string): string => `${text} `.repeat(40).trim()

/** Two lines of two orders for which a request can be made. */
async function twoLines(): Promise<readonly [OrderedItem, OrderedItem]> {
  const orders = await (await ShopView.ofCustomer(fresh.shop)).all<OrderRow>('/users/orders/')
  const found = orders.flatMap(order => {
    const item = order.orderitem_set.find(({ is_refundable, is_cancellable }) => is_refundable || is_cancellable)
    return item ? [{ order, item }] : []
  })
  const [one, other] = found
  if (one === undefined || other === undefined) throw new Error('the demo shop has no two such orders')
  return [one, other]
}

/** How many kept drafts hold a long text: they are sealed, so their size is all there is to see. */
const longDrafts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('counterside-drafts')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const rows = opening.result.transaction('drafts').objectStore('drafts').getAll()
          rows.onerror = () => reject(rows.error)
          rows.onsuccess = () => {
            opening.result.close()
            resolve(rows.result.filter(({ sealed }: { sealed: Uint8Array }) => sealed.length > 700).length)
          }
        }
      }),
  )

async function connectAyse(page: Page): Promise<void> {
  await page.getByTestId('connect-commerce-url').fill(fresh.shop.commerceUrl)
  await page.getByTestId('connect-email').fill(ayse)
  await page.getByTestId('connect-password').fill(fresh.shop.customer.password)
  await page.getByTestId('connect-customer-submit').click()
  await expect(page.getByTestId('order-row').first()).toBeVisible()
}

async function addAccount(page: Page): Promise<void> {
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.addAccount').click()
}

test('two orders with a begun request each keep both through switching, closing and a kill', async () => {
  const [one, other] = await twoLines()
  let { page } = fresh.app
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 40)
  await expect(page.getByTestId('tab-strip')).toHaveCount(0)
  const headBefore = await page.getByTestId('list-count').boundingBox()

  await openOrder(page, one.order.number)
  expect((await page.getByTestId('list-count').boundingBox())?.y, 'the first tab moves no list').toBe(headBefore?.y)
  await expect(tabOf(page, one.order.id)).toHaveAttribute('data-kept', 'false')
  await chooseLine(page, one)
  await description(page).fill(longNote('Elif aradı'))
  await expect(tabOf(page, one.order.id)).toHaveAttribute('data-kept', 'true')
  await expect(tabOf(page, one.order.id)).toHaveAttribute('data-state', 'draft')
  await chooseLine(page, other)
  await description(page).fill(longNote('Beden küçük'))
  await expect(tabs(page)).toHaveCount(2)

  await page.keyboard.press('Control+Tab')
  await expect(description(page)).toHaveValue(longNote('Elif aradı'))
  await page.keyboard.press('Control+PageDown')
  await expect(description(page)).toHaveValue(longNote('Beden küçük'))

  await page.keyboard.press('Control+w')
  await expect(tabs(page)).toHaveCount(1)
  await expect(page.getByTestId('tab-draft-kept')).toBeVisible()
  await expect(description(page)).toHaveValue(longNote('Elif aradı'))
  await page.keyboard.press('Control+Shift+T')
  await expect(tabs(page)).toHaveCount(2)
  await expect(page.getByTestId('tab-draft-kept')).toHaveCount(0)
  await expect(description(page)).toHaveValue(longNote('Beden küçük'))

  await expect.poll(() => longDrafts(page)).toBe(2)
  await fresh.app.kill()
  fresh.app = await startApp(fresh.profile)
  page = fresh.app.page
  await expect(tabs(page)).toHaveCount(2)
  for (const [{ order }, note] of [
    [one, longNote('Elif aradı')],
    [other, longNote('Beden küçük')],
  ] as const) {
    await expect(tabOf(page, order.id)).toHaveAttribute('data-state', 'draft')
    await tabOf(page, order.id).getByRole('tab').click()
    await expect(detail(page)).toHaveAttribute('data-order-number', order.number)
    await expect(description(page)).toHaveValue(note)
  }
})

test('rows share one preview tab until one is kept; the last tab closed takes the strip, not the window, with it', async () => {
  const { page } = fresh.app
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 40)
  const rows = page.getByTestId('order-row')
  const ids = await Promise.all([0, 1, 2, 3, 4].map(async at => (await rows.nth(at).getAttribute('data-id')) ?? ''))
  const open = (): Promise<(string | null)[]> =>
    tabs(page).evaluateAll(all => all.map(tab => (tab instanceof HTMLElement ? (tab.dataset['id'] ?? null) : null)))

  await rows.nth(0).click()
  await rows.nth(1).click()
  await expect.poll(open).toEqual([ids[1]])
  await page.keyboard.press('o')
  await expect(tabOf(page, ids[1] ?? '')).toHaveAttribute('data-kept', 'true')
  await rows.nth(2).dblclick()
  await expect(tabOf(page, ids[2] ?? '')).toHaveAttribute('data-kept', 'true')
  await rows.nth(3).click({ modifiers: ['ControlOrMeta'] })
  await rows.nth(4).click({ button: 'middle' })
  await expect.poll(open).toEqual([ids[1], ids[2], ids[3], ids[4]])
  // Neither of the last two left the order that was open.
  await expect(current(page)).toHaveAttribute('data-id', ids[2] ?? '')

  await page.keyboard.press('Control+Shift+PageUp')
  await expect.poll(open).toEqual([ids[2], ids[1], ids[3], ids[4]])
  await tabOf(page, ids[2] ?? '')
    .getByRole('tab')
    .focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(current(page)).toHaveAttribute('data-id', ids[1] ?? '')
  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await expect.poll(open).toEqual([ids[2], ids[1], ids[3]])
  await tabOf(page, ids[3] ?? '').click({ button: 'middle' })
  await tabOf(page, ids[2] ?? '')
    .getByTestId('tab-close')
    .click()
  await expect.poll(open).toEqual([ids[1]])
  await page.keyboard.press('Control+w')
  await expect(page.getByTestId('tab-strip')).toHaveCount(0)
  await expect(detail(page)).toHaveCount(0)
  await page.keyboard.press('Control+w')
  await expectCount(page, 40)
  expect(fresh.app.electron.windows()).toHaveLength(1)
})

test('the dot follows a request from draft to confirmed', async () => {
  const { page } = fresh.app
  const [{ order, item }] = await twoLines()
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 40)
  await openOrder(page, order.number)
  await expect(tabOf(page, order.id)).toHaveAttribute('data-state', 'none')
  await fresh.shop.stop()
  await chooseLine(page, { order, item })
  await expect(tabOf(page, order.id)).toHaveAttribute('data-state', 'draft')
  await submitRequest(page)
  await expect(tabOf(page, order.id)).toHaveAttribute('data-state', 'waiting')
  await fresh.shop.start()
  await page.getByTestId('refresh').click()
  await expect(tabOf(page, order.id)).toHaveAttribute('data-state', 'confirmed', { timeout: 40_000 })
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, String(item.id))).toHaveAttribute('data-state', 'confirmed')
})

test('what is open belongs to its account: switching shows nothing of the other, its tab and Back lead there again', async () => {
  const { page } = fresh.app
  await connectAyse(page)
  const hers = (await page.getByTestId('order-row').first().getAttribute('data-id')) ?? ''
  await page.getByTestId('order-row').first().dblclick()
  await expect(tabOf(page, hers)).toHaveAttribute('data-kept', 'true')
  await addAccount(page)
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 40)
  await expect(detail(page)).toHaveCount(0)
  await expect(page.locator('.detail-none')).toBeVisible()

  await page.getByTestId('order-row').nth(1).click()
  const mine = (await page.getByTestId('order-row').nth(1).getAttribute('data-id')) ?? ''
  await expect(current(page)).toHaveAttribute('data-id', mine)
  const [ayseId, ownId] = await Promise.all(
    [hers, mine].map(async id => (await tabOf(page, id).getAttribute('data-account-id')) ?? ''),
  )
  await expect(page.getByTestId('account-switch')).toHaveValue(ownId ?? '')

  await tabOf(page, hers).getByRole('tab').click()
  await expect(page.getByTestId('account-switch')).toHaveValue(ayseId ?? '')
  await expect(current(page)).toHaveAttribute('data-id', hers)
  await expect(detail(page)).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByTestId('account-switch')).toHaveValue(ownId ?? '')
  await expect(current(page)).toHaveAttribute('data-id', mine)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(current(page)).toHaveAttribute('data-id', hers)
  await page.getByTestId('account-switch').selectOption(ownId ?? '')
  await expect(current(page)).toHaveAttribute('data-id', mine)
})

test('a customer’s page holds what both sides of the shop have of them, and leads to each record', async () => {
  const { page } = fresh.app
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 40)
  await page.getByTestId('nav-old-orders').click()
  await expectCount(page, 3)
  await addAccount(page)
  await connectStaff(page, fresh.shop)
  await page.getByTestId('nav-pending').click()
  await expect(page.getByTestId('pending-row').first()).toBeVisible()
  const waiting = await (await ShopView.ofStaff(fresh.shop)).all<{ customer: { email: string } }>(
    '/api/i1/orders/',
    'cancel_status=waiting',
  )
  const pending = waiting.filter(({ customer }) => customer.email === fresh.shop.customer.email).length

  await page.getByTestId('nav-orders').click()
  await page.getByTestId('order-row').first().click()
  await expect(page.getByTestId('customer-others')).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByTestId('customer-page')).toHaveAttribute('data-id', `mail ${fresh.shop.customer.email}`)
  await expect(page.getByTestId('customer-email')).toContainText(fresh.shop.customer.email)
  const counted = (kind: string) => page.locator(`[data-testid=customer-choice][data-value="${kind}"]`)
  await expect(counted('orders')).toHaveAttribute('data-count', '40')
  await expect(counted('old-orders')).toHaveAttribute('data-count', '3')
  expect(pending).toBeGreaterThan(0)
  await expect(counted('pending')).toHaveAttribute('data-count', String(pending))
  await expect(current(page)).toHaveAttribute('data-screen', 'customer')

  await counted('pending').click()
  await page.getByTestId('customer-row').first().click()
  await expect(page.getByTestId('pending-detail')).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByTestId('customer-page')).toBeVisible()
})
