import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readPdf } from './harness/read-pdf.ts'
import { saveInto } from './harness/save-dialog.ts'
import { sharedApp } from './harness/shared-app.ts'
import type { RequestRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, entryOf, expectCount, selectLine, submitRequest } from './harness/steps.ts'

const path = '/users/orders/cancellation_requests/'
const pointsPerMm = 72 / 25.4

const shared = sharedApp({ orders: 130, oldOrders: 0, pending: 0 }, async ({ app, shop }) => {
  await connectCustomer(app.page, shop)
  await expectCount(app.page, 130)
})

/** Opens the slip of a request with a return code, and gives the code. */
async function openSlip(): Promise<string> {
  const { page } = shared.app
  const requests = await (await ShopView.ofCustomer(shared.shop)).all<RequestRow>(path)
  const request = requests.find(row => row.easy_return !== null)
  if (!request?.easy_return) throw new Error('no request with a return code')
  await page.getByTestId('nav-requests').click()
  await page.locator(`[data-testid=request-row][data-id="${request.id}"]`).click()
  await expect(page.locator(`[data-testid=request-detail][data-id="${request.id}"]`)).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByTestId('slip-code')).toHaveText(request.easy_return.code)
  return request.easy_return.code
}

test.afterEach(async () => {
  const { page } = shared.app
  if (await page.getByTestId('slip-close').isVisible()) await page.getByTestId('slip-close').click()
})

for (const [format, widthMm] of [
  ['a4', 210],
  ['roll', 80],
] as const)
  test(`a slip on ${format} is one page of that paper, with the letters of Turkish`, async () => {
    const { electron, page } = shared.app
    const code = await openSlip()
    const slip = page.getByTestId('slip')
    await page.getByTestId('slip-format').selectOption(format)
    await page.getByTestId('slip-language').selectOption('tr')
    await expect(slip).toHaveAttribute('data-format', format)
    await expect(slip.getByRole('img')).toHaveAccessibleName(`${code} kolay iade kodunun barkodu`)
    const tallMm = await slip.evaluate(node => ((node as HTMLElement).offsetHeight / 96) * 25.4)

    const file = join(shared.profile, `${format}.pdf`)
    await saveInto(electron, file)
    await page.getByTestId('slip-pdf').click()
    await expect(page.getByTestId('file-saved')).toBeVisible()
    const { pages, letters } = readPdf(await readFile(file))
    expect(pages).toHaveLength(1)
    const [[width, height] = [0, 0]] = pages
    expect(width / pointsPerMm).toBeCloseTo(widthMm, 0)
    const wanted = format === 'a4' ? 297 : tallMm
    expect(height / pointsPerMm).toBeGreaterThan(wanted - 0.5)
    expect(height / pointsPerMm).toBeLessThan(wanted + 4)
    for (const letter of ['ş', 'ı', 'ğ', ...code]) expect([...letters]).toContain(letter)
  })

test('the paper and the language are remembered', async () => {
  const { page } = shared.app
  await openSlip()
  await page.getByTestId('slip-format').selectOption('roll')
  await page.getByTestId('slip-language').selectOption('en')
  await page.getByTestId('slip-close').click()
  await openSlip()
  await expect(page.getByTestId('slip-format')).toHaveValue('roll')
  await expect(page.getByTestId('slip-language')).toHaveValue('en')
  await expect(page.getByTestId('slip')).toHaveAttribute('lang', 'en')
})

test('the printer is told the paper in microns', async () => {
  const { electron, page } = shared.app
  await openSlip()
  await page.getByTestId('slip-format').selectOption('a4')
  await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return
    contents.getPrintersAsync = async () => [{ name: 'p', displayName: 'p', description: '', options: {} }]
    contents.print = (options, done) => {
      Object.assign(globalThis, { printedWith: options })
      done?.(true, '')
    }
  })
  await page.getByTestId('slip-print').click()
  await expect(page.getByTestId('print-done')).toBeVisible()
  const options = await electron.evaluate(() => (globalThis as { printedWith?: unknown }).printedWith)
  expect(options).toMatchObject({
    silent: false,
    printBackground: true,
    margins: { marginType: 'default' },
    pageSize: { width: 210_000, height: 297_000 },
  })
})

test('without a printer it says so, and leaves the PDF as the way out', async () => {
  const { electron, page } = shared.app
  await openSlip()
  await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents) contents.getPrintersAsync = async () => []
  })
  await page.getByTestId('slip-print').click()
  await expect(page.getByTestId('print-failed')).toContainText('no printer')
  await expect(page.getByTestId('slip-pdf')).toBeEnabled()
  await expect(page.locator('.print-root')).toHaveCount(0)
})

test('the slip of a request that waits says that it is not confirmed', async () => {
  const { page } = shared.app
  await page.getByTestId('nav-outbox').click()
  await page.getByTestId('outbox-pause').click()
  await page.getByTestId('nav-orders').click()
  const { orderItem } = await selectLine(page)
  await submitRequest(page)
  await page.getByTestId('nav-outbox').click()
  await entryOf(page, orderItem).getByTestId('slip-open').click()
  await page.getByTestId('slip-language').selectOption('en')
  await expect(page.getByTestId('slip-state')).toContainText('not yet confirmed')
  await expect(page.getByTestId('slip-state')).toHaveAttribute('data-confirmed', 'false')
})
