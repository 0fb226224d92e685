import { expect, test } from '@playwright/test'
import { button, field } from '../e2e/harness/by-name.ts'
import { expectCount } from '../e2e/harness/steps.ts'
import { orderDeskForEach } from './harness/order-app.ts'

const desk = orderDeskForEach()

test('a list that is not complete is filled from the shop with the filters that are set', async () => {
  const page = await desk.connect({ orders: 150 }, shop => {
    shop.isStuck = true
  })
  await expectCount(page, 100)
  await field(page, 'filter.status').selectOption('550')
  await expectCount(page, 34)
  await page.getByTestId('filter-at-shop').click()
  const said = page.getByTestId('filter-at-shop-said')
  await expect(said).toHaveAttribute('data-came', '50')
  await expect(said).toHaveAttribute('data-obeyed', 'yes')
  await expect(said).toHaveAttribute('data-complete', 'true')
  await expectCount(page, 50)
  await expect(page.getByTestId('list-as-of')).toHaveAttribute('data-as-of', '')
})

test('a shop that does not filter is said not to', async () => {
  const page = await desk.connect({ orders: 150, filters: 'ignored' })
  await expectCount(page, 150)
  await field(page, 'filter.range').selectOption('week')
  await expectCount(page, 7)
  await page.getByTestId('filter-at-shop').click()
  const said = page.getByTestId('filter-at-shop-said')
  await expect(said).toHaveAttribute('data-obeyed', 'no')
  await expect(said).toHaveAttribute('data-matching', '7')
  await button(page, 'filter.clear').click()
  await expectCount(page, 150)
})

test('a shop that refuses the filters loses nothing of the list', async () => {
  const page = await desk.connect({ orders: 20, filters: 'refused' })
  await expectCount(page, 20)
  await field(page, 'filter.status').selectOption('400')
  await page.getByTestId('filter-at-shop').click()
  await expect(page.getByTestId('filter-at-shop-refused')).toBeVisible()
  await button(page, 'filter.clear').click()
  await expectCount(page, 20)
})

test('orders that the shop lists without lines have them without a connection', async () => {
  const page = await desk.connect({ orders: 6, isThin: true })
  await expectCount(page, 6)
  await expect.poll(() => desk.shop.seen.filter(one => /^GET \/users\/orders\/\d+\/$/.test(one)).length).toBe(6)
  desk.shop.isDown = true
  await page.locator('[data-testid=order-row][data-id="2"]').click()
  await expect(page.locator('[data-testid=order-line][data-order-item="70002"]')).toBeVisible()
  expect(desk.shop.seen.filter(one => one.includes('tradein'))).toEqual([])
})
