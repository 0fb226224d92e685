import { expect, type Page, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from '../../e2e/harness/app.ts'
import { type OrderShop, type OrderShopOptions, orderShop } from './order-shop.ts'

/** An app on an empty profile for each test, and the shop that the test asks for. `app` may be replaced after a restart. */
export interface OrderDesk {
  app: RunningApp
  profile: string
  shop: OrderShop
  /** Starts the shop and signs in to it with a pasted session. */
  readonly connect: (options: OrderShopOptions, before?: (shop: OrderShop) => void) => Promise<Page>
}

export function orderDeskForEach(): OrderDesk {
  const shops: OrderShop[] = []
  const desk = {
    connect: async (options: OrderShopOptions, before: (shop: OrderShop) => void = () => undefined) => {
      desk.shop = await orderShop(options)
      shops.push(desk.shop)
      before(desk.shop)
      await pasteSession(desk.app.page, desk.shop.url, 'pasted-1')
      return desk.app.page
    },
  } as OrderDesk
  test.beforeEach(async () => {
    desk.profile = await newProfile()
    desk.app = await startApp(desk.profile)
  })
  test.afterEach(async () => {
    await desk.app.kill()
    for (const shop of shops.splice(0)) await shop.close()
    await removeProfile(desk.profile)
  })
  return desk
}

export async function fillSession(page: Page, url: string, sessionId: string, name?: string): Promise<void> {
  await page.getByTestId('connect-commerce-url').fill(url)
  await page.getByTestId('connect-session-id').fill(sessionId)
  if (name !== undefined) await page.getByTestId('connect-name').fill(name)
  await page.getByTestId('connect-customer-submit').click()
}

export async function pasteSession(page: Page, url: string, sessionId: string, name?: string): Promise<void> {
  await fillSession(page, url, sessionId, name)
  await expect(page.getByTestId('connect-customer-submit')).toBeHidden()
  await expect(page.getByTestId('nav-orders')).toBeVisible()
}
