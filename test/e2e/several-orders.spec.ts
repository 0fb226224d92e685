import { expect, type Locator, test } from '@playwright/test'
import { xlsxOf } from '../../src-renderer/features/common/export/xlsx.ts'
import { tick } from './harness/by-name.ts'
import { lira } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import { type ItemRow, type OrderRow, piecesOf, type RequestRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, entryOf, expectCount } from './harness/steps.ts'

const onePath = '/users/orders/cancellation_requests/'
const bulkPath = '/users/orders/bulk_cancellation_requests/'

const shared = sharedApp({ orders: 60, oldOrders: 4, pending: 3 }, async ({ app, shop }) => {
  await connectCustomer(app.page, shop)
  await expectCount(app.page, 60)
})

const at = (id: string): Locator => shared.app.page.getByTestId(id)
const lineOf = (item: number): Locator =>
  shared.app.page.locator(`[data-testid=several-line][data-order-item="${item}"]`)

const isSimple = (item: ItemRow): boolean => item.is_cancellable && piecesOf(item) === 1

/** Orders as the shop gives them, those with lines that can simply be cancelled first; whole ones before others. */
async function ordersToCancel(): Promise<readonly OrderRow[]> {
  const orders = await (await ShopView.ofCustomer(shared.shop)).all<OrderRow>('/users/orders/')
  const count = (order: OrderRow) => order.orderitem_set.filter(isSimple).length
  return orders.filter(order => count(order) > 0).sort((a, b) => count(b) - count(a))
}

async function find(text: string): Promise<void> {
  await at('nav-orders').click()
  await at('several-open').click()
  await at('several-numbers').fill(text)
  await at('several-find').click()
}

