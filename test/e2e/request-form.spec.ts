import { expect, type Locator, test } from '@playwright/test'
import { chooseLine, dayAhead, findItem, postedBodies, requestsPath } from './harness/request-form.ts'
import { optionsOf } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import { type AddressRow, type ItemRow, type OrderRow, piecesOf, type RequestRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, entryOf, expectCount } from './harness/steps.ts'

const shared = sharedApp({ orders: 40, oldOrders: 0, pending: 8 }, async ({ app, shop }) => {
  await connectCustomer(app.page, shop)
  await expectCount(app.page, 40)
})

const field = (name: string): Locator => shared.app.page.getByTestId(`request-${name}`)
const isLarge = (item: ItemRow): boolean => item.product.base_code.startsWith('MBL')

/** What stands under a field, whether error or warning. */
const saidAt = (of: Locator): Locator => of.locator('xpath=ancestor::div[contains(@class,"field")][1]')

const ibans = [
  ['1234', 'does not look like an IBAN'],
  ['XX33 0006 1005 1978 6457 8413 26', 'no IBAN starts with XX'],
  ['TR33 0006 1005 1978', 'with TR it has 26 characters, this one has 16'],
  ['TR33 0006 1005 1978 6457 8413 26 99', 'with TR it has 26 characters, this one has 28'],
  ['TR34 0006 1005 1978 6457 8413 26', 'The check digits do not match'],
] as const

test('a refund with every field reaches the shop once, in the document’s names and types', async () => {
  const { app, shop } = shared
  const { page } = app
  const found = await findItem(shop, item => item.is_refundable && piecesOf(item) === 3)
  const view = await ShopView.ofCustomer(shop)
  const addresses = await view.all<AddressRow>('/address/')
  const told = await view.get<OrderRow>(`/users/orders/${found.order.id}/cancellation/`)
  const carriers = told.orderitem_set.find(({ id }) => id === found.item.id)?.available_easy_return_shipping_companies

  const line = await chooseLine(page, found)
  await line.getByTestId('line-quantity').fill('2')
  await expect(field('type')).toHaveValue('refund')
  await field('reason').selectOption('15')
  await field('review').click()
  await expect(saidAt(field('description')).getByRole('alert')).toHaveText('This reason needs a description.')
  await field('description').fill('Beden küçük geldi; kutusu açılmadı')

  expect(await optionsOf(field('shipping-company'))).toEqual(
    carriers?.map(({ pk, shipping_company: { label } }) => [String(pk), label]),
  )
  await field('shipping-company').selectOption('2')
  const offered = await optionsOf(field('pickup-address'))
  expect(offered.map(([value]) => value)).toEqual(addresses.map(({ pk }) => String(pk)))
  for (const [place, { title, line: street, city }] of addresses.entries())
    for (const text of [title, street, city.name]) expect(offered[place]?.[1]).toContain(text)
  await field('pickup-address').selectOption(String(addresses[1]?.pk))

  await field('pickup-date').fill(dayAhead(3))
  await field('pickup-start').fill('12:00')
  await field('pickup-end').fill('09:00')
  await field('review').click()
  await expect(saidAt(field('pickup-date')).getByRole('alert')).toHaveText('The end must be after the start.')
  await field('pickup-start').fill('09:00')
  await field('pickup-end').fill('12:00')

  for (const [typed, words] of ibans) {
    await field('iban').fill(typed)
    await expect(saidAt(field('iban')).getByRole('status')).toContainText(words)
  }
  await field('iban').fill('tr33 0006 1005 1978 6457 8413 26')
  await expect(saidAt(field('iban')).getByRole('status')).toHaveCount(0)
  await field('holder-name').fill('Deniz Işıl Yağcıoğlu')
  await field('loyalty').check()
  expect(shop.posts(requestsPath)).toBe(0)

  await field('review').click()
  const summary = page.getByTestId('request-summary')
  const asked = ['2 of 3', 'Other (please explain)', 'Beden küçük geldi', 'Aras Kargo', addresses[1]?.line ?? '']
  for (const text of [...asked, '09:00–12:00', 'TR33 0006 1005 1978 6457 8413 26', 'Deniz Işıl Yağcıoğlu'])
    await expect(summary).toContainText(text)
  expect(shop.posts(requestsPath)).toBe(0)

  await field('submit').click()
  await page.getByTestId('nav-outbox').click()
  const entry = entryOf(page, String(found.item.id))
  await expect(entry).toHaveAttribute('data-state', 'confirmed')
  expect(postedBodies(shop)).toEqual([
    {
      order_item: found.item.id,
      cancellation_type: 'refund',
      reason: 15,
      quantity: 2,
      description: 'Beden küçük geldi; kutusu açılmadı',
      shipping_company: 2,
      pickup_address: addresses[1]?.pk,
      pickup_date: { date: dayAhead(3), hour_range: { start: '09:00', end: '12:00' } },
      iban: 'TR330006100519786457841326',
      holder_name: 'Deniz Işıl Yağcıoğlu',
      fully_refund_as_loyalty_money: true,
    },
  ])

  const [made] = await view.all<RequestRow>(requestsPath)
  expect(made).toMatchObject({ order_item: found.item.id, reason: 15, status: { value: 'open' } })
  await expect(entry).toContainText(`#${made?.id}`)
  await page.getByTestId('nav-requests').click()
  await expect(page.locator(`[data-testid=request-row][data-id="${made?.id}"]`)).toContainText(
    made?.easy_return?.code ?? 'no code',
  )
})

