import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type DemoShop, startDemoShop } from '../../src-main/demo-shop/demo-shop.ts'
import { newProfile, type RunningApp, removeProfile, startApp } from '../e2e/harness/app.ts'
import { button, field } from '../e2e/harness/by-name.ts'
import { connectCustomer, entryOf, expectCount, selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { type AskingProxy, askingProxy } from './harness/asking-proxy.ts'
import { expect, queueSome, requestsPath, test } from './harness/desk.ts'
import { killNetworkProcess } from './harness/network-process.ts'
import { openRefusingFront } from './harness/refusing-front.ts'

const user = 'deniz.okul'
const password = 'gizli-kelime-47'
const newPassword = 'yeni-kelime-48'
/** As Basic sends it. */
const asSent = (word: string) => Buffer.from(`${user}:${word}`).toString('base64')

let profile: string
let proxy: AskingProxy
let shop: DemoShop
let app: RunningApp
let output = ''

test.beforeEach(async () => {
  profile = await newProfile()
  proxy = await askingProxy('Campus network 7')
  shop = await startDemoShop({ orders: 12, oldOrders: 2, pending: 2, decideAfterMs: 3_600_000 })
  proxy.credentials = { user, password }
  output = ''
  await start()
})
test.afterEach(async () => {
  await app.kill()
  await proxy.close()
  await shop.stop()
  await removeProfile(profile)
})

async function start(): Promise<void> {
  app = await startApp(profile, [
    `--proxy-server=${proxy.url}`,
    '--proxy-bypass-list=<-loopback>',
    // For a shop with a certificate of its own making.
    '--ignore-certificate-errors',
  ])
  const { stdout, stderr } = app.electron.process()
  for (const stream of [stdout, stderr])
    stream?.on('data', chunk => {
      output += String(chunk)
    })
}

const dialog = (page: Page) => page.getByTestId('proxy-dialog')

async function tryToConnect(page: Page, url: string): Promise<void> {
  await page.getByTestId('connect-commerce-url').fill(url)
  await page.getByTestId('connect-email').fill(shop.customer.email)
  await page.getByTestId('connect-password').fill(shop.customer.password)
  await page.getByTestId('connect-customer-submit').click()
}

async function signIn(page: Page, given: string): Promise<void> {
  await field(page, 'proxy.user').fill(user)
  await field(page, 'proxy.password').fill(given)
  await button(page, 'proxy.submit').click()
}

/** Every file below a folder that holds one of the texts. */
async function filesWith(folder: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    if (texts.some(text => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))) found.push(path)
  }
  return found
}

test('a proxy that wants a sign-in is asked for once; a wrong password is asked for again, the right one opens every way', async () => {
  const { page } = app
  // Nothing of the shop is reached, and that is named, before there is any account.
  await tryToConnect(page, shop.commerceUrl)
  await expect(dialog(page)).toContainText(proxy.host)
  await expect(dialog(page)).toContainText('Campus network 7')
  expect(shop.log).toEqual([])
  await button(page, 'action.cancel').click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByTestId('connect-error')).toContainText(/proxy/i)
  await expect(page.getByTestId('connect-error')).not.toContainText('page-instead-of-json')
  await expect(page.getByTestId('connect-email')).toHaveValue(shop.customer.email)

  await button(page, 'proxy.action').click()
  await signIn(page, 'wrong')
  await expect(dialog(page).getByRole('alert')).toHaveText(/proxy/i)
  await expect(field(page, 'proxy.user')).toHaveValue(user)
  expect(shop.log).toEqual([])
  await signIn(page, password)
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByTestId('connect-error')).toBeHidden()

  await connectCustomer(page, shop)
  await expectCount(page, 12)
  // Sessions that are used for the first time from here on are let through as well.
  const { orderItem } = await selectLine(page)
  await submitRequest(page)
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, orderItem)).toHaveAttribute('data-state', 'confirmed')
  expect(shop.posts(requestsPath)).toBe(1)
  await expect(dialog(page)).toBeHidden()
})

test('a request that waits while the proxy refuses is sent once after the sign-in, and name and password are nowhere', async () => {
  const { page } = app
  await tryToConnect(page, shop.commerceUrl)
  await signIn(page, password)
  await connectCustomer(page, shop)
  await expectCount(page, 12)

  // The proxy takes another password from now on: asked again, with words.
  const refresh = page.getByTestId('refresh')
  await expect(refresh).not.toHaveAttribute('aria-busy', 'true')
  proxy.credentials = { user, password: newPassword }
  // Another list may meet the refusal first: then the question is in front of the button.
  await refresh.dispatchEvent('click')
  await expect(dialog(page).getByRole('alert')).toBeVisible()
  const before = shop.log.length
  await button(page, 'action.cancel').click()
  await expect(page.getByTestId('banner-offline')).toContainText(/proxy/i)
  await expect(button(page, 'proxy.action')).toBeVisible()
  const [item = ''] = await queueSome(page, 1)
  await page.getByTestId('nav-outbox').click()
  await expect(entryOf(page, item)).toHaveAttribute('data-state', 'queued')
  await expect(entryOf(page, item)).toContainText(/proxy/i)
  // Refused again, and not asked again.
  const refusals = proxy.refused.length
  await page.getByTestId('refresh').click()
  await expect.poll(() => proxy.refused.length).toBeGreaterThan(refusals)
  await expect(dialog(page)).toBeHidden()
  expect(shop.log.length).toBe(before)

  await button(page, 'proxy.action').click()
  await signIn(page, newPassword)
  await expect(entryOf(page, item)).toHaveAttribute('data-state', 'confirmed')
  await expect(page.getByTestId('banner-offline')).toBeHidden()
  expect(shop.posts(requestsPath)).toBe(1)

  // Kept for one run: the next one asks.
  await app.quit()
  await start()
  await expect(dialog(app.page)).toBeVisible()
  await app.kill()
  const texts = [user, ...[password, newPassword].flatMap(word => [word, asSent(word)])]
  expect(await filesWith(profile, [shop.commerceUrl])).not.toEqual([])
  expect(await filesWith(profile, texts)).toEqual([])
  expect(texts.filter(text => output.includes(text))).toEqual([])
})

test('the tunnels of a shop with https are let through alike, also when the network process died', async () => {
  const front = await openRefusingFront(shop.commerceUrl)
  try {
    const { page } = app
    await tryToConnect(page, front.url)
    await signIn(page, password)
    await connectCustomer(page, shop, front.url)
    await expectCount(page, 12)
    const first = await selectLine(page)
    await submitRequest(page)
    await page.getByTestId('nav-outbox').click()
    await expect(entryOf(page, first.orderItem)).toHaveAttribute('data-state', 'confirmed')

    await killNetworkProcess(app.electron)
    const before = proxy.passed.length
    await page.getByTestId('nav-orders').click()
    const second = await selectLine(page)
    await submitRequest(page)
    await page.getByTestId('nav-outbox').click()
    await expect(entryOf(page, second.orderItem)).toHaveAttribute('data-state', 'confirmed')
    expect(shop.posts(requestsPath)).toBe(2)
    expect(proxy.passed.length).toBeGreaterThan(before)
    expect(proxy.passed.every(line => line.startsWith('CONNECT '))).toBe(true)
    await expect(dialog(page)).toBeHidden()
  } finally {
    front.close()
  }
})
