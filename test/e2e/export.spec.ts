import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { readCsv } from '../fakes/read-csv.ts'
import { readXlsx } from '../fakes/read-xlsx.ts'
import { button, field } from './harness/by-name.ts'
import { saveInto } from './harness/save-dialog.ts'
import { sharedApp } from './harness/shared-app.ts'
import type { OrderRow } from './harness/shop-rows.ts'
import { ShopView } from './harness/shop-view.ts'
import { connectCustomer, expectCount } from './harness/steps.ts'

const shared = sharedApp({ orders: 130, oldOrders: 0, pending: 0 }, async ({ app, shop }) => {
  await connectCustomer(app.page, shop)
  await expectCount(app.page, 130)
})

const orders = async () => (await ShopView.ofCustomer(shared.shop)).all<OrderRow>('/users/orders/')

async function openExport(page: Page): Promise<void> {
  await page.getByTestId('nav-orders').click()
  await page.keyboard.press('e')
  await expect(page.getByTestId('export-dialog')).toBeVisible()
}

/** Saves what is on the screen in this format, and gives the file. */
async function saveAs(format: 'csv' | 'xlsx'): Promise<Buffer> {
  const { electron, page } = shared.app
  const file = join(shared.profile, `list.${format}`)
  await rm(file, { force: true })
  await openExport(page)
  await field(page, 'export.format').selectOption(format)
  await saveInto(electron, file)
  await page.getByTestId('export-save').click()
  await expect(page.getByTestId('file-saved')).toBeVisible()
  return readFile(file)
}

test.afterEach(async () => {
  const { page } = shared.app
  if (await page.getByTestId('export-close').isVisible()) await page.getByTestId('export-close').click()
})

test('a CSV holds the rows that match, in the order shown, with every digit', async () => {
  const { page } = shared.app
  const all = await orders()
  const status = all[0]?.status.value ?? ''
  const wanted = all.filter(order => order.status.value === status)
  await field(page, 'filter.status').selectOption(status)
  await field(page, 'filter.sort').selectOption('oldest')
  await expectCount(page, wanted.length)
  const [titles = [], ...rows] = readCsv((await saveAs('csv')).toString('utf8'), ',')
  const number = titles.indexOf('Order')
  const amount = titles.indexOf('Amount')
  // The shop lists the newest first.
  const oldestFirst = wanted.toReversed()
  expect(rows.map(row => row[number])).toEqual(oldestFirst.map(order => `'${order.number}`))
  expect(rows.map(row => row[amount])).toEqual(oldestFirst.map(order => order.amount))
  await page.getByTestId('export-close').click()
  await field(page, 'filter.sort').selectOption('newest')
  await field(page, 'filter.status').selectOption('')
})

test('a workbook holds the whole list, numbers of orders as text and amounts as numbers', async () => {
  const all = await orders()
  await expectCount(shared.app.page, all.length)
  const [titles = [], ...rows] = await readXlsx(await saveAs('xlsx'))
  const number = titles.indexOf('Order')
  const amount = titles.indexOf('Amount')
  const inFile = new Map(rows.map(row => [row[number], row[amount]]))
  expect(inFile).toEqual(new Map(all.map(order => [order.number, Number(order.amount)])))
  expect(rows).toHaveLength(all.length)
})

test('the same rows go to the clipboard', async () => {
  const { electron, page } = shared.app
  await electron.evaluate(({ clipboard }) => clipboard.writeText('before'))
  await openExport(page)
  await page.getByTestId('export-copy').click()
  await expect(page.getByTestId('export-copied')).toBeVisible()
  const read = () => electron.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(read).not.toBe('before')
  // Systems write line ends in their own way.
  const rows = readCsv((await read()).replaceAll(/\r?\n/g, '\r\n'), '\t')
  expect(rows).toHaveLength(131)
  expect(rows[0]).toContain('Amount')
})

