import { test as base, expect } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from '../../e2e/harness/app.ts'
import { connectCustomer, expectCount } from '../../e2e/harness/steps.ts'

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

  async restart(): Promise<void> {
    await this.app.kill()
    this.app = await startApp(this.#profile)
    await this.page.getByTestId('nav-orders').click()
    await expectCount(this.page, orders)
  }
}

export const test = base.extend<{ profile: string; desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern.
  profile: async ({}, use) => {
    const profile = await newProfile()
    await use(profile)
    await removeProfile(profile)
  },
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

export { expect }
