import type { DemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { findItem, type OrderedItem } from './request-form.ts'

const asksFor = (path: string, item: number): boolean => path.startsWith(`/users/order_item/${item}/`)

/** What was asked of the shop about a line's trade-in, by anybody. */
export const decisionsAsked = (shop: DemoShop, item: number): string[] =>
  shop.log.filter(({ path }) => asksFor(path, item)).map(({ method, path }) => `${method} ${path}`)

/** How many of them took effect. */
export const decisionsMade = (shop: DemoShop, item: number): number =>
  shop.log.filter(({ path, effect }) => effect && asksFor(path, item)).length

/** The newest line with a trade-in that nobody has touched yet. */
export const chooseTradable = (shop: DemoShop): Promise<OrderedItem> =>
  findItem(shop, item => item.is_tradable && decisionsAsked(shop, item.id).length === 0)
