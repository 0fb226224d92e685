import { expect, type Locator, type Page, test } from '@playwright/test'
import { button } from './harness/by-name.ts'
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

  // What can't be read as a day is never left out in silence, and a year far away is pointed out.
  await field('pickup-date').focus()
  await page.keyboard.type('05.05.26123')
  await field('review').click()
  await expect(saidAt(field('pickup-date')).getByRole('alert')).toContainText('can’t be read')
  await field('pickup-date').fill('05.05.2123')
  await field('review').click()
  await expect(field('pickup-date'), 'written in the usual form when it is left').toHaveValue('05/05/2123')
  await expect(saidAt(field('pickup-date')).getByRole('alert')).toContainText('Check the year.')
  await field('pickup-date').fill(dayAhead(-1))
  await expect(saidAt(field('pickup-date')).getByRole('alert')).toHaveText('The pickup date is in the past.')

  await field('pickup-date').fill(dayAhead(3))
  await field('pickup-start').fill('12:00')
  await field('pickup-end').fill('09:00')
  await field('review').click()
  await expect(saidAt(field('pickup-date')).getByRole('alert')).toHaveText('The end must be after the start.')
  await field('pickup-start').fill('09:00')
  await field('pickup-end').fill('12:00')

  for (const other of ['pickup-date', 'pickup-start', 'reason', 'shipping-company'])
    await expectNoWheel(page, field(other))

  for (const [typed, words] of ibans) {
    await field('iban').fill(typed)
    await expect(saidAt(field('iban')).getByRole('alert')).toContainText(words)
  }
  await field('iban').fill('tr33 0006 1005 1978 6457 8413 26')
  await expect(saidAt(field('iban')).getByRole('alert')).toHaveCount(0)
  await expect(saidAt(field('holder-name')).getByRole('alert')).toHaveText(
    'Whose account is it? Give the holder’s name.',
  )
  await field('holder-name').fill('Deniz Işıl Yağcıoğlu')
  await field('loyalty').check()
  await expect(field('paid-twice')).toContainText('choose one of the two')
  await field('review').click()
  await expect(field('submit')).toHaveCount(0)
  await field('paid-twice').getByRole('button', { name: 'Pay to the IBAN' }).click()
  await expect(field('loyalty')).not.toBeChecked()
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
  await expect(field('pickup-date')).toHaveCount(0)
  await expect(field('iban')).toBeVisible()
  await field('reason').selectOption('2')
  await field('review').click()
  await field('submit').click()
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, String(found.item.id))).toHaveAttribute('data-state', 'confirmed')
  expect(postedBodies(shared.shop).slice(before)).toEqual([
    { order_item: found.item.id, cancellation_type: 'cancel', reason: 2 },
  ])
})

/** Turns the wheel over the field that has focus; a native number field beside it proves that the notch is real. */
async function expectNoWheel(page: Page, field: Locator): Promise<void> {
  const before = await field.inputValue()
  await page.evaluate(() => {
    const native = document.createElement('input')
    Object.assign(native, { type: 'number', value: '5', id: 'native' })
    native.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9999'
    document.querySelector('[data-testid=order-detail]')?.append(native)
    // Chromium steps a number field only where somebody listens to the wheel.
    native.addEventListener('wheel', () => undefined)
  })
  for (const target of [page.locator('#native'), field]) {
    await target.focus()
    await target.hover()
    await page.mouse.wheel(0, 120)
  }
  await expect(page.locator('#native')).not.toHaveValue('5')
  await page.locator('#native').evaluate(native => native.remove())
  await expect(field).toHaveValue(before)
}

