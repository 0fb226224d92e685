import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startAgain, startApp } from './harness/app.ts'
import { field } from './harness/by-name.ts'

let profile: string
let app: RunningApp
let desktop: Readonly<Record<string, string>>

/** What a Linux desktop answers to the question for a tray. */
const setTray = (isThere: boolean) => writeFile(join(profile, 'tray'), `   variant       boolean ${isThere}\n`)

/** A desktop whose bus is asked by a command that reads the answer from a file. */
async function makeDesktop(): Promise<typeof desktop> {
  const folder = join(profile, 'commands')
  await mkdir(folder)
  await writeFile(join(folder, 'dbus-send'), `#!/bin/sh\ncat '${join(profile, 'tray')}'\n`, { mode: 0o755 })
  await setTray(true)
  return { PATH: `${folder}:${process.env['PATH']}`, DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}` }
}

test.beforeEach(async () => {
  profile = await newProfile()
  desktop = await makeDesktop()
  app = await startApp(profile, ['--demo', '--demo-orders=5'], desktop)
  await app.page.getByTestId('nav-settings').click()
  await field(app.page, 'settings.language').selectOption('en')
})

test.afterEach(async () => {
  await app.kill()
  await removeProfile(profile)
})

const isVisible = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
/** Without a window manager a window does not become minimised, but it was asked to. */
const countMinimised = async () => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (!window) return
    const minimize = window.minimize.bind(window)
    Object.assign(globalThis, { minimised: 0 })
    window.minimize = () => {
      Object.assign(globalThis, { minimised: Reflect.get(globalThis, 'minimised') + 1 })
      minimize()
    }
  })
  return () => app.electron.evaluate(() => Reflect.get(globalThis, 'minimised') as number)
}
const zoomFactor = () =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor().toFixed(2))
/** As from the keyboard: the runner's own presses go past what main hears. */
const press = (keyCode: string) =>
  app.electron.evaluate(({ BrowserWindow }, key) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    for (const type of ['keyDown', 'keyUp'] as const)
      contents?.sendInputEvent({ type, keyCode: key, modifiers: ['control'] })
  }, keyCode)
const choose = (id: string) =>
  app.electron.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click({}), id)
const menuItem = (id: string) =>
  app.electron.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    return item ? { label: item.label, enabled: item.enabled, accelerator: item.accelerator } : null
  }, id)

test('the zoom changes by keys and stays after a restart', async () => {
  await press('=')
  await press('numadd')
  await expect.poll(zoomFactor).toBe('1.25')
  await app.quit()
  app = await startApp(profile)
  await expect.poll(zoomFactor).toBe('1.25')
  await press('-')
  await expect.poll(zoomFactor).toBe('1.10')
  await press('0')
  await expect.poll(zoomFactor).toBe('1.00')
})

test('closing the window ends the app, unless it is to go on in the tray', async () => {
  const { page } = app
  const close = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect(page.getByTestId('settings-closeToTray')).not.toBeChecked()
  await page.getByTestId('settings-closeToTray').check()
  await close()
  await expect.poll(isVisible).toBe(false)
  await startAgain(profile)
  await expect.poll(isVisible).toBe(true)

  await setTray(false)
  const minimised = await countMinimised()
  await close()
  await expect.poll(minimised).toBe(1)
  expect(await isVisible()).toBe(true)
  await page.getByTestId('nav-orders').click()
  await page.getByTestId('nav-settings').click()
  await expect(page.getByText('Your desktop shows no tray right now: the window is minimised')).toBeVisible()

  await page.getByTestId('settings-closeToTray').uncheck()
  const ended = app.electron.waitForEvent('close')
  await close().catch(() => undefined)
  await ended
})

test('quitting quits also when closing does not', async () => {
  await app.page.getByTestId('settings-closeToTray').check()
  await app.quit()
  app = await startApp(profile)
  await app.page.getByTestId('nav-settings').click()
  await expect(app.page.getByTestId('settings-closeToTray')).toBeChecked()
})

test('started hidden it waits without a window, and comes up when it is started again', async () => {
  await app.quit()
  app = await startApp(profile, ['--hidden'], desktop)
  await expect(app.page.getByTestId('order-row').first()).toBeAttached()
  expect(await isVisible()).toBe(false)
  await startAgain(profile)
  await expect.poll(isVisible).toBe(true)
})

test('where the desktop shows no tray, the start is not hidden', async () => {
  await setTray(false)
  await app.quit()
  app = await startApp(profile, ['--hidden'], desktop)
  await expect(app.page.getByTestId('order-row').first()).toBeAttached()
  await expect.poll(isVisible).toBe(true)
})

test('the menu runs the commands of the page, in its language, and greys what can’t be done', async () => {
  const { page } = app
  await expect.poll(() => menuItem('go.orders')).toMatchObject({ label: 'Go to orders', enabled: true })
  expect(await menuItem('record.refund')).toMatchObject({ enabled: false })
  await choose('go.outbox')
  await expect(
    page
      .getByTestId('outbox-pause')
      .or(page.getByRole('heading', { name: /outbox/i }))
      .first(),
  ).toBeVisible()
  await page.getByTestId('nav-settings').click()
  await field(page, 'settings.language').selectOption('tr')
  await expect.poll(() => menuItem('go.orders')).toMatchObject({ label: 'Siparişlere git' })
  const top = await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(top).toEqual(['Dosya', 'Düzen', 'Görünüm', 'Git', 'Sipariş', 'Pencere', 'Yardım'])
})

test('no dictionary is asked for until somebody turns spelling on', async () => {
  await app.quit()
  const netLog = join(profile, 'net-log.json')
  app = await startApp(profile, [`--log-net-log=${netLog}`])
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await app.electron.evaluate(({ session }, to) => session.defaultSession.setSpellCheckerDictionaryDownloadURL(to), url)
  const spelling = () =>
    app.electron.evaluate(({ session: { defaultSession: at } }) => ({
      on: at.isSpellCheckerEnabled(),
      languages: at.getSpellCheckerLanguages(),
    }))
  const { page } = app
  await expect.poll(() => menuItem('go.several')).toMatchObject({ enabled: true })
  await choose('go.several')
  await field(page, 'several.numbers').fill('yanlış yzaılmış')
  expect(await spelling()).toEqual({ on: false, languages: [] })
  expect(asked).toEqual([])

  await page.getByTestId('nav-settings').click()
  await expect(page.getByTestId('settings-spellcheck')).not.toBeChecked()
  await page.getByTestId('settings-spellcheck').check()
  await expect.poll(spelling).toEqual({ on: true, languages: ['tr', 'en-GB'] })
  await expect.poll(() => asked.filter(path => /tr|en-GB/.test(path)).length).toBeGreaterThan(0)
  await page.getByTestId('settings-spellcheck').uncheck()
  await expect.poll(spelling).toEqual({ on: false, languages: [] })
  await app.quit()
  await new Promise(resolve => server.close(resolve))
  const hosts = [...(await readFile(netLog, 'utf8')).matchAll(/"url":"https?:\/\/([^"/:]+)/g)].map(([, host]) => host)
  expect([...new Set(hosts)]).toEqual(['127.0.0.1'])
})
