import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from '../e2e/harness/app.ts'
import { type LongOrderShop, longOrderShop } from '../faults/harness/long-order.ts'
import { pasteSession } from '../faults/harness/order-app.ts'
import { report } from './harness/figures.ts'

const few = 10
const many = 500
const description = 'Müşteri telefonda söyledi: yanlış ürün geldi, kutusu açılmadı'

let shop: LongOrderShop
let profile: string
let app: RunningApp

test.beforeAll(async () => {
  shop = await longOrderShop([few, many])
  profile = await newProfile()
  app = await startApp(profile)
  await pasteSession(app.page, shop.url, 'pasted-1')
  // What goes out meanwhile is another figure.
  await app.page.getByTestId('nav-outbox').click()
  await app.page.getByTestId('outbox-pause').click()
  await app.page.getByTestId('nav-orders').click()
})
test.afterAll(async () => {
  await app.kill()
  await shop.close()
  await removeProfile(profile)
})

test('a key in the form of an order of many lines, and saving all of them', async () => {
  const { page } = app
  await choose(page, few)
  const atFew = await page.evaluate(typeAndPaint, description)
  await page.getByTestId('lines-select-all').click()
  await choose(page, many)
  const atMany = await page.evaluate(typeAndPaint, description)
  report(`Key to paint in the form, ${many} lines chosen`, atMany, `the same with ${few} lines`, atFew)

  const reason = page.getByTestId('request-reason')
  await reason.selectOption({ index: 1 })
  await page.getByTestId('request-review').click()
  await expect(page.getByTestId('request-submit')).toBeVisible()
  const floor = (await page.evaluate(strictPuts, many)) + oneSync(many)
  const begun = performance.now()
  await page.getByTestId('request-submit').click()
  await page.getByTestId('request-saved').waitFor({ timeout: 300_000 })
  const saved = performance.now() - begun
  await expect(page.getByTestId('status-unsent')).toHaveAttribute('data-count', String(many))
  report(`Submit to saved, ${many} lines`, [saved], `${many} strict puts in one transaction, and one fsync`, [floor])
})

async function choose(page: Page, lines: number): Promise<void> {
  await page.locator(`[data-testid=order-row][data-order-number="${shop.numberOf(lines)}"]`).click()
  await expect(page.getByTestId('order-line')).toHaveCount(lines)
  await page.getByTestId('lines-select-all').click()
  await expect(page.getByTestId('request-description')).toBeVisible()
}

/** Runs in the page: types letter by letter, and times each until the frame with it is drawn. */
async function typeAndPaint(text: string): Promise<number[]> {
  const area = document.querySelector('[data-testid=request-description]')
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('Nothing to type into.')
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
  // The frame's callbacks come before it is drawn; a message sent from one arrives after.
  const painted = () =>
    new Promise<void>(resolve => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      requestAnimationFrame(() => port2.postMessage(null))
    })
  const times: number[] = []
  for (let length = 1; length <= text.length; length += 1) {
    await painted()
    const begun = performance.now()
    setValue?.call(area, text.slice(0, length))
    area.dispatchEvent(new Event('input', { bubbles: true }))
    await painted()
    times.push(performance.now() - begun)
  }
  return times
}

/** Runs in the page: what the table can't be faster than. */
async function strictPuts(count: number): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-floor', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const begun = performance.now()
  await new Promise<void>((resolve, reject) => {
    const write = db.transaction('rows', 'readwrite', { durability: 'strict' })
    const store = write.objectStore('rows')
    for (let id = 0; id < count; id += 1) store.put({ id, sealed: new Uint8Array(1200) })
    write.oncomplete = () => resolve()
    write.onerror = () => reject(write.error)
  })
  const took = performance.now() - begun
  db.close()
  return took
}

/** What the ledger can't be faster than. */
function oneSync(count: number): number {
  const begun = performance.now()
  const file = openSync(join(profile, 'bench-floor'), 'a')
  writeSync(file, Buffer.alloc(count * 1600, 'x'))
  fsyncSync(file)
  closeSync(file)
  return performance.now() - begun
}
