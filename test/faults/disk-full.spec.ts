import { join } from 'node:path'
import enBanner from '../../src-renderer/i18n/en/banner.json' with { type: 'json' }
import enFailure from '../../src-renderer/i18n/en/failure.json' with { type: 'json' }
import trBanner from '../../src-renderer/i18n/tr/banner.json' with { type: 'json' }
import trFailure from '../../src-renderer/i18n/tr/failure.json' with { type: 'json' }
import { field } from '../e2e/harness/by-name.ts'
import { entryOf, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { test as atDesk, expect } from './harness/desk.ts'

const typed = 'Müşteri telefonda söyledi: yanlış beden geldi'

/** A desk whose profile lies on a disk of its own. */
const test = atDesk.extend({ profile: async ({ disk }, use) => use(join(disk.folder, 'profile')) })

for (const [language, banner, failure] of [
  ['tr', trBanner, trFailure],
  ['en', enBanner, enFailure],
] as const) {
  test(`P24: on a full disk nothing is said to be saved, nothing is sent, and what was typed stays (${language})`, async ({
    desk,
    disk,
  }) => {
    const { page } = desk
    await page.getByTestId('nav-settings').click()
    await field(page, 'settings.language').selectOption(language)
    await page.getByTestId('nav-orders').click()
    const { orderItem } = await selectLine(page)
    disk.fill()
    await submitRequest(page, typed)

    const refused = page.getByTestId('request-error')
    await expect(refused).toContainText(failure.storage.title)
    await expect(refused).toContainText(failure.storage.advice)
    await expect(page.getByTestId('banner-storage')).toContainText(banner.storage)
    await expect(page.getByTestId('request-saved')).toHaveCount(0)
    await expect(page.getByTestId('request-description')).toHaveValue(typed)
    await expect(page.getByTestId('status-unsent')).toHaveAttribute('data-count', '0')
    await page.getByTestId('request-review').click()
    await page.getByTestId('request-submit').click()
    await expect(refused).toContainText(failure.storage.title)
    expect(desk.arrived).toBe(0)

    disk.empty()
    await page.getByTestId('request-review').click()
    await page.getByTestId('request-submit').click()
    await expect(page.getByTestId('banner-storage')).toHaveCount(0)
    await page.getByTestId('nav-outbox').click()
    await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'confirmed')
    expect(desk.arrived).toBe(1)

    // Chromium gives up its databases at the next start when one write of them met the end of the disk.
    await desk.restart()
    await desk.page.getByTestId('nav-outbox').click()
    await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed')
    expect(desk.arrived).toBe(1)
  })
}

test('P24: what was queued before the disk filled up waits, and goes out once by itself when there is room', async ({
  desk,
  disk,
}) => {
  const { page } = desk
  await desk.shop.stop()
  await page.getByTestId('refresh').click()
  await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
  const { orderItem } = await selectLine(page)
  await submitRequest(page, typed)
  await expect(page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')
  disk.fill()
  await desk.shop.start()
  await page.getByTestId('refresh').click()
  await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'answering')
  await page.getByTestId('nav-outbox').click()
  await expect(page.getByTestId('banner-storage')).toBeVisible()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'queued')
  expect(desk.arrived).toBe(0)

  disk.empty()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 75_000 })
  await expect(page.getByTestId('banner-storage')).toHaveCount(0)
  expect(desk.arrived).toBe(1)
})

test('P2: what was saved and typed around a full disk is there after a kill', async ({ desk, disk }) => {
  const { page } = desk
  await desk.shop.stop()
  await page.getByTestId('refresh').click()
  await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
  const { orderItem } = await selectLine(page)
  disk.fill()
  await submitRequest(page, typed)
  await expect(page.getByTestId('request-error')).toBeVisible()
  disk.empty()
  await page.getByTestId('request-review').click()
  await page.getByTestId('request-submit').click()
  await expect(page.getByTestId('request-saved')).toBeVisible()
  await desk.restart()
  await desk.page.getByTestId('nav-outbox').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'queued')

  await desk.shop.start()
  await desk.page.getByTestId('refresh').click()
  await expect(entryOf(desk.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 75_000 })
  expect(desk.arrived).toBe(1)
})
