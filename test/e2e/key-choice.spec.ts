import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from './harness/app.ts'
import { button, field } from './harness/by-name.ts'
import { setAside } from './harness/set-aside.ts'

const passphrase = 'doğru at pil zımba'
let profile: string
let app: RunningApp

test.beforeEach(async () => {
  profile = await newProfile()
  app = await startApp(profile, ['--ask-for-key'])
})

test.afterEach(async () => {
  await app.kill()
  await removeProfile(profile)
})

test('where there is no keyring the app asks once, and a passphrase is needed at every start', async () => {
  await app.page.getByTestId('protect-passphrase').click()
  await field(app.page, 'protect.passphraseLabel').fill(passphrase)
  await field(app.page, 'protect.repeat').fill(passphrase)
  await button(app.page, 'protect.action').click()
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
  await app.kill()

  app = await startApp(profile, ['--ask-for-key'])
  await field(app.page, 'protect.passphraseLabel').fill('yanlış')
  await button(app.page, 'unlock.action').click()
  await expect(app.page.getByRole('alert')).toBeVisible()
  await field(app.page, 'protect.passphraseLabel').fill(passphrase)
  await button(app.page, 'unlock.action').click()
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
})

test('a forgotten passphrase has a way out that keeps what is there', async () => {
  await app.page.getByTestId('protect-passphrase').click()
  await field(app.page, 'protect.passphraseLabel').fill(passphrase)
  await field(app.page, 'protect.repeat').fill(passphrase)
  await button(app.page, 'protect.action').click()
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
  await app.kill()
  const vault = await readFile(join(profile, 'vault.json'))

  app = await startApp(profile, ['--ask-for-key'])
  await expect(button(app.page, 'vault.aside.action')).toBeHidden()
  await field(app.page, 'protect.passphraseLabel').fill('yanlış')
  await button(app.page, 'unlock.action').click()
  await setAside(app)
  app = await startApp(profile, ['--ask-for-key'])
  await expect(app.page.getByTestId('protect-key-file')).toBeVisible()
  const [kept = ''] = await readdir(join(profile, 'kept'))
  expect(await readFile(join(profile, 'kept', kept, 'vault.json'))).toEqual(vault)
})

test('a key file opens by itself next time', async () => {
  await app.page.getByTestId('protect-key-file').click()
  await button(app.page, 'protect.action').click()
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
  await app.kill()
  app = await startApp(profile, ['--ask-for-key'])
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
})
