import type { Page } from '@playwright/test'
import { tick } from '../e2e/harness/by-name.ts'
import { lineOf, openOrder } from '../e2e/harness/screen.ts'
import type { ItemRow, OrderRow, RequestRow } from '../e2e/harness/shop-rows.ts'
import { ShopView } from '../e2e/harness/shop-view.ts'
import { entryOf } from '../e2e/harness/steps.ts'
import { type Desk, expect, requestsPath, test } from './harness/desk.ts'

const bulkPath = '/users/orders/bulk_cancellation_requests/'
/** Three reads of each line follow a refusal, at 1, 3 and 8 seconds; a busy machine takes its time. */
const timeout = 45_000

interface Chosen {
  readonly order: OrderRow
  readonly items: readonly ItemRow[]
}

/** Orders with three lines of which something is true and that never had a request: every request of theirs is ours. */
async function ordersOfThree(desk: Desk, fits: (item: ItemRow) => boolean): Promise<readonly Chosen[]> {
  const view = await ShopView.ofCustomer(desk.shop)
  const asked = new Set((await view.all<RequestRow>(requestsPath)).map(row => row.order_item))
  return (await view.all<OrderRow>('/users/orders/')).flatMap(order => {
    const items = order.orderitem_set.filter(item => fits(item) && !asked.has(item.id)).slice(0, 3)
    return items.length === 3 ? [{ order, items }] : []
  })
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo shop has no such order')
  return value
}

const isLarge = (item: ItemRow): boolean => item.product.base_code.startsWith('MBL')
const isEasy = (item: ItemRow): boolean => item.is_refundable && !isLarge(item)

/** Chooses the lines in their order and saves one form for all of them. */
async function submitTogether(page: Page, { order, items }: Chosen): Promise<void> {
  await openOrder(page, order.number)
  for (const { id } of items) await tick(lineOf(page, id).getByTestId('line-select'))
  await page.getByTestId('request-reason').selectOption('12')
  await page.getByTestId('request-review').click()
  await page.getByTestId('request-submit').click()
  await page.getByTestId('nav-outbox').click()
}

/** How many requests the shop has for each line, and their ids in the order of the lines. */
async function madeFor(desk: Desk, items: readonly ItemRow[]): Promise<{ counts: number[]; ids: (number | null)[] }> {
  const rows = await (await ShopView.ofCustomer(desk.shop)).all<RequestRow>(requestsPath)
  const ofEach = items.map(item => rows.filter(row => row.order_item === item.id))
  return { counts: ofEach.map(each => each.length), ids: ofEach.map(each => each[0]?.id ?? null) }
}

async function expectConfirmed(desk: Desk, items: readonly ItemRow[]): Promise<void> {
  for (const { id } of items)
    await expect(entryOf(desk.page, String(id))).toHaveAttribute('data-state', 'confirmed', { timeout })
  const { counts, ids } = await madeFor(desk, items)
  expect(counts).toEqual(items.map(() => 1))
  for (const [index, { id }] of items.entries())
    await expect(entryOf(desk.page, String(id))).toContainText(`#${ids[index]}`)
}

const postsOf = ({ shop }: Desk) => ({ bulk: shop.posts(bulkPath), single: shop.posts(requestsPath) })

test('a line that a bulk answer leaves out is found by reading back, and not sent again', async ({ desk }) => {
  const chosen = given((await ordersOfThree(desk, isEasy))[0])
  desk.shop.breakWith({ kind: 'bulk-fewer-rows', times: 1 })
  await submitTogether(desk.page, chosen)
  await expectConfirmed(desk, chosen.items)
  expect(postsOf(desk)).toEqual({ bulk: 1, single: 0 })
})

test('lines of a refused bulk call go out alone, and each gets an answer of its own', async ({ desk }) => {
  // A large line can't be given back without a pickup address, and one such line has the shop refuse them all.
  const orders = await ordersOfThree(desk, item => item.is_refundable)
  const chosen = given(orders.find(({ items }) => items.filter(isLarge).length === 1))
  const large = chosen.items.filter(isLarge)
  const others = chosen.items.filter(item => !isLarge(item))
  await submitTogether(desk.page, chosen)

  const refused = entryOf(desk.page, String(large[0]?.id))
  await expect(refused).toHaveAttribute('data-state', 'rejected', { timeout })
  await expectConfirmed(desk, others)
  expect((await madeFor(desk, large)).counts).toEqual([0])
  expect(postsOf(desk)).toEqual({ bulk: 1, single: 3 })
  const bulk = desk.shop.log.find(({ method, path }) => method === 'POST' && path === bulkPath)
  expect([bulk?.status, bulk?.effect]).toEqual([400, false])

  await expect(refused.getByTestId('entry-reason')).toContainText('Say where this item should be picked up.')
  await refused.getByTestId('entry-edit').click()
  await expect(desk.page.getByTestId('request-pickup-address')).toHaveAttribute('aria-invalid', 'true')
})

test('lines of a bulk call whose answer is lost are all confirmed by reading back', async ({ desk }) => {
  const chosen = given((await ordersOfThree(desk, isEasy))[0])
  desk.shop.breakWith({ kind: 'answer-lost', times: 1, path: bulkPath })
  await submitTogether(desk.page, chosen)
  await expectConfirmed(desk, chosen.items)
  expect(postsOf(desk)).toEqual({ bulk: 1, single: 0 })
})

test('a shop without the bulk call gets every line alone, and is not asked for it twice', async ({ desk }) => {
  const orders = await ordersOfThree(desk, isEasy)
  const [first, second] = [given(orders[0]), given(orders[1])]
  desk.shop.breakWith({ kind: 'not-found', route: 'create-requests' })
  await submitTogether(desk.page, first)
  await expectConfirmed(desk, first.items)
  expect(postsOf(desk)).toEqual({ bulk: 1, single: 3 })

  await submitTogether(desk.page, second)
  await expectConfirmed(desk, second.items)
  expect(postsOf(desk)).toEqual({ bulk: 1, single: 6 })
})
