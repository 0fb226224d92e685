import { test } from '@playwright/test'
import { type DemoShop, type DemoShopOptions, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from './app.ts'

/** What every test of a file begins with: a demo shop, and an app on an empty profile that knows nothing of it. */
export interface Fresh {
  shop: DemoShop
  profile: string
  app: RunningApp
}

/** Makes them new for each test, and takes them away whatever the test did. `app` may be replaced after a restart. */
export function freshAppForEach(options: DemoShopOptions): Fresh {
  const fresh = {} as Fresh
  test.beforeEach(async () => {
    fresh.shop = await startDemoShop(options)
    fresh.profile = await newProfile()
    fresh.app = await startApp(fresh.profile)
  })
  test.afterEach(async () => {
    await fresh.app.kill()
    await fresh.shop.stop()
    await removeProfile(fresh.profile)
  })
  return fresh
}