test('a cancellation sends its three fields and nothing that was left empty', async () => {
  const { page } = shared.app
  const before = postedBodies(shared.shop).length
  const found = await findItem(shared.shop, item => item.is_cancellable && piecesOf(item) === 1)
  await chooseLine(page, found)
  await expect(field('type')).toHaveValue('cancel')
  await expect(field('iban')).toHaveCount(0)
  await field('reason').selectOption('2')
  await field('review').click()
  await field('submit').click()
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, String(found.item.id))).toHaveAttribute('data-state', 'confirmed')
  expect(postedBodies(shared.shop).slice(before)).toEqual([
    { order_item: found.item.id, cancellation_type: 'cancel', reason: 2 },
  ])
})

test('more pieces than the line has are stopped before anything is sent', async () => {
  const { page } = shared.app
  const before = shared.shop.posts(requestsPath)
  const found = await findItem(shared.shop, item => item.is_cancellable && piecesOf(item) > 1)
  const line = await chooseLine(page, found)
  await field('reason').selectOption('1')
  await line.getByTestId('line-quantity').fill('9')
  await field('review').click()
  await expect(line.getByRole('alert')).toHaveText('The quantity must be at least 1 and no more than was ordered.')
  await expect(field('submit')).toHaveCount(0)
  await page.getByTestId('request-close').click()
  expect(shared.shop.posts(requestsPath)).toBe(before)
})

test('a refusal is said in the shop’s words; corrected, the request is made', async () => {
  const { page } = shared.app
  const before = postedBodies(shared.shop).length
  const found = await findItem(shared.shop, item => item.is_refundable && isLarge(item))
  const address = (await (await ShopView.ofCustomer(shared.shop)).all<AddressRow>('/address/'))[0]
  await chooseLine(page, found)
  await field('reason').selectOption('12')
  await field('review').click()
  await field('submit').click()
  await page.getByTestId('nav-outbox').click()
  const entry = entryOf(page, String(found.item.id))
  await expect(entry).toHaveAttribute('data-state', 'rejected')
  await expect(entry.getByTestId('entry-reason')).toContainText('Say where this item should be picked up.')

  await entry.getByTestId('entry-edit').click()
  await field('pickup-address').selectOption(String(address?.pk))
  await field('review').click()
  await field('submit').click()
  await expect(entry).toHaveAttribute('data-state', 'confirmed')
  const asked = { order_item: found.item.id, cancellation_type: 'refund', reason: 12 }
  expect(postedBodies(shared.shop).slice(before)).toEqual([asked, { ...asked, pickup_address: address?.pk }])
  const effects = shared.shop.log.filter(call => call.effect && call.bodyText?.includes(String(found.item.id)))
  expect(effects).toHaveLength(1)
})
