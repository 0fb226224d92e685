import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { type RunningApp, startApp } from '../../e2e/harness/app.ts'
import { tick } from '../../e2e/harness/by-name.ts'
import { connectCustomer, expectCount, submitRequest } from '../../e2e/harness/steps.ts'
import { test as base } from './folders.ts'

export const requestsPath = '/users/orders/cancellation_requests/'
const orders = 40

/** A customer at a desk: a shop, the app signed in to it with its orders on screen, and a way to kill and restart. */
export class Desk {
  app: RunningApp
  readonly shop: DemoShop
  readonly #profile: string

  constructor(app: RunningApp, shop: DemoShop, profile: string) {
    this.app = app
    this.shop = shop
    this.#profile = profile
  }

  get page() {
    return this.app.page
  }

  /** Cancellation requests that reached the shop, and those that took effect, counted at the shop. */
  get arrived(): number {
    return this.shop.posts(requestsPath)
  }

  get effects(): number {
    return this.shop.log.filter(one => one.effect && one.path.startsWith(requestsPath)).length
  }

  /** Takes the shop away and queues so many requests; their order items. */
  async queueOffline(wanted: number): Promise<string[]> {
    await this.shop.stop()
    await this.page.getByTestId('refresh').click()
    await expect(this.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
    return queueSome(this.page, wanted)
  }

  /** The order items of the requests that arrived at the shop, sorted. */
  get posted(): readonly string[] {
    const posts = this.shop.log.filter(one => one.method === 'POST' && one.path === requestsPath)
    return posts.map(one => String((JSON.parse(one.bodyText ?? '{}') as { order_item: number }).order_item)).toSorted()
  }

  async restart(): Promise<void> {
    await this.app.kill()
    this.app = await startApp(this.#profile)
    await this.page.getByTestId('nav-orders').click()
    await expectCount(this.page, orders)
  }
}

export const test = base.extend<{ profile: string; desk: Desk }>({
  profile: async ({ scratch }, use) => use(join(scratch, 'profile')),
  desk: async ({ profile }, use) => {
    const shop = await startDemoShop({ orders, oldOrders: 3, pending: 3, decideAfterMs: 3_600_000 })
    const desk = new Desk(await startApp(profile), shop, profile)
    await connectCustomer(desk.page, shop)
    await expectCount(desk.page, orders)
    await use(desk)
    await desk.app.kill()
    await shop.stop()
  },
})

/** Queues one request for the first free line of each of the newest orders, until there are as many as asked for. */
export async function queueSome(page: Page, wanted: number): Promise<string[]> {
  const items: string[] = []
  for (let n = 0; items.length < wanted; n += 1) {
    const row = page.getByTestId('order-row').nth(n)
    const number = await row.getAttribute('data-order-number')
    await row.click()
    const detail = page.locator(`[data-testid=order-detail][data-order-number="${number}"]`)
    await expect(detail.getByTestId('order-line').first()).toBeVisible()
    const free = detail.getByTestId('order-line').filter({ has: page.locator('[data-testid=line-select]:enabled') })
    if ((await free.count()) === 0) continue
    const item = (await free.first().getAttribute('data-order-item')) ?? ''
    await tick(free.first().getByTestId('line-select'))
    await submitRequest(page)
    await expect(page.locator(`[data-testid=order-line][data-order-item="${item}"]`)).toHaveAttribute(
      'data-overlay',
      'queued',
    )
    items.push(item)
  }
  return items
}

export { expect }
