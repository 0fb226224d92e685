import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { startApp } from './harness/app.ts'
import { button, field, tick } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { saveInto } from './harness/save-dialog.ts'
import { connectCustomer, entryOf, expectCount, selectLine, submitRequest } from './harness/steps.ts'

const requestsPath = '/users/orders/cancellation_requests/'
const fresh = freshAppForEach({ orders: 12, oldOrders: 0, pending: 0, decideAfterMs: 3_600_000 })

/** A request that waits because the shop is away, and the outbox open at it. */
async function queueOffline(): Promise<{ page: Page; orderItem: string; number: string }> {
  const { page } = fresh.app
  await field(page, 'settings.language').selectOption('en')
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 12)
  await fresh.shop.stop()
  await page.getByTestId('refresh').click()
  await expect(page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
  const { orderItem } = await selectLine(page)
  const number = (await page.getByTestId('order-detail').getAttribute('data-order-number')) ?? ''
  await submitRequest(page, 'GIZLI açıklama')
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'queued')
  return { page, orderItem, number }
}

async function discard(page: Page, orderItem: string): Promise<void> {
  await entryOf(page, orderItem).getByTestId('entry-discard').click()
  await page.getByTestId('confirm-yes').click()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'dropped')
}

test('a discarded request comes back whole, from its card or from the notice, and then goes out once', async () => {
  const { page, orderItem } = await queueOffline()
  await discard(page, orderItem)
  await expect(page.getByTestId('status-unsent')).toHaveAttribute('data-count', '0')
  await page.getByTestId('outbox-undo').click()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'queued')
  await expect(page.getByTestId('outbox-discarded')).toHaveCount(0)

  await discard(page, orderItem)
  await entryOf(page, orderItem).getByTestId('entry-undo').click()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'queued')

  await fresh.shop.start()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 40_000 })
  expect(fresh.shop.posts(requestsPath)).toBe(1)
  expect(fresh.shop.log.find(call => call.method === 'POST' && call.path === requestsPath)?.bodyText).toContain(
    'GIZLI açıklama',
  )
})

test('a discarded request stays discarded when the line was asked for anew', async () => {
  const { page, orderItem } = await queueOffline()
  await discard(page, orderItem)
  await page.getByTestId('nav-orders').click()
  await tick(page.locator(`[data-testid=order-line][data-order-item="${orderItem}"]`).getByTestId('line-select'))
  await submitRequest(page)
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, orderItem)).toHaveCount(2)
  await page.getByTestId('outbox-undo').click()
  await expect(page.getByTestId('undo-refused')).toHaveAttribute('data-code', 'asked-anew')
  await expect(page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')
})

test('the record is filtered and saved as a table that names nobody', async () => {
  const { page, orderItem, number } = await queueOffline()
  await discard(page, orderItem)
  await page.getByTestId('nav-activity').click()
  await expect(page.locator('[data-testid=activity-row][data-kind=dropped]')).toHaveCount(1)
  await page.getByTestId('activity-kind').selectOption('created')
  await page.getByTestId('activity-filter').fill(number)
  await expect(page.getByTestId('activity-row')).toHaveCount(1)

  const path = join(fresh.profile, 'kayıt.csv')
  await saveInto(fresh.app.electron, null)
  await page.getByTestId('activity-export').click()
  await field(page, 'export.format').selectOption('csv')
  await page.getByTestId('export-save').click()
  await expect(page.getByTestId('export-save')).toBeEnabled()
  await expect(page.getByTestId('file-saved')).toHaveCount(0)
  await saveInto(fresh.app.electron, path)
  await page.getByTestId('export-save').click()
  await expect(page.getByTestId('file-saved')).toBeVisible()

  const [head, row = '', end] = (await readFile(path, 'utf8')).split('\r\n')
  expect(head).toBe('\ufeffTime,What happened,Type,Order number,Order line,Shop,Request,Code')
  expect(row.split(',').slice(1, 5)).toEqual(['Saved', expect.any(String), expect.stringContaining(number), orderItem])
  expect(end).toBe('')
  const { first_name, last_name } = await nameOf(page)
  for (const secret of ['GIZLI', fresh.shop.customer.email, first_name, last_name]) expect(row).not.toContain(secret)
})

