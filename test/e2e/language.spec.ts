import { expect, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from './harness/app.ts'
import { field } from './harness/by-name.ts'

let profile: string
let app: RunningApp

test.beforeEach(async () => {
  profile = await newProfile()
  app = await startApp(profile, ['--demo', '--demo-orders=5'])
})

test.afterEach(async () => {
  await app.kill()
  await removeProfile(profile)
})

test('the language and the theme change at once and stay after a restart', async () => {
  const { page } = app
  await page.getByTestId('nav-settings').click()
  await field(page, 'settings.language').selectOption('tr')
  await field(page, 'settings.theme').selectOption('dark')
  await expect(page.getByRole('button', { name: /^Siparişler/ })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'tr')
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  expect(dark).toBe(true)

  await app.kill()
  app = await startApp(profile)
  await expect(app.page.getByRole('button', { name: /^Siparişler/ })).toBeVisible()
  // What Chromium writes dates and times with in the fields of a form.
  expect(await app.page.evaluate(() => navigator.language)).toBe('tr')
})

test('the page is sandboxed, sees nothing of Node, and can neither leave nor load anything foreign', async () => {
  const { page } = app
  await expect(page.getByTestId('order-row').first()).toBeVisible()
  const seen = await page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    origin: location.origin,
    isSecure: isSecureContext,
  }))
  expect(seen).toEqual({ require: 'undefined', process: 'undefined', origin: 'app://counterside', isSecure: true })
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull()
  expect(page.url()).toBe(before)
  expect(await page.evaluate(() => fetch('https://example.com/').then(String, () => 'refused'))).toBe('refused')
  const settings = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => { sandbox?: boolean; contextIsolation?: boolean; nodeIntegration?: boolean }
    }
    const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration }
  })
  expect(settings).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false })
})
