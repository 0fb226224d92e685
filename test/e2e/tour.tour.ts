import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startDemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from './harness/app.ts'
import { button, field } from './harness/by-name.ts'
import { press, tabTo } from './harness/keyboard.ts'
import { findItem } from './harness/request-form.ts'
import { saveInto } from './harness/save-dialog.ts'
import { scan } from './harness/scanner.ts'
import { lineOf } from './harness/screen.ts'
import { connectCustomer, connectStaff, entryOf, expectCount, selectLine, submitRequest } from './harness/steps.ts'

const folder = process.env['COUNTERSIDE_TOUR_DIR'] ?? 'test-results/tour'
const requestsPath = '/users/orders/cancellation_requests/'

// The main job from an empty machine to a confirmed request, as a person does it, with a picture of every step.
test('the tour', async () => {
  await mkdir(folder, { recursive: true })
  const shop = await startDemoShop({ decideAfterMs: 3_600_000 })
  const profile = await newProfile()
  let app: RunningApp = await startApp(profile)
  let number = 0
  let orderItem = ''
  const step = (title: string, name: string, work: () => Promise<void>) =>
    test.step(title, async () => {
      await work()
      number += 1
      await app.page.screenshot({ path: join(folder, `${String(number).padStart(2, '0')}-${name}.png`) })
    })

  try {
    await step('start with an empty profile: the connect screen', 'connect', async () => {
      await expect(app.page.getByTestId('connect-customer-submit')).toBeVisible()
    })
    await step('sign a customer in and sync their orders', 'orders', async () => {
      await connectCustomer(app.page, shop)
      await expectCount(app.page, 240)
    })
    await step('sign staff in and see what is pending', 'pending', async () => {
      await app.page.getByTestId('nav-settings').click()
      await button(app.page, 'settings.addAccount').click()
      await connectStaff(app.page, shop)
      await app.page.getByTestId('nav-pending').click()
      await expect(app.page.getByTestId('pending-row').first()).toBeVisible()
    })
    await step('search, with i for İ and s for Ş', 'search', async () => {
      await app.page.getByTestId('nav-orders').click()
      await app.page.getByTestId('search-input').fill('gomlek')
      await expect(app.page.getByTestId('order-row').first()).toBeVisible()
      await expect(app.page.getByTestId('list-count')).not.toHaveAttribute('data-count', '240')
    })
    await step('open an order', 'order', async () => {
      await app.page.getByTestId('search-input').fill('')
      await expectCount(app.page, 240)
      orderItem = (await selectLine(app.page)).orderItem
    })
    await step('cut the network', 'offline', async () => {
      await shop.stop()
      await app.page.getByTestId('refresh').click()
      await expect(app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
    })
    await step('ask for a cancellation or refund while offline: it waits in the outbox', 'queued', async () => {
      await submitRequest(app.page)
      const line = app.page.locator(`[data-testid=order-line][data-order-item="${orderItem}"]`)
      await expect(line).toHaveAttribute('data-overlay', 'queued')
    })
    await step('kill the app with SIGKILL and start it again, still offline', 'reopened', async () => {
      await app.kill()
      app = await startApp(profile)
      await app.page.getByTestId('nav-orders').click()
      await expectCount(app.page, 240)
    })
    await step('find the request in the outbox', 'outbox', async () => {
      await app.page.getByTestId('nav-outbox').click()
      await expect(entryOf(app.page, orderItem)).toHaveAttribute('data-state', 'queued')
      expect(shop.posts(requestsPath)).toBe(0)
    })
    await step('bring the network back: sent by itself, once, and confirmed', 'confirmed', async () => {
      await shop.start()
      await expect(entryOf(app.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 40_000 })
      expect(shop.posts(requestsPath)).toBe(1)
    })
    await step('see it among the shop’s requests', 'requests', async () => {
      await app.page.getByTestId('nav-requests').click()
      await expect(app.page.locator(`[data-testid=request-row][data-order-item="${orderItem}"]`)).toBeVisible()
    })
    await step(
      'scan to done, without the mouse: order, line, reason, review, sent, slip saved',
      'scan-to-done',
      async () => {
        const { page } = app
        const { order, item } = await findItem(shop, row => row.is_cancellable)
        await scan(page, order.number)
        await expect(page.locator(`[data-testid=order-detail][data-order-number="${order.number}"]`)).toBeVisible()
        // With several lines the first press asks which, and leaves the focus on the first that can be cancelled.
        await press(page, ...(order.orderitem_set.length > 1 ? ['c', 'c'] : ['c']))
        await expect(page.getByTestId('request-reason')).toBeFocused()
        await press(page, 'ArrowDown', 'Control+Enter')
        await expect(page.getByTestId('request-submit')).toBeFocused()
        await press(page, 'Control+Enter')
        await expect(lineOf(page, item.id)).toHaveAttribute('data-overlay', /confirmed|^$/, { timeout: 20_000 })
        await saveInto(app.electron, join(folder, 'slip.pdf'))
        await press(page, 'p')
        await expect(page.getByTestId('slip')).toBeVisible()
        await tabTo(page, '[data-testid=slip-pdf]')
        await press(page, 'Enter')
        await expect(page.getByTestId('file-saved')).toBeVisible()
      },
    )
    await step('the same in Turkish, in the dark', 'turkish-dark', async () => {
      await app.page.keyboard.press('Escape')
      await app.page.getByTestId('nav-settings').click()
      await field(app.page, 'settings.language').selectOption('tr')
      await field(app.page, 'settings.theme').selectOption('dark')
      await app.page.getByTestId('nav-orders').click()
      await app.page.getByTestId('order-row').nth(2).click()
      await expect(app.page.getByTestId('order-line').first()).toBeVisible()
      await expect(app.page.getByTestId('order-return-view')).toBeVisible()
    })
  } finally {
    await app.kill()
    await shop.stop()
    await removeProfile(profile)
  }
})
