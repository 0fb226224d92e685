import { expect, type Locator, test } from '@playwright/test'
import { factOf, lineOf, lira, openOrder } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import { changed } from './harness/shop-front.ts'
import { type AddressRow, type OrderRow, piecesOf } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const path = '/users/orders/'
const shared = sharedApp({ orders: 130, oldOrders: 0, pending: 12 }, async ({ app, shop, front }) => {
  await connectCustomer(app.page, shop, front.url)
  await expectCount(app.page, 130)
})

/** The newest order of which something is true, from the shop itself, whole. */
async function findOrder(test: (order: OrderRow) => boolean): Promise<OrderRow> {
  const view = await ShopView.ofCustomer(shared.shop)
  const found = (await view.all<OrderRow>(path)).find(test)
  if (!found) throw new Error('the demo shop has no such order')
  return view.get<OrderRow>(`${path}${found.id}/`)
}

const cents = (amount: string) => Math.round(Number(amount) * 100)

const calls = () => shared.shop.log.map(call => `${call.method} ${call.path}`)

test('the order is read from the shop when it is opened, and its lines say what the shop says', async () => {
  const order = await findOrder(({ status, orderitem_set }) => status.value === '550' && orderitem_set.length > 2)
  const seenBefore = shared.front.seen.length
  await openOrder(shared.app.page, order.number)
  for (const item of order.orderitem_set) {
    const line = lineOf(shared.app.page, item.id)
    const { product } = item
    for (const text of [product.name, product.sku, product.base_code, lira(item.price), item.status.label])
      await expect(line).toContainText(text)
    if (piecesOf(item) > 1) await expect(line).toContainText(`${piecesOf(item)} pieces`)
    await line.locator('summary').first().click()
    for (const [name, value] of Object.entries(product.attributes)) await expect(factOf(line, name)).toHaveText(value)
    await expect(factOf(line, 'Tracking number')).toHaveText(item.tracking_number ?? '')
    await expect(factOf(line, 'Invoice number')).toHaveText(item.invoice_number ?? '')
  }
  await expect.poll(() => shared.front.seen.slice(seenBefore)).toContain(`GET ${path}${order.id}/`)
  expect(shared.front.seen.slice(seenBefore).filter(call => call === `GET ${path}${order.id}/`)).toHaveLength(1)
})

test('a shop that keeps the quantity of merged lines under another key says so in the settings', async () => {
  const { app, shop } = shared
  const { page } = app
  const isMerged = ({ attributes }: OrderRow['orderitem_set'][number]) => Number(attributes.quantity ?? 1) > 1
  const order = await findOrder(({ orderitem_set }) => orderitem_set.some(isMerged))
  const item = order.orderitem_set.find(isMerged)
  if (!item) throw new Error('the order has changed')
  const line = lineOf(page, item.id)
  const pieces = `${piecesOf(item)} pieces`
  const form = page.getByRole('form', { name: /127\.0\.0\.1/ })
  const field = form.getByLabel('Quantity key of merged lines')
  const save = form.getByRole('button', { name: 'Save' })
  const choose = async (key: string) => {
    await page.getByTestId('nav-settings').click()
    await field.fill(key)
    await save.click()
    await expect(form.getByRole('status')).toHaveText('Saved.')
  }

  shop.breakWith({ kind: 'other-quantity-key' })
  await openOrder(page, order.number)
  await page.getByTestId('refresh').click()
  await expect(line).toBeVisible()
  await expect(line).not.toContainText('pieces')
  await page.getByTestId('nav-settings').click()
  await expect(field).toHaveValue('quantity')
  await field.fill('kaç adet')
  await expect(form.getByRole('alert')).toHaveText('The key can’t contain spaces.')
  await expect(save).toBeDisabled()
  await choose(' adet ')
  await expect(field).toHaveValue('adet')
  await openOrder(page, order.number)
  await expect(line).toContainText(pieces)

  shop.heal()
  await choose('')
  await expect(field).toHaveValue('quantity')
  await openOrder(page, order.number)
  await page.getByTestId('refresh').click()
  await expect(line).toContainText(pieces)
})

