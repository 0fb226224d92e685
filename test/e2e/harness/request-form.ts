import type { Locator, Page } from '@playwright/test'
import type { DemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { tick } from './by-name.ts'
import { lineOf, openOrder } from './screen.ts'
import type { ItemRow, OrderRow } from './shop-rows.ts'
import { ShopView } from './shop-view.ts'

export const requestsPath = '/users/orders/cancellation_requests/'

export interface OrderedItem {
  readonly order: OrderRow
  readonly item: ItemRow
}

/** The newest line of which something is true, with its order, from the shop itself. */
export async function findItem(
  shop: DemoShop,
  test: (item: ItemRow, order: OrderRow) => boolean,
): Promise<OrderedItem> {
  const view = await ShopView.ofCustomer(shop)
  for (const order of await view.all<OrderRow>('/users/orders/')) {
    const item = order.orderitem_set.find(row => test(row, order))
    if (item) return { order, item }
  }
  throw new Error('the demo shop has no such line')
}

/** Opens the line's order and chooses the line, which opens the form. */
export async function chooseLine(page: Page, { order, item }: OrderedItem): Promise<Locator> {
  await openOrder(page, order.number)
  const line = lineOf(page, item.id)
  await tick(line.getByTestId('line-select'))
  return line
}

/** The bodies of the requests that reached the shop, as JSON, oldest first. */
export const postedBodies = (shop: DemoShop): unknown[] =>
  shop.log
    .filter(call => call.method === 'POST' && call.path === requestsPath)
    .map(call => JSON.parse(call.bodyText ?? 'null') as unknown)

/** A day of the shop's calendar some days ahead, as a date field takes it. */
export function dayAhead(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
