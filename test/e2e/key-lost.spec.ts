import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startApp } from './harness/app.ts'
import { button } from './harness/by-name.ts'
import { freshAppForEach } from './harness/fresh-app.ts'
import { setAside } from './harness/set-aside.ts'
import { connectCustomer, entryOf, expectCount, selectLine, submitRequest } from './harness/steps.ts'

const requestsPath = '/users/orders/cancellation_requests/'
const fresh = freshAppForEach({ orders: 12 })

test('a lost key: begin anew, the old data is kept whole and opens again with its key', async () => {
  await connectCustomer(fresh.app.page, fresh.shop)
  await expectCount(fresh.app.page, 12)
  await fresh.shop.stop()
  await fresh.app.page.getByTestId('refresh').click()
  await expect(fresh.app.page.getByTestId('status-shop')).toHaveAttribute('data-state', 'not-answering')
  const { orderItem } = await selectLine(fresh.app.page)
  await submitRequest(fresh.app.page)
  await expect(fresh.app.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '1')
  await fresh.app.kill()

  const vaultPath = join(fresh.profile, 'vault.json')
  const vault = await readFile(vaultPath)
  const ledger = await readFile(join(fresh.profile, 'ledger', 'outbox.ledger'))
  const accounts = await readFile(join(fresh.profile, 'accounts.json'))
  const damaged = Buffer.from(vault.subarray(0, vault.length / 2))
  await writeFile(vaultPath, damaged)

  fresh.app = await startApp(fresh.profile)
  await expect(fresh.app.page.getByTestId('vault-unavailable')).toHaveAttribute('data-reason', 'key-damaged')
  await button(fresh.app.page, 'vault.aside.action').click()
  await button(fresh.app.page, 'action.cancel').click()
  await expect(fresh.app.page.getByTestId('vault-unavailable')).toBeVisible()
  expect(await readFile(vaultPath)).toEqual(damaged)
  await setAside(fresh.app)

  await fresh.shop.start()
  fresh.app = await startApp(fresh.profile)
  await expect(fresh.app.page.getByTestId('connect-demo')).toBeVisible()
  const kept = (await fresh.app.page.getByTestId('kept-aside-path').textContent()) ?? ''
  expect(await readdir(join(fresh.profile, 'kept'))).toContain(kept.split('/').at(-1))
  expect(await readFile(join(kept, 'vault.json'))).toEqual(damaged)
  expect(await readFile(join(kept, 'ledger', 'outbox.ledger'))).toEqual(ledger)
  expect(await readFile(join(kept, 'accounts.json'))).toEqual(accounts)

  await connectCustomer(fresh.app.page, fresh.shop)
  await expectCount(fresh.app.page, 12)
  await expect(fresh.app.page.getByTestId('status-unsent')).toHaveAttribute('data-count', '0')
  expect(fresh.shop.posts(requestsPath)).toBe(0)
  await fresh.app.kill()

  await writeFile(join(kept, 'vault.json'), vault)
  fresh.app = await startApp(kept)
  await fresh.app.page.getByTestId('nav-outbox').click()
  await expect(entryOf(fresh.app.page, orderItem)).toHaveAttribute('data-state', 'confirmed', { timeout: 40_000 })
  expect(fresh.shop.posts(requestsPath)).toBe(1)
})

test('a key that comes back while the app waits is taken, and the notice of a new beginning is shown once', async () => {
  const vaultPath = join(fresh.profile, 'vault.json')
  await expect(fresh.app.page.getByTestId('connect-demo')).toBeVisible()
  await fresh.app.kill()
  const vault = await readFile(vaultPath)
  await writeFile(vaultPath, '')
  fresh.app = await startApp(fresh.profile)
  await button(fresh.app.page, 'vault.aside.action').click()
  await writeFile(vaultPath, vault)
  await button(fresh.app.page, 'vault.aside.confirm').click()
  await expect(fresh.app.page.getByTestId('connect-demo')).toBeVisible()
  await expect(fresh.app.page.getByTestId('kept-aside')).toHaveCount(0)
  await fresh.app.kill()

  await writeFile(vaultPath, '')
  fresh.app = await startApp(fresh.profile)
  await setAside(fresh.app)
  fresh.app = await startApp(fresh.profile)
  await button(fresh.app.page, 'connect.keptAside.seen').click()
  await expect(fresh.app.page.getByTestId('kept-aside')).toHaveCount(0)
  await fresh.app.kill()
  fresh.app = await startApp(fresh.profile)
  await expect(fresh.app.page.getByTestId('connect-demo')).toBeVisible()
  await expect(fresh.app.page.getByTestId('kept-aside')).toHaveCount(0)
})
