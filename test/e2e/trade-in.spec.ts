import { expect, test } from '@playwright/test'
import { lineOf, openOrder } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'
import { chooseTradable, decisionsAsked, decisionsMade } from './harness/trade-in.ts'

/** Through the front, so that the same decision can be answered as other shops do. */
const shared = sharedApp({ orders: 130, oldOrders: 0, pending: 0 }, async ({ app, shop, front }) => {
  await connectCustomer(app.page, shop, front.url)
  await expectCount(app.page, 130)
})

test.beforeEach(() => {
  shared.front.rule = null
})

for (const [decision, words, said] of [
  ['approve', 'Takas onayınız iletildi.', 'Trade-in approved'],
  ['reject', 'Takası istemediğiniz iletildi.', 'Trade-in rejected'],
] as const) {
  test(`${decision} is asked once more, goes out once, and the shop’s words are shown`, async () => {
    const { page } = shared.app
    const { order, item } = await chooseTradable(shared.shop)
    await openOrder(page, order.number)
    const line = lineOf(page, item.id)
    await line.getByTestId(`tradein-${decision}`).click()
    await expect(page.getByTestId('confirm-dialog')).toContainText(item.product.name)
    await page.getByTestId('confirm-no').click()
    await expect(page.getByTestId('confirm-dialog')).toHaveCount(0)
    expect(decisionsAsked(shared.shop, item.id)).toEqual([])

    await line.getByTestId(`tradein-${decision}`).click()
    await page.getByTestId('confirm-yes').click()
    await expect(line.getByTestId('tradein-message')).toContainText(said)
    await expect(line.getByTestId('tradein-message')).toContainText(words)
    await expect(line.getByTestId(`tradein-${decision}`)).toHaveCount(0)
    const outcome = decision === 'approve' ? 'approved' : 'rejected'
    expect(decisionsAsked(shared.shop, item.id)).toEqual([`GET /users/order_item/${item.id}/tradein_${outcome}/`])
    expect(decisionsMade(shared.shop, item.id)).toBe(1)
  })
}

for (const [name, answer, words] of [
  ['a JSON text', () => Response.json('Onayınız alındı.'), /^Trade-in approvedThe shop says: “Onayınız alındı.”$/],
  ['nothing', () => new Response(null, { status: 204 }), /^Trade-in approved$/],
  // Akinon puts errors into objects, so one says nothing for sure; its words are shown all the same.
  [
    'a JSON object',
    () => Response.json({ detail: 'Alındı.' }),
    /“Alındı.”It is not clear whether the decision arrived/,
  ],
] as const) {
  test(`an approval that the shop answers with ${name} is asked for once, and no more is claimed than it said`, async () => {
    const { page } = shared.app
    const { order, item } = await chooseTradable(shared.shop)
    shared.front.rule = async ({ path }, pass) => {
      const given = await pass()
      return path.includes('/tradein_') && given.ok ? answer() : given
    }
    await openOrder(page, order.number)
    await lineOf(page, item.id).getByTestId('tradein-approve').click()
    await page.getByTestId('confirm-yes').click()
    await expect(lineOf(page, item.id).getByTestId('tradein-message')).toHaveText(words)
    expect(decisionsAsked(shared.shop, item.id)).toHaveLength(1)
    expect(decisionsMade(shared.shop, item.id)).toBe(1)
  })
}

test('what the customer decided by mail is said to be decided', async () => {
  const { page } = shared.app
  const { order, item } = await chooseTradable(shared.shop)
  await openOrder(page, order.number)
  const view = await ShopView.ofCustomer(shared.shop)
  expect(await view.text(`/users/order_item/${item.id}/tradein_rejected/`)).toBe('Takası istemediğiniz iletildi.')
  await lineOf(page, item.id).getByTestId('tradein-approve').click()
  await page.getByTestId('confirm-yes').click()
  const message = lineOf(page, item.id).getByTestId('tradein-message')
  await expect(message).toContainText('This trade-in was already decided')
  await expect(message).not.toContainText('Trade-in approved')
  expect(decisionsAsked(shared.shop, item.id)).toHaveLength(2)
  expect(decisionsMade(shared.shop, item.id)).toBe(1)
})

test('an answer that never comes is not asked for again', async () => {
  const { page } = shared.app
  const { order, item } = await chooseTradable(shared.shop)
  await openOrder(page, order.number)
  const seenBefore = shared.front.seen.length
  shared.front.rule = async ({ path }, pass) => {
    const given = await pass()
    if (path.includes('/tradein_')) throw new Error('the connection breaks here')
    return given
  }
  await lineOf(page, item.id).getByTestId('tradein-approve').click()
  await page.getByTestId('confirm-yes').click()
  const message = lineOf(page, item.id).getByTestId('tradein-message')
  await expect(message).toContainText('It is not clear whether the decision arrived.')
  expect(shared.front.seen.slice(seenBefore).filter(call => call.includes('/tradein_'))).toHaveLength(1)
  expect(decisionsMade(shared.shop, item.id)).toBe(1)
})

test('a pasted mail link leads to its line and decides nothing by itself', async () => {
  const { page } = shared.app
  const { order, item } = await chooseTradable(shared.shop)
  await page.getByTestId('nav-requests').click()
  const link = `${shared.front.url}/users/order_item/${item.id}/tradein_rejected/`
  await page.getByTestId('search-input').fill(`<${link}>`)
  await expect(page.getByTestId('order-detail')).toHaveAttribute('data-order-number', order.number)
  const line = lineOf(page, item.id)
  await expect(line.getByTestId('tradein-link-opened')).toBeVisible()
  await expect(line.getByTestId('tradein-message')).toHaveCount(0)
  expect(decisionsAsked(shared.shop, item.id)).toEqual([])

  await line.getByTestId('tradein-reject').click()
  await page.getByTestId('confirm-yes').click()
  await expect(line.getByTestId('tradein-message')).toContainText('Trade-in rejected')
  expect(decisionsAsked(shared.shop, item.id)).toEqual([`GET /users/order_item/${item.id}/tradein_rejected/`])
})

test('a link of another shop, or of a line unknown here, leads nowhere and sends nothing', async () => {
  const { page } = shared.app
  const seenBefore = shared.front.seen.length
  await page.getByTestId('nav-orders').click()
  await page.getByTestId('search-input').fill('https://baska.example/users/order_item/7/tradein_approved/')
  await expect(page.getByTestId('tradein-link')).toHaveAttribute('data-code', 'other-shop')
  await page.getByTestId('search-input').fill(`${shared.front.url}/users/order_item/77/tradein_approved/`)
  await expect(page.getByTestId('tradein-link')).toHaveAttribute('data-code', 'unknown-item')
  await page.getByTestId('search-input').fill('')
  expect(shared.front.seen.slice(seenBefore).filter(call => call.includes('/tradein_'))).toEqual([])
})