test('more pieces than the line has are stopped before anything is sent', async () => {
  const { page } = shared.app
  const before = shared.shop.posts(requestsPath)
  const found = await findItem(shared.shop, item => item.is_cancellable && piecesOf(item) > 1)
  const line = await chooseLine(page, found)
  await field('reason').selectOption('1')
  const quantity = line.getByTestId('line-quantity')
  const most = Number(found.item.quantity)
  await quantity.fill(String(most))
  await quantity.press('ArrowDown')
  await expect(quantity).toHaveValue(String(most - 1))
  await expectNoWheel(page, quantity)
  await quantity.press('ArrowUp')
  await quantity.press('ArrowUp')
  await expect(quantity).toHaveValue(String(most))
  for (const typed of ['1e1', '-1', '+2', '1,5', 'üç']) {
    await quantity.fill(typed)
    await expect(quantity).toHaveValue(typed)
    await expect(line.getByRole('alert')).toHaveText('The quantity must be at least 1 and no more than was ordered.')
  }
  await quantity.fill('9')
  await field('review').click()
  await expect(line.getByRole('alert')).toHaveText('The quantity must be at least 1 and no more than was ordered.')
  await expect(field('submit')).toHaveCount(0)
  await button(page, 'form.leave').click()
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
  await field('pickup-date').fill(dayAhead(-1))
  await field('review').click()
  await expect(saidAt(field('pickup-date')).getByRole('alert')).toHaveText('The pickup date is in the past.')
  await expect(field('submit')).toHaveCount(0)
  await field('pickup-date').fill('')
  await field('review').click()
  await field('submit').click()
  await expect(entry).toHaveAttribute('data-state', 'confirmed')
  const asked = { order_item: found.item.id, cancellation_type: 'refund', reason: 12 }
  expect(postedBodies(shared.shop).slice(before)).toEqual([asked, { ...asked, pickup_address: address?.pk }])
  const effects = shared.shop.log.filter(call => call.effect && call.bodyText?.includes(String(found.item.id)))
  expect(effects).toHaveLength(1)
})

test('a pickup day without hours, and an IBAN that is wrong on purpose, are sent as they are', async () => {
  const { page } = shared.app
  const before = postedBodies(shared.shop).length
  const found = await findItem(shared.shop, item => item.is_refundable && item.quantity === undefined && !isLarge(item))
  await chooseLine(page, found)
  await field('reason').selectOption('12')
  await field('pickup-start').fill('10:00')
  await field('review').click()
  await expect(saidAt(field('pickup-date')).getByRole('alert')).toHaveText('Give the day as well, or clear the hours.')
  await field('pickup-start').fill('')
  await field('pickup-date').fill(dayAhead(4))
  await field('iban').fill('test-iban')
  await field('review').click()
  await expect(saidAt(field('iban')).getByRole('alert')).toContainText('does not look like an IBAN')
  await expect(field('iban')).toBeFocused()
  await field('holder-offer').click()
  await expect(field('holder-name')).not.toHaveValue('')
  const holder = await field('holder-name').inputValue()
  await field('description').fill('x'.repeat(4100))
  await expect(saidAt(field('description')).getByRole('alert')).toContainText('100 characters too long')
  await field('iban-override').check()
  await field('review').click()
  await expect(field('submit')).toHaveCount(0)
  await expect(field('description')).toHaveValue('x'.repeat(4100))
  await field('description').fill('x'.repeat(3700))
  await expect(saidAt(field('description'))).toContainText('300 characters left of 4,000.')
  await field('description').fill('')
  await field('review').click()
  await expect(page.getByTestId('request-summary')).toContainText('It is sent as it is.')
  await expect(page.getByTestId('request-when')).toHaveText('It is sent as soon as you confirm.')
  await expect(field('submit')).toHaveText('Send request')
  // The review stays open until the pickup day is over.
  await page.evaluate(() => {
    const now = Date.now
    Object.assign(window, { setClockBack: () => Object.assign(Date, { now }) })
    Date.now = () => now() + 6 * 86_400_000
  })
  await field('submit').click()
  await expect(saidAt(field('pickup-date')).getByRole('alert')).toHaveText('The pickup date is in the past.')
  await page.evaluate('setClockBack()')
  expect(postedBodies(shared.shop)).toHaveLength(before)
  await field('review').click()
  await field('submit').click()
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, String(found.item.id))).toHaveAttribute('data-state', 'confirmed')
  expect(postedBodies(shared.shop).slice(before)).toEqual([
    expect.objectContaining({
      order_item: found.item.id,
      pickup_date: { date: dayAhead(4) },
      iban: 'test-iban',
      holder_name: holder,
    }),
  ])
})