test('signing out, removing the account and quitting stop at what is unsent, and list it', async () => {
  const { page, orderItem } = await queueOffline()
  const entryId = await entryOf(page, orderItem).getAttribute('data-entry-id')
  const isListed = async () => {
    const dialog = page.getByTestId('unsent-dialog')
    await expect(dialog.locator(`[data-entry-id="${entryId}"]`)).toHaveCount(1)
    await dialog.getByTestId('unsent-cancel').click()
    await expect(dialog).toHaveCount(0)
  }
  await page.getByTestId('nav-settings').click()
  await button(page, 'settings.signOut').click()
  await isListed()
  await button(page, 'settings.remove').click()
  await isListed()
  await fresh.app.electron.evaluate(({ app }) => app.quit())
  await isListed()
  await fresh.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await isListed()
  await expect(page.getByTestId('status-session')).toHaveAttribute('data-state', 'signed-in')
  await expect(page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')
})

/** Notes down what the system would show, and has nobody look at the window. */
async function noteNotices() {
  await fresh.app.electron.evaluate(({ app, BrowserWindow, Notification }) => {
    const seen = { badge: 0, notices: [] as { title: string; body: string }[], click: () => undefined as unknown }
    Object.assign(globalThis, { seen })
    app.setBadgeCount = count => {
      seen.badge = count ?? 0
      return true
    }
    Notification.isSupported = () => true
    // The system's own tray of notices: what is shown is noted down, and can be clicked.
    Notification.prototype.show = function show(this: Electron.Notification) {
      seen.notices.push({ title: this.title, body: this.body })
      seen.click = () => this.emit('click')
    }
    const [window] = BrowserWindow.getAllWindows()
    if (window) window.isFocused = () => false
  })
  const seen = () =>
    fresh.app.electron.evaluate(() => {
      const { badge, notices } = (globalThis as unknown as { seen: { badge: number; notices: unknown[] } }).seen
      return { badge, notices }
    })
  const click = () =>
    fresh.app.electron.evaluate(() => (globalThis as unknown as { seen: { click: () => void } }).seen.click())
  return { seen, click }
}

test('the badge counts a refused request, and the system tells of it while nobody looks', async () => {
  const { page } = fresh.app
  await field(page, 'settings.language').selectOption('en')
  await connectCustomer(page, fresh.shop)
  await expectCount(page, 12)
  const { seen, click } = await noteNotices()
  fresh.shop.breakWith({ kind: 'unknown-code', path: requestsPath, method: 'POST', times: 1 })
  const { orderItem } = await selectLine(page)
  const number = (await page.getByTestId('order-detail').getAttribute('data-order-number')) ?? ''
  await submitRequest(page)
  await expect
    .poll(async () => (await seen()).notices, { timeout: 20_000 })
    .toEqual([{ title: 'The shop refused the request', body: expect.stringMatching(new RegExp(`^${number} · .+`)) }])
  expect((await seen()).badge).toBe(1)

  await click()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-called', 'true')
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'rejected')
})

