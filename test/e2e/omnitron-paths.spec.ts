import { expect, test } from '@playwright/test'
import { button } from './harness/by-name.ts'
import { sharedApp } from './harness/shared-app.ts'
import type { PendingRow } from './harness/shop-rows.ts'
import { ShopView, staffKey } from './harness/shop-view.ts'
import { connectStaff, expectCount } from './harness/steps.ts'

const shared = sharedApp({ orders: 12, oldOrders: 0, pending: 9 }, ({ app }) =>
  expect(app.page.getByTestId('connect-omnitron-url')).toBeVisible(),
)

/** An installation of the newer generation, without the integration paths. */
const newerOnly = () => {
  shared.front.rule = ({ path }, pass) =>
    path.startsWith('/api/i1/') ? new Response('<h1>Not Found</h1>', { status: 404 }) : pass()
}

const waitingCount = async () => {
  const rows = await (await ShopView.ofStaff(shared.shop)).all<PendingRow>('/api/i1/orders/', 'cancel_status=waiting')
  return rows.filter(row => row.orderitem_set.some(item => item.cancel_status === 'waiting')).length
}

const paths = (from: number) => shared.front.seen.slice(from).map(call => call.split('?')[0])

test('the integration paths are the first choice', async () => {
  const { page } = shared.app
  const { length } = shared.front.seen
  await connectStaff(page, shared.shop, shared.front.url)
  await page.getByTestId('nav-pending').click()
  await expectCount(page, await waitingCount())
  // The address is asked without a name or a password before these leave.
  expect(paths(length)).toEqual(['GET /api/i1/orders/', 'POST /api/i1/auth/login/', 'GET /api/i1/orders/'])
})

test('where they are missing the other generation is used, for signing in and for the list', async () => {
  const { page } = shared.app
  newerOnly()
  const { length } = shared.front.seen
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.addAccount').click()
  await connectStaff(page, shared.shop, shared.front.url)
  await page.getByTestId('nav-pending').click()
  await page.getByTestId('refresh').click()
  await expect.poll(() => paths(length)).toContain('GET /api/v1/orders/')
  await expectCount(page, await waitingCount())
  const afterLogin = paths(length).slice(paths(length).indexOf('POST /api/v1/auth/login/'))
  expect(new Set(afterLogin)).toEqual(new Set(['POST /api/v1/auth/login/', 'GET /api/v1/orders/']))
})

test('a pasted token finds its paths, too', async () => {
  const { page } = shared.app
  newerOnly()
  const { length } = shared.front.seen
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.addAccount').click()
  await page.getByTestId('connect-omnitron-url').fill(shared.front.url)
  await page.getByTestId('connect-staff-token').fill(await staffKey(shared.shop))
  await page.getByTestId('connect-staff-submit').click()
  await expect.poll(() => paths(length).slice(0, 2)).toEqual(['GET /api/i1/orders/', 'GET /api/v1/orders/'])
  await page.getByTestId('nav-pending').click()
  await expectCount(page, await waitingCount())
})