test('three lines of two orders go out as one bulk call and each gets its own request', async () => {
  const { page } = shared.app
  const [first, second] = await ordersToCancel()
  const items = [...(first?.orderitem_set.filter(isSimple).slice(0, 2) ?? []), second?.orderitem_set.find(isSimple)]
  const ids = items.flatMap(item => (item ? [item.id] : []))
  expect(ids).toHaveLength(3)

  await find(`#${first?.number}\n${second?.number};${first?.number}, 0${second?.number}`)
  await expect(at('several-order')).toHaveCount(2)
  await expect(at('several-not-found').locator('[data-order-number]')).toHaveText([/^0/])
  for (const id of ids) await tick(lineOf(id).getByTestId('several-select'))
  await expect(at('several-count')).toHaveAttribute('data-count', '3')
  const estimates = await Promise.all(
    ids.map(id => lineOf(id).getByTestId('line-estimate').getAttribute('data-amount')),
  )
  estimates.forEach((amount, place) => {
    expect(amount).toMatch(/^\d+\.\d\d$/)
    expect(Number(amount)).toBeLessThanOrEqual(Number(items[place]?.price))
  })
  const cents = estimates.reduce((total, amount) => total + Math.round(Number(amount) * 100), 0)
  const sum = (cents / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  await expect(at('several-count')).toContainText(`about ₺${sum}`)
  await expect(at('request-total')).toHaveAttribute('data-amount', (cents / 100).toFixed(2))

  await at('request-reason').selectOption('2')
  await at('request-description').fill('Toplu vazgeçme')
  // What was chosen and typed outlives a look at another screen.
  await at('nav-requests').click()
  await at('nav-orders').click()
  await at('several-open').click()
  await expect(at('several-count')).toHaveAttribute('data-count', '3')
  await expect(at('request-description')).toHaveValue('Toplu vazgeçme')

  await at('request-review').click()
  await expect(at('request-total')).toHaveAttribute('data-amount', (cents / 100).toFixed(2))
  for (const order of [first, second]) await expect(at('request-summary')).toContainText(order?.number ?? '')
  expect(shared.shop.posts()).toBe(shared.shop.posts('/users/login/'))
  await at('request-submit').click()
  await expect(at('request-saved')).toBeVisible()
  for (const id of ids) await expect(lineOf(id)).toHaveAttribute('data-eligible', '')
  await at('request-saved').getByRole('button', { name: 'Show in the outbox' }).click()

  const view = await ShopView.ofCustomer(shared.shop)
  for (const id of ids) await expect(entryOf(page, String(id))).toHaveAttribute('data-state', 'confirmed')
  for (const [place, id] of ids.entries())
    await expect(entryOf(page, String(id))).toContainText(`about ${lira(estimates[place] ?? '')}`)
  const made = (await view.all<RequestRow>(onePath)).filter(request => ids.includes(request.order_item))
  expect(made).toHaveLength(3)
  for (const request of made) await expect(entryOf(page, String(request.order_item))).toContainText(`#${request.id}`)

  expect(shared.shop.posts(bulkPath)).toBe(1)
  expect(shared.shop.posts(onePath)).toBe(0)
  const call = shared.shop.log.find(({ method, path }) => method === 'POST' && path === bulkPath)
  expect(call?.requestIds.toSorted()).toEqual(made.map(({ id }) => id).toSorted())
  const asked = (JSON.parse(call?.bodyText ?? '{}') as { cancel_order_items: { order_item: number }[] })
    .cancel_order_items
  expect(asked.map(one => one.order_item).toSorted()).toEqual(ids.toSorted())
})

test('all that may be refunded is chosen at once, and what may not says why', async () => {
  const orders = await (await ShopView.ofCustomer(shared.shop)).all<OrderRow>('/users/orders/')
  const some = orders.slice(0, 12)
  await find(some.map(({ number }) => number).join('\t'))
  await expect(at('several-order')).toHaveCount(12)
  await expect(at('several-line')).toHaveCount(some.flatMap(order => order.orderitem_set).length)
  const able = shared.app.page.locator('[data-testid=several-line][data-eligible~=refund]')
  await at('several-all-refund').click()
  await expect(at('several-count')).toHaveAttribute('data-count', String(await able.count()))
  await expect(at('request-type')).toHaveValue('refund')
  const unable = at('several-line').and(shared.app.page.locator('[data-eligible=""]'))
  for (const line of await unable.all()) {
    await expect(line.getByTestId('several-select')).toBeDisabled()
    await expect(line.getByTestId('line-why-not')).toBeVisible()
  }
  await at('several-clear').click()
  await expect(at('several-numbers')).toHaveValue('')
})

test('a column of a spreadsheet is read for what it is, pasted or as a file, and a number cut short is named', async () => {
  const { page } = shared.app
  const [first, second] = await (await ShopView.ofCustomer(shared.shop)).all<OrderRow>('/users/orders/')
  await find(`"Order number"\r\n\u00a0"${first?.number}"\u00a0\r\n2,74540302931217E+15\r\n`)
  await expect(at('several-order')).toHaveCount(1)
  await expect(at('several-not-found')).toHaveCount(0)
  await expect(at('several-ruined')).toContainText('2,74540302931217E+15')
  await expect(at('several-words')).toContainText('Order · number')

  const columns = [
    { title: 'Customer', kind: 'text' },
    { title: 'Order number', kind: 'text' },
  ] as const
  const bytes = await xlsxOf({ columns, rows: [['Elif', second?.number ?? '']] })
  await at('several-file-input').setInputFiles({ name: 'list.xlsx', mimeType: '', buffer: Buffer.from(bytes) })
  await expect(at('several-file-read')).toContainText('list.xlsx')
  await at('several-find').click()
  await expect(at('several-order')).toHaveCount(2)

  // What is dropped is read in the same way, and never opened by the window.
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['%PDF-1.7'], 'list.pdf'))
    return transfer
  })
  await at('several-numbers').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(at('several-file-failed')).toHaveAttribute('data-code', 'unknown')
  await at('several-clear').click()
})

test('a number that is not here is looked for at the shop and never dropped', async () => {
  await find('7777000011112222')
  const missing = at('several-not-found')
  await expect(missing).toContainText('7777000011112222')
  await at('several-ask-shop').click()
  await expect(missing).toContainText('the shop sent no order with exactly this number')
  await at('several-clear').click()
  await expect(missing).toHaveCount(0)
})
