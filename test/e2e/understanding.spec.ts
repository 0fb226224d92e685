import { expect, type Page, test } from '@playwright/test'
import { startApp } from './harness/app.ts'
import { button, field } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { lineOf } from './harness/screen.ts'
import { connectCustomer, expectCount, selectLine, submitRequest } from './harness/steps.ts'

const requestsPath = '/users/orders/cancellation_requests/'
const fresh = freshAppForEach({ orders: 12, oldOrders: 0, pending: 0, decideAfterMs: 3_600_000 })

async function begin(): Promise<Page> {
  const { page } = fresh.app
  await field(page, 'settings.language').selectOption('en')
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 12)
  return page
}

const kinds = (page: Page) =>
  page.getByTestId('timeline-event').evaluateAll(rows => rows.map(row => row.getAttribute('data-kind')))

const clipboard = () => fresh.app.electron.evaluate(electron => electron.clipboard.readText())
const setClipboard = (text: string) =>
  fresh.app.electron.evaluate((electron, words) => electron.clipboard.writeText(words), text)

const openedNumber = async (page: Page): Promise<string> =>
  (await page.getByTestId('order-detail').getAttribute('data-order-number')) ?? ''

test('the timeline follows a request from its saving to the shop’s number for it, and the line is closed meanwhile', async () => {
  const page = await begin()
  await fresh.shop.stop()
  await page.getByTestId('refresh').click()
  await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
  const { orderItem } = await selectLine(page)
  const line = lineOf(page, orderItem)
  await submitRequest(page)

  await expect(page.locator('[data-testid=timeline-event][data-kind=standing]')).toContainText(
    'It goes out by itself when the shop answers',
  )
  expect(await kinds(page)).toContain('saved')
  await expect(line.getByTestId('line-select')).toBeDisabled()
  await page.keyboard.press('t')
  await expect(page.getByTestId('tell-copied')).toBeVisible()
  const told = await clipboard()
  expect(told).toContain(await openedNumber(page))
  await page.keyboard.press('Escape')

  await fresh.shop.start()
  const answered = page.locator('[data-testid=timeline-event][data-kind=answered][data-outcome=confirmed]')
  await expect(answered).toContainText(/#\d+/, { timeout: 40_000 })
  await expect(page.locator('[data-testid=timeline-event][data-kind=standing]')).toHaveCount(0)
  // The shop's own row of it comes with the next reading of the order.
  await page.getByTestId('order-detail').getByRole('button', { name: 'Read again from the shop' }).first().click()
  const requested = page.locator('[data-testid=timeline-event][data-kind=requested][data-source=shop]')
  const number = /#(\d+)/.exec((await answered.textContent()) ?? '')?.[1]
  await expect(requested.filter({ hasText: `#${number}` })).toHaveCount(1)
  await expect(line.getByTestId('line-select')).toBeDisabled()
  expect(fresh.shop.posts(requestsPath)).toBe(1)

  await setClipboard('before')
  await page.keyboard.press('t')
  await expect.poll(clipboard).not.toBe('before')
  expect(await clipboard()).not.toBe(told)
})

test('a sentence is told in both languages, and one with a hole in it is not copied', async () => {
  const page = await begin()
  const { line } = await selectLine(page)
  await line.getByTestId('line-select').uncheck()
  const number = await openedNumber(page)

  await button(page, 'tell.open').click()
  const side = (language: 'tr' | 'en') => page.locator(`[data-testid=tell-side][data-language=${language}]`)
  await expect(side('tr').getByTestId('tell-sentence')).toContainText(`${number} numaralı siparişinizdeki`)
  await expect(side('en').getByTestId('tell-sentence')).toContainText(`in order ${number}`)
  await side('en').getByTestId('tell-copy').click()
  expect(await clipboard()).toBe(await side('en').getByTestId('tell-sentence').textContent())

  await side('tr').getByTestId('tell-edit').click()
  const wording = page.getByTestId('tell-wording')
  await wording.fill('Sayın {musteri}')
  await expect(page.getByTestId('tell-editor').getByRole('alert')).toContainText('{musteri}')
  await expect(button(page, 'tell.save')).toBeDisabled()
  await wording.fill('İade kodunuz: {returnCode}')
  // Esc closes, and what was typed is there when it is opened again.
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await side('tr').getByTestId('tell-edit').click()
  await expect(wording).toHaveValue('İade kodunuz: {returnCode}')
  await button(page, 'tell.save').click()
  await expect(side('tr').getByTestId('tell-missing')).toContainText('return code')
  await expect(side('tr').getByTestId('tell-copy')).toBeDisabled()
  await expect(side('tr').locator('mark')).toHaveText('return code')

  // By key, too: the demo shop's orders are Turkish, so this is the customer's sentence.
  await page.keyboard.press('Escape')
  await setClipboard('before')
  await page.keyboard.press('t')
  await expect(side('tr').getByTestId('tell-missing')).toBeVisible()
  await expect(page.getByTestId('tell-copied')).toHaveCount(0)
  expect(await clipboard()).toBe('before')

  await side('tr').getByTestId('tell-edit').click()
  await button(page, 'tell.reset').click()
  await side('tr').getByTestId('tell-copy').click()
  expect(await clipboard()).toContain(number)
})

test('a note on an order stays on this computer, and is there after a crash', async () => {
  const page = await begin()
  await page.getByTestId('order-row').first().click()
  await expect(page.getByTestId('order-detail')).toBeVisible()
  const number = await openedNumber(page)
  await page.keyboard.press('n')
  const text = field(page, 'note.label')
  const note = page.getByTestId('note')
  await text.fill('x'.repeat(4100))
  await expect(note.getByRole('alert')).toHaveText('100 characters too long: shorten it to 4,000 at most.')
  await button(page, 'note.done').click()
  await expect(text).toBeFocused()
  await expect(text).toHaveValue('x'.repeat(4100))
  await text.fill('x'.repeat(3999))
  await expect(note).toContainText('1 character left of 4,000.')
  await text.fill('Müşteri salı günü yeniden arayacak')
  await button(page, 'note.done').click()
  await expect(page.getByTestId('note-words')).toHaveText('Müşteri salı günü yeniden arayacak')
  const row = (within: Page) => within.locator(`[data-testid=order-row][data-order-number="${number}"]`)
  await expect(row(page).getByTestId('note-mark')).toBeVisible()

  await fresh.app.kill()
  fresh.app = await startApp(fresh.profile)
  await expect(row(fresh.app.page).getByTestId('note-mark')).toBeVisible()
  await row(fresh.app.page).click()
  await expect(fresh.app.page.getByTestId('note-words')).toHaveText('Müşteri salı günü yeniden arayacak')
  expect(fresh.shop.log.every(call => !(call.bodyText ?? '').includes('salı günü'))).toBe(true)
})
