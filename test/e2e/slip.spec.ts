import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { button, field } from './harness/by-name.ts'
import { type DrawnPage, drawnPages } from './harness/ink.ts'
import { readPdf } from './harness/read-pdf.ts'
import { saveInto } from './harness/save-dialog.ts'
import { sharedApp } from './harness/shared-app.ts'
import { changed } from './harness/shop-front.ts'
import type { ItemRow, OrderRow, RequestRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, entryOf, expectCount, selectLine, submitRequest } from './harness/steps.ts'

const path = '/users/orders/cancellation_requests/'
const pointsPerMm = 72 / 25.4

/** More requests than a roll of five metres holds. */
const many = 70

const shared = sharedApp({ orders: 130, oldOrders: 0, pending: 0 }, async ({ app, shop, front }) => {
  const requests = await (await ShopView.ofCustomer(shop)).all<RequestRow>(path)
  const [first] = await (await ShopView.ofCustomer(shop)).all<OrderRow>('/users/orders/')
  const request = requests.find(row => row.easy_return !== null)
  // One order has had many requests, as one of a company may have.
  const crowded = (order: OrderRow): unknown =>
    order.id === first?.id
      ? { ...order, orderitem_set: order.orderitem_set.map((item, n) => (n === 0 ? withMany(item, request) : item)) }
      : order
  front.rule = async (ask, pass) => {
    const given = await pass()
    if (ask.path === '/users/orders/')
      return changed<{ results: OrderRow[] }>(given, page => ({ ...page, results: page.results.map(crowded) }))
    return ask.path === `/users/orders/${first?.id}/` ? changed<OrderRow>(given, crowded) : given
  }
  crowdedNumber = first?.number ?? ''
  await connectCustomer(app.page, shop, front.url)
  await expectCount(app.page, 130)
})

let crowdedNumber = ''

const withMany = (item: ItemRow, request: RequestRow | undefined): unknown => ({
  ...item,
  cancellationrequest_set: Array.from({ length: many }, (_, n) => ({
    ...request,
    id: 900_000 + n,
    order_item: item.id,
  })),
})

/** Opens the slip of the order with many requests. */
async function openLongSlip(format: 'a4' | 'letter' | 'roll'): Promise<void> {
  const { page } = shared.app
  await page.getByTestId('nav-orders').click()
  await page.locator(`[data-testid=order-row][data-order-number="${crowdedNumber}"]`).click()
  await expect(page.locator(`[data-testid=order-detail][data-order-number="${crowdedNumber}"]`)).toBeVisible()
  await page.keyboard.press('p')
  await field(page, 'slip.format').selectOption(format)
  await expect(page.getByTestId('slip')).toHaveAttribute('data-format', format)
  await expect(page.getByTestId('slip-state')).toHaveCount(many)
}

/** Saves the slip on the screen as a PDF, and gives its pages as they are drawn. */
async function savedPages(name: string): Promise<DrawnPage[]> {
  const { electron, page } = shared.app
  const file = join(shared.profile, name)
  await saveInto(electron, file)
  await button(page, 'print.pdf').click()
  await expect(page.getByTestId('file-saved')).toBeVisible()
  return drawnPages(await readFile(file))
}

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
  if (await button(page, 'slip.close').isVisible()) await button(page, 'slip.close').click()
})

for (const [format, widthMm] of [
  ['a4', 210],
  ['roll', 80],
] as const)
  test(`a slip on ${format} is one page of that paper, with the letters of Turkish`, async () => {
    const { electron, page } = shared.app
    const code = await openSlip()
    const slip = page.getByTestId('slip')
    await field(page, 'slip.format').selectOption(format)
    await field(page, 'slip.language').selectOption('tr')
    await expect(slip).toHaveAttribute('data-format', format)
    await expect(slip.getByRole('img')).toHaveAccessibleName(`${code} kolay iade kodunun barkodu`)
    const tallMm = await slip.evaluate(node => ((node as HTMLElement).offsetHeight / 96) * 25.4)

    const file = join(shared.profile, `${format}.pdf`)
    await saveInto(electron, file)
    await button(page, 'print.pdf').click()
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

for (const [format, widthMm, heightMm] of [
  ['a4', 210, 297],
  ['letter', 215.9, 279.4],
] as const)
  test(`a long slip on ${format} keeps a centimetre free on every side of every page`, async () => {
    await openLongSlip(format)
    const pages = await savedPages(`long-${format}.pdf`)
    expect(pages.length).toBeGreaterThanOrEqual(3)
    for (const { free, ...size } of pages) {
      expect(size.widthMm).toBeCloseTo(widthMm, 0)
      expect(size.heightMm).toBeCloseTo(heightMm, 0)
      expect(Math.min(...Object.values(free))).toBeGreaterThanOrEqual(10)
    }
  })

test('a roll that is longer than a page can be goes on several pages, none of them cut off', async () => {
  await openLongSlip('roll')
  const tallMm = await shared.app.page
    .getByTestId('slip')
    .evaluate(node => ((node as HTMLElement).offsetHeight / 96) * 25.4)
  expect(tallMm).toBeGreaterThan(5000)
  const pages = await savedPages('long-roll.pdf')
  expect(pages.length).toBeGreaterThanOrEqual(2)
  for (const { free, ...size } of pages) {
    expect(size.widthMm).toBeCloseTo(80, 0)
    expect(size.heightMm).toBeLessThanOrEqual(5000)
    expect(Math.min(...Object.values(free))).toBeGreaterThanOrEqual(3)
  }
})

test('printers that never answer leave the PDF as the way out', async () => {
  const { electron, page } = shared.app
  await openSlip()
  await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents) contents.getPrintersAsync = () => new Promise(() => undefined)
  })
  await button(page, 'print.print').click()
  await expect(button(page, 'print.print')).toHaveAttribute('aria-busy', 'true')
  // While the printers are still waited for.
  expect(await savedPages('meanwhile.pdf')).toHaveLength(1)
  await expect(page.getByTestId('print-failed')).toHaveAttribute('data-code', 'no-answer', { timeout: 30_000 })
  await expect(page.getByTestId('print-failed')).toContainText('printers do not answer')
  await expect(button(page, 'print.print')).toBeEnabled()
  await expect(page.locator('.print-root')).toHaveCount(0)
})

test('the paper and the language are remembered', async () => {
  const { page } = shared.app
  await openSlip()
  await field(page, 'slip.format').selectOption('roll')
  await field(page, 'slip.language').selectOption('en')
  await button(page, 'slip.close').click()
  await openSlip()
  await expect(field(page, 'slip.format')).toHaveValue('roll')
  await expect(field(page, 'slip.language')).toHaveValue('en')
  await expect(page.getByTestId('slip')).toHaveAttribute('lang', 'en')
})

test('the printer is told the paper in microns', async () => {
  const { electron, page } = shared.app
  await openSlip()
  await field(page, 'slip.format').selectOption('a4')
  await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return
    contents.getPrintersAsync = async () => [{ name: 'p', displayName: 'p', description: '', options: {} }]
    contents.print = (options, done) => {
      Object.assign(globalThis, { printedWith: options })
      done?.(true, '')
    }
  })
  await button(page, 'print.print').click()
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
  await button(page, 'print.print').click()
  await expect(page.getByTestId('print-failed')).toContainText('no printer')
  await expect(button(page, 'print.pdf')).toBeEnabled()
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
  await field(page, 'slip.language').selectOption('en')
  await expect(page.getByTestId('slip-state')).toContainText('not yet confirmed')
  await expect(page.getByTestId('slip-state')).toHaveAttribute('data-confirmed', 'false')
})
