import { test } from '@playwright/test'
import { type DemoShopOptions, startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { newProfile, removeProfile, startApp } from './app.ts'
import { field } from './by-name.ts'
import type { Fresh } from './fresh-app.ts'
import { openFront, type ShopFront } from './shop-front.ts'

export interface Shared extends Fresh {
  /** Between the app and the shop when `begin` connects to it. */
  front: ShopFront
}

/**
 * One shop and one app for all tests of a file, which leave each other's rows alone; after a failure the next test gets
 * new ones. English is chosen, so that a test may read words.
 */
export function sharedApp(options: DemoShopOptions, begin: (shared: Shared) => Promise<void>): Shared {
  const shared = {} as Shared
  const begun: Partial<Shared> = shared
  test.beforeAll(async () => {
    shared.shop = await startDemoShop({ decideAfterMs: 3_600_000, ...options })
    shared.front = await openFront(shared.shop.commerceUrl)
    shared.profile = await newProfile()
    shared.app = await startApp(shared.profile)
    await field(shared.app.page, 'settings.language').selectOption('en')
    await begin(shared)
  })
  test.afterAll(async () => {
    await begun.app?.kill()
    await begun.front?.close()
    await begun.shop?.stop()
    if (begun.profile !== undefined) await removeProfile(begun.profile)
  })
  return shared
}
