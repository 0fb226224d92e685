import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { button } from './harness/by-name.ts'
import { readPdf } from './harness/read-pdf.ts'
import { saveInto } from './harness/save-dialog.ts'
import { sharedApp } from './harness/shared-app.ts'
import { connectCustomer, expectCount, selectLine, submitRequest } from './harness/steps.ts'

const inMm = (points: number): number => Math.round((points / 72) * 25.4)

const shared = sharedApp({ orders: 130, oldOrders: 0, pending: 0 }, async ({ app, shop }) => {
  await connectCustomer(app.page, shop)
  await expectCount(app.page, 130)
})

test('a request that was made counts as waiting, then as confirmed, and the day goes on A4', async () => {
  const { electron, page } = shared.app
  await page.getByTestId('nav-summary').click()
  await expect(page.getByTestId('summary-empty')).toBeVisible()
  await page.getByTestId('nav-outbox').click()
  await page.getByTestId('outbox-pause').click()
  await page.getByTestId('nav-orders').click()
  await selectLine(page)
  await submitRequest(page)

  await page.getByTestId('nav-summary').click()
  await expect(page.getByTestId('summary-made').locator('dd')).toHaveText('1')
  await expect(page.getByTestId('summary-waiting').locator('dd')).toHaveText('1')
  await page.getByTestId('nav-outbox').click()
  await page.getByTestId('outbox-pause').click()
  await page.getByTestId('nav-summary').click()
  await expect(page.getByTestId('summary-confirmed').locator('dd')).toHaveText('1')
  await expect(page.getByTestId('summary-waiting').locator('dd')).toHaveText('0')

  const file = join(shared.profile, 'summary.pdf')
  await saveInto(electron, file)
  await button(page, 'print.pdf').click()
  await expect(page.getByTestId('file-saved')).toBeVisible()
  const { pages } = readPdf(await readFile(file))
  expect(pages.map(size => size.map(inMm))).toEqual([[210, 297]])
})