test('the system tells once of each request that the shop rejects after it took it while the app is closed', async () => {
  await field(fresh.app.page, 'settings.language').selectOption('en')
  await connectCustomer(fresh.app.page, fresh.shop)
  await expectCount(fresh.app.page, 12)
  const ask = async () => {
    const { page } = fresh.app
    await page.getByTestId('nav-orders').click()
    const { orderItem } = await selectLine(page)
    const number = (await page.getByTestId('order-detail').getAttribute('data-order-number')) ?? ''
    await submitRequest(page)
    await page.getByTestId('nav-outbox').click()
    const entry = entryOf(page, orderItem)
    await expect(entry).toHaveAttribute('data-state', 'confirmed')
    const requestId = Number(/#(\d+)/.exec(await entry.innerText())?.[1])
    const notice = {
      title: expect.stringMatching(/^The shop rejected a (cancellation|refund) request that it had received$/),
      body: expect.stringMatching(new RegExp(`^${number} · .+`)),
    }
    return { orderItem, notice, reject: () => expect(fresh.shop.decide(requestId, 'reject')).toBe(true) }
  }
  const first = await ask()
  const second = await ask()
  /** The shop is away until the notices are listened to, so that none comes before. */
  const startAnew = async () => {
    await fresh.app.kill()
    await fresh.shop.stop()
    fresh.app = await startApp(fresh.profile)
    const listening = await noteNotices()
    await fresh.shop.start()
    await fresh.app.page.getByTestId('refresh').click()
    return listening
  }

  first.reject()
  const { seen } = await startAnew()
  await expect.poll(async () => (await seen()).notices, { timeout: 40_000 }).toEqual([first.notice])

  // The second one comes alone: the first is not told again.
  second.reject()
  const again = await startAnew()
  await expect.poll(async () => (await again.seen()).notices, { timeout: 40_000 }).toEqual([second.notice])
  await again.click()
  const line = fresh.app.page.locator(`[data-testid=order-line][data-order-item="${second.orderItem}"]`)
  await expect(line).toHaveAttribute('data-target', 'true')
  await expect(line).toContainText('Rejected')
  await expect(line.getByTestId('tradein-link-opened')).toHaveCount(0)
})

test('the notices of the system can be switched off, and stay off', async () => {
  const openSettings = async () => {
    // A machine without a desktop takes no notices.
    await fresh.app.electron.evaluate(({ Notification }) => {
      Notification.isSupported = () => true
    })
    await fresh.app.page.getByTestId('nav-settings').click()
    return field(fresh.app.page, 'settings.notices.label')
  }
  await connectCustomer(fresh.app.page, fresh.shop)
  const first = await openSettings()
  await expect(first).toBeChecked()
  await first.uncheck()
  await expect
    .poll(async () => JSON.parse(await readFile(join(fresh.profile, 'preferences.json'), 'utf8').catch(() => '{}')))
    .toMatchObject({ notices: false })

  await fresh.app.kill()
  fresh.app = await startApp(fresh.profile)
  const second = await openSettings()
  await expect(second).toBeEnabled()
  await expect(second).not.toBeChecked()
})

test('a stored request that can’t be read is named, and its copy holds it as it lies there', async () => {
  const { page, orderItem } = await queueOffline()
  const entryId = await entryOf(page, orderItem).getAttribute('data-entry-id')
  await page.evaluate(damageEntries)
  await page.reload()
  await page.getByTestId('nav-outbox').click()
  await expect(page.getByTestId('outbox-unreadable').getByTestId('unreadable-row')).toHaveCount(1)
  const path = join(fresh.profile, 'copy.json')
  await saveInto(fresh.app.electron, path)
  await button(page, 'outbox.unreadableRows.save').click()
  await expect(page.getByTestId('file-saved')).toBeVisible()
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual([
    expect.objectContaining({ id: entryId, orderItem, state: 'QUEUED', sealed: btoa('damaged') }),
  ])
  expect(fresh.shop.posts(requestsPath)).toBe(0)
})

/** Runs in the page: what every row of the outbox has under its seal is gone. */
function damageEntries(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('counterside-outbox')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const change = opening.result.transaction('entries', 'readwrite')
      const rows = change.objectStore('entries')
      rows.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
        cursor?.update({ ...cursor.value, sealed: new TextEncoder().encode('damaged') })
        cursor?.continue()
      }
      change.oncomplete = () => resolve(opening.result.close())
      change.onerror = () => reject(change.error)
    }
  })
}

/** The shopper’s name as the shop has it. */
async function nameOf(page: Page): Promise<{ first_name: string; last_name: string }> {
  const label = (await page.getByTestId('account-switch').locator('option').first().textContent()) ?? ''
  const [first_name = '', last_name = ''] = (label.split(' · ')[0] ?? '').split(' ')
  return { first_name, last_name }
}
