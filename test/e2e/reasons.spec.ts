import { expect, test } from '@playwright/test'
import { button, field } from './harness/by-name.ts'
import { chooseLine, findItem } from './harness/request-form.ts'
import { optionsOf } from './harness/screen.ts'
import { sharedApp } from './harness/shared-app.ts'
import { changed } from './harness/shop-front.ts'
import type { ReasonRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const path = '/users/orders/cancellation_reasons/'
/** One with a subject and no translation at all, as shops of one language have. */
const bare = 12

/** Places that follow neither the ids nor the list, and 12 without translations, in whatever language is asked. */
const shared = sharedApp({ orders: 30, oldOrders: 0, pending: 0 }, async ({ app, shop, front }) => {
  front.rule = async ({ path: at }, pass) =>
    at === path
      ? changed<{ results: ReasonRow[] }>(await pass(), body => ({ ...body, results: body.results.map(asListed) }))
      : pass()
  await connectCustomer(app.page, shop, front.url)
  await expectCount(app.page, 30)
})

const asListed = (row: ReasonRow): ReasonRow => ({
  ...row,
  order: 10_000 - row.order,
  ...(row.id === bare ? { subject: 'Ürün hasarlı ulaştı', translations: {} } : {}),
})

const reasonsOf = async (type: string): Promise<ReasonRow[]> => {
  const all = await (await ShopView.ofCustomer(shared.shop)).all<ReasonRow>(path)
  return all
    .map(asListed)
    .filter(row => row.is_active && row.cancellation_type === type)
    .toSorted((one, other) => one.order - other.order)
}

for (const [type, flag] of [
  ['cancel', 'is_cancellable'],
  ['refund', 'is_refundable'],
] as const) {
  test(`a ${type} offers the active reasons of its kind, in the shop’s order`, async () => {
    const { page } = shared.app
    const reasons = await reasonsOf(type)
    expect(reasons.length).toBeGreaterThan(2)
    await chooseLine(page, await findItem(shared.shop, item => item[flag]))
    await expect(page.getByTestId('request-type')).toHaveValue(type)
    const inEnglish = reasons.map(row => [String(row.id), row.translations['en-us']?.subject ?? row.subject])
    await expect.poll(() => optionsOf(page.getByTestId('request-reason'))).toEqual(inEnglish)
    await button(page, 'form.leave').click()
  })
}

test('a reason that needs explaining demands a description, any other does not', async () => {
  const { page } = shared.app
  const reasons = await reasonsOf('refund')
  const needy = reasons.find(row => row.extra_information_needed)
  const plain = reasons.find(row => !row.extra_information_needed)
  await chooseLine(page, await findItem(shared.shop, item => item.is_refundable))
  await page.getByTestId('request-reason').selectOption(String(needy?.id))
  await expect(page.getByLabel('Description (needed for this reason)')).toBeVisible()
  await page.getByTestId('request-review').click()
  await expect(page.getByTestId('request-error')).toHaveAttribute('data-code', 'bad-input')
  await expect(page.getByTestId('request-submit')).toHaveCount(0)
  await page.getByTestId('request-reason').selectOption(String(plain?.id))
  await page.getByTestId('request-review').click()
  await expect(page.getByTestId('request-submit')).toBeVisible()
  await button(page, 'form.leave').click()
})

test('in Turkish the reasons are Turkish, by translation or by the shop’s own subject', async () => {
  const { page } = shared.app
  await page.getByTestId('nav-settings').click()
  await field(page, 'settings.language').selectOption('tr')
  await chooseLine(page, await findItem(shared.shop, item => item.is_refundable))
  await expect
    .poll(async () => (await optionsOf(page.getByTestId('request-reason'))).map(([, text]) => text))
    .toEqual(['Diğer (açıklayınız)', 'Vazgeçtim', 'Görselden farklı çıktı', 'Ürün hasarlı ulaştı', 'Bedeni uymadı'])
  await button(page, 'form.leave').click()
  await page.getByTestId('nav-settings').click()
  await field(page, 'settings.language').selectOption('en')
})