test('both addresses, the payment, the money and the discounts are the shop’s', async () => {
  const order = await findOrder(
    ({ billing_address: billing, discountitem_set: discounts, installment_count: count, bank }) =>
      billing.company_name !== '' && discounts.some(({ amount }) => amount !== '0.00') && (count > 1 || bank !== null),
  )
  const detail = await openOrder(shared.app.page, order.number)
  await expectAddress(detail, 'Shipping address', order.shipping_address)
  await expectAddress(detail, 'Billing address', order.billing_address)
  const money = detail.getByRole('region', { name: 'Payment' })
  await expect(money).toContainText(order.payment_option.name)
  if (order.bank) await expect(money).toContainText(order.bank.name)
  if (order.bin_number) {
    await expect(money).toContainText(order.bin_number.slice(0, 4))
    await expect(money).not.toContainText(order.bin_number)
  }
  if (order.installment_count > 1) await expect(money).toContainText(`${order.installment_count} instalments`)
  await expect(factOf(money, 'Total')).toHaveText(lira(order.amount))
  await expect(factOf(money, 'Discount')).toHaveText(`−${lira(order.discount_amount)}`)
  const goods = cents(order.amount_without_discount) - cents(order.shipping_amount)
  if (order.orderitem_set.reduce((sum, { price }) => sum + cents(price), 0) === goods)
    await expect(factOf(money, 'Items')).toHaveText(lira((goods / 100).toFixed(2)))
  if (cents(order.shipping_amount) === 0) await expect(factOf(money, 'Shipping')).toHaveCount(0)
  else await expect(factOf(money, 'Shipping')).toHaveText(lira(order.shipping_amount))
  for (const { name, amount } of order.discountitem_set) await expect(factOf(money, name)).toHaveText(lira(amount))
  await expect(detail.locator('.detail-head')).toContainText(order.user_email)
})

async function expectAddress(detail: Locator, title: string, address: AddressRow): Promise<void> {
  const block = detail.locator('.address').filter({ has: shared.app.page.getByRole('heading', { name: title }) })
  const { first_name, last_name, line, phone_number, city, township, company_name, tax_office, tax_no } = address
  const place = `${township.name}, ${city.name}`
  const said = [`${first_name} ${last_name}`, line, place, phone_number, company_name, tax_office, tax_no]
  for (const text of said) await expect(block).toContainText(text)
}

test('a gift note is on the screen', async () => {
  const order = await findOrder(({ gift_box_note: note }) => note !== null)
  const detail = await openOrder(shared.app.page, order.number)
  await expect(factOf(detail, 'Gift note')).toHaveText(order.gift_box_note ?? '')
})

test('loyalty, invoice links and fields of no document come through', async () => {
  const order = await findOrder(({ status }) => status.value === '550')
  const item = order.orderitem_set[0]
  if (!item) throw new Error('an order without lines')
  shared.front.rule = async ({ path: at }, pass) =>
    at === `${path}${order.id}/`
      ? changed<OrderRow>(await pass(), body => ({
          ...body,
          loyaltytransaction_set: [{ id: 7, amount: '41.37', transaction_type: 'sadakat-kazanim' }],
          e_archive_url: 'https://fatura.example/siparis.pdf',
          extra_field: { magaza_notu: 'kapıda aransın' },
          orderitem_set: body.orderitem_set.map(row => ({ ...row, e_archive_url: `https://fatura.example/${row.id}` })),
        }))
      : pass()
  const detail = await openOrder(shared.app.page, order.number)
  const details = detail.getByRole('region', { name: 'Details' })
  const others = details.getByTestId('other-fields')
  await others.locator('summary').click()
  for (const text of ['41.37', 'sadakat-kazanim', 'magaza_notu', 'kapıda aransın'])
    await expect(others.getByText(text)).toBeVisible()

  const opened = await recordOpened()
  await details.getByRole('button', { name: 'Open the invoice' }).click()
  const line = lineOf(shared.app.page, item.id)
  await line.locator('summary').first().click()
  await line.getByRole('button', { name: 'Open the invoice' }).click()
  await line.getByRole('button', { name: 'Track the parcel' }).click()
  await expect
    .poll(opened)
    .toEqual(['https://fatura.example/siparis.pdf', `https://fatura.example/${item.id}`, item.tracking_url])
  shared.front.rule = null
})

test('the return view is the shop’s word about each line', async () => {
  const order = await findOrder(({ status, orderitem_set }) => status.value === '550' && orderitem_set.length > 2)
  const view = await ShopView.ofCustomer(shared.shop)
  const told = await view.get<OrderRow>(`${path}${order.id}/cancellation/`)
  await openOrder(shared.app.page, order.number)
  const block = shared.app.page.getByTestId('order-return-view')
  for (const item of told.orderitem_set) {
    const line = block.locator(`[data-order-item="${item.id}"]`)
    await expect(line).toContainText(item.product.name)
    await expect(line).toContainText(item.is_cancellable ? 'can be cancelled' : 'can’t be cancelled')
    await expect(line).toContainText(item.is_refundable ? 'can be refunded' : 'can’t be refunded')
    const carriers = item.available_easy_return_shipping_companies
    expect(carriers.length).toBeGreaterThan(0)
    for (const carrier of carriers) await expect(line).toContainText(carrier.shipping_company.label)
  }
  expect(calls()).toContain(`GET ${path}${order.id}/cancellation/`)
})

/** The addresses that would have opened in the system's browser. */
async function recordOpened(): Promise<() => Promise<string[]>> {
  const { electron } = shared.app
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async url => {
      opened.push(url)
    }
  })
  return () => electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
}