test('the selected rows are taken first, those that a filter hides, too, and all that match by choice', async () => {
  const { page } = shared.app
  const [first, , third] = await orders()
  const numbers = [first, third].map(order => order?.number ?? '')
  for (const number of numbers)
    await page
      .locator(`li:has([data-testid=order-row][data-order-number="${number}"])`)
      .getByTestId('row-select')
      .check({ force: true })
  await page.getByTestId('search-input').fill(numbers[0] ?? '')
  await expectCount(page, 1)
  await openExport(page)
  await expect(page.getByTestId('export-count')).toHaveAttribute('data-count', '2')
  await expect(page.getByTestId('export-save')).toHaveText('Save 2 rows…')
  await page.getByTestId('export-close').click()
  const [titles = [], ...rows] = readCsv((await saveAs('csv')).toString('utf8'), ',')
  expect(rows.map(row => row[titles.indexOf('Order')])).toEqual(numbers.map(number => `'${number}`))
  await page.getByTestId('export-close').click()

  await page.getByTestId('search-input').fill('')
  await expectCount(page, 130)
  await openExport(page)
  await field(page, 'export.rows').selectOption('shown')
  await expect(page.getByTestId('export-save')).toHaveText('Save 130 rows…')
  await page.getByTestId('export-close').click()
  await button(page, 'selection.clear').click()
  await openExport(page)
  await expect(field(page, 'export.rows')).toHaveCount(0)
})

test('a range of days that ends before it begins is turned round, and says so beside its fields', async () => {
  const { page } = shared.app
  await field(page, 'filter.range').selectOption('custom')
  const days = (await orders()).map(order => order.created_date.slice(0, 10)).sort()
  const [oldest = '', newest = ''] = [days[0], days.at(-1)]
  await field(page, 'filter.from').fill(oldest)
  await field(page, 'filter.to').fill(newest)
  await expectCount(page, 130)
  await expect(page.getByTestId('filter-trouble')).toHaveCount(0)
  await field(page, 'filter.from').fill(newest)
  await field(page, 'filter.to').fill(oldest)
  await expect(page.getByRole('alert')).toContainText('“From” is after “to”')
  await expectCount(page, 130)

  // By the calendar, in the language of the app, and within the page's own rules.
  const refusals: string[] = []
  page.on('console', message => message.text().includes('Content Security Policy') && refusals.push(message.text()))
  await field(page, 'filter.from').fill('2026-11-05')
  await page.getByRole('button', { name: 'Open the calendar' }).first().click()
  await expect(page.getByRole('heading', { name: 'November 2026' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(field(page, 'filter.from')).toHaveValue('06/11/2026')
  await expect(page.getByRole('heading', { name: 'November 2026' })).toHaveCount(0)
  expect(refusals).toEqual([])
  await button(page, 'filter.clear').click()
})

test('a file that is being made can be stopped, and nothing is saved', async () => {
  const { electron, page } = shared.app
  await openExport(page)
  const asked = await electron.evaluateHandle(({ dialog }) => {
    const asks: string[] = []
    dialog.showSaveDialog = async () => {
      asks.push('asked')
      return { canceled: true, filePath: '' }
    }
    return asks
  })
  // The worker never hears that it may write, so the file stays in the making.
  const restore = await page.evaluateHandle(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (message: unknown) {
      if ((message as { kind: string }).kind !== 'write') postMessage.call(this, message)
    }
    return () => {
      Worker.prototype.postMessage = postMessage
    }
  })
  await page.getByTestId('export-save').click()
  await expect(page.getByTestId('export-progress')).toContainText('Writing')
  await button(page, 'action.stop').click()
  await expect(page.getByTestId('export-progress')).toHaveCount(0)
  await expect(page.getByTestId('export-save')).toBeEnabled()
  await expect(page.getByTestId('file-not-saved')).toHaveCount(0)
  expect(await asked.jsonValue()).toEqual([])
  await restore.evaluate(undo => undo())
})

test('numbers are written as the system’s region writes them, though the app speaks English', async () => {
  const { electron, page } = shared.app
  await electron.evaluate(({ app }) => {
    app.getSystemLocale = () => 'tr-TR'
  })
  await page.reload()
  await expectCount(page, 130)
  const [titles = [], row = []] = readCsv((await saveAs('csv')).toString('utf8'), ';')
  expect(row[titles.indexOf('Amount')]).toMatch(/^\d+,\d\d$/)
})
