import { expect, type Page } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from './app.ts'
import { button, field } from './by-name.ts'
import { signedInCookie } from './sign-in.ts'
import { connectCustomer, connectStaff, entryOf, expectCount, selectLine, submitRequest } from './steps.ts'

/** An app in the middle of a working day: two shops, three accounts, and a request in every state that a person meets. */
export interface Stage {
  readonly shop: DemoShop
  readonly app: RunningApp
  readonly end: () => Promise<void>
}

export const requestsPath = '/users/orders/cancellation_requests/'
const orders = 60

export async function setStage(): Promise<Stage> {
  const shop = await startDemoShop({ orders, oldOrders: 12, pending: 20, decideAfterMs: 3_600_000 })
  const other = await startDemoShop({ seed: 5, orders: 14, oldOrders: 2, pending: 0 })
  const profile = await newProfile()
  const app = await startApp(profile)
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  const { page } = app
  await field(page, 'settings.language').selectOption('tr')
  await connectCustomer(page, other)
  await addAccount(page)
  await connectCustomer(page, shop)
  await expectCount(page, orders)
  await addAccount(page)
  await connectStaff(page, shop)
  await makeRequests(page, shop)
  return {
    shop,
    app,
    end: async () => {
      await app.kill()
      await Promise.all([shop.stop(), other.stop()])
      await removeProfile(profile)
    },
  }
}

async function addAccount(page: Page): Promise<void> {
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.addAccount').click()
}

/** One request for a free line, followed until it stands in this state. */
async function makeRequest(page: Page, state: string, words?: string): Promise<string> {
  await page.getByTestId('nav-orders').click()
  await expectCount(page, orders)
  const { orderItem } = await selectLine(page)
  await submitRequest(page, words)
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', state, { timeout: 30_000 })
  return orderItem
}

async function makeRequests(page: Page, shop: DemoShop): Promise<void> {
  await makeRequest(page, 'confirmed')
  shop.breakWith({ kind: 'reason-deactivated', times: 1, path: requestsPath, method: 'POST' })
  await makeRequest(page, 'rejected', 'Beden küçük geldi, müşteri değişim istemiyor')
  shop.breakWith({ kind: 'reset-before-effect', times: 1, path: requestsPath, method: 'POST' })
  const lost = await makeRequest(page, 'unknown')
  await askElsewhere(shop, lost)
  // The outbox also looks by itself: then the button is gone before it is pressed.
  await entryOf(page, lost)
    .getByTestId('entry-check-now')
    .click({ timeout: 5_000 })
    .catch(() => undefined)
  await expect(entryOf(page, lost)).toHaveAttribute('data-state', 'needs-review', { timeout: 30_000 })
  shop.breakWith({ kind: 'reset-before-effect', times: 1, path: requestsPath, method: 'POST' })
  await makeRequest(page, 'unknown', 'Kargoda hasar görmüş, fotoğrafı var')
  await page.getByTestId('outbox-pause').click()
  await makeRequest(page, 'queued', 'Hediye olarak alınmıştı, ikincisi geldi')
}

/** What a person might find at the shop: a request for the same line that is not quite ours. */
async function askElsewhere(shop: DemoShop, orderItem: string): Promise<void> {
  const cookie = await signedInCookie(shop)
  const headers = { 'content-type': 'application/json', cookie }
  const token = /csrftoken=([^;]+)/.exec(cookie)?.[1] ?? ''
  const kinds = ['cancel', 'refund'] as const
  for (const type of kinds) {
    const answer = await fetch(`${shop.commerceUrl}${requestsPath}`, {
      method: 'POST',
      headers: { ...headers, 'x-csrftoken': token, referer: shop.commerceUrl },
      body: JSON.stringify({
        order_item: Number(orderItem),
        cancellation_type: type,
        reason: 2,
        description: 'Vazgeçtim',
      }),
    })
    if (answer.ok) return
    if (type === kinds.at(-1)) throw new Error(`${answer.status} ${await answer.text()}`)
  }
}
