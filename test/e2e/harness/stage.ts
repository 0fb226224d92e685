import { expect } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from './app.ts'
import { connectCustomer, connectStaff, entryOf, expectCount, selectLine, submitRequest } from './steps.ts'

/** An app as it looks in the middle of a working day: two accounts, requests that were confirmed and one that was refused. */
export interface Stage {
  readonly shop: DemoShop
  readonly app: RunningApp
  readonly end: () => Promise<void>
}

const requestsPath = '/users/orders/cancellation_requests/'

export async function setStage(): Promise<Stage> {
  const shop = await startDemoShop({ orders: 60, oldOrders: 12, pending: 20, decideAfterMs: 3_600_000 })
  const profile = await newProfile()
  const app = await startApp(profile)
  const { page } = app
  await connectCustomer(page, shop)
  await page.getByTestId('nav-settings').click()
  await page.getByTestId('account-add').click()
  await connectStaff(page, shop)
  await page.getByTestId('nav-orders').click()
  await expectCount(page, 60)
  const confirmed = await selectLine(page)
  await submitRequest(page)
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, confirmed.orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 30_000 })
  await page.getByTestId('nav-orders').click()
  shop.breakWith({ kind: 'reason-deactivated', times: 1, path: requestsPath, method: 'POST' })
  const refused = await selectLine(page)
  await submitRequest(page)
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, refused.orderItem)).toHaveAttribute('data-state', 'rejected', { timeout: 30_000 })
  return {
    shop,
    app,
    end: async () => {
      await app.kill()
      await shop.stop()
      await removeProfile(profile)
    },
  }
}
