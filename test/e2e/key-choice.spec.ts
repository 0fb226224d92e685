import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { newProfile, type RunningApp, removeProfile, startApp } from './harness/app.ts'
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
  await app.page.getByTestId('protect-passphrase-text').fill(passphrase)
  await app.page.getByTestId('protect-passphrase-repeat').fill(passphrase)
  await app.page.getByTestId('protect-submit').click()
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
  await app.kill()

  app = await startApp(profile, ['--ask-for-key'])
  await app.page.getByTestId('unlock-passphrase').fill('yanlış')
  await app.page.getByTestId('unlock-submit').click()
  await expect(app.page.getByRole('alert')).toBeVisible()
  await app.page.getByTestId('unlock-passphrase').fill(passphrase)
  await app.page.getByTestId('unlock-submit').click()
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
})

test('a forgotten passphrase has a way out that keeps what is there', async () => {
  await app.page.getByTestId('protect-passphrase').click()
  await app.page.getByTestId('protect-passphrase-text').fill(passphrase)
  await app.page.getByTestId('protect-passphrase-repeat').fill(passphrase)
  await app.page.getByTestId('protect-submit').click()
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
  await app.kill()
  const vault = await readFile(join(profile, 'vault.json'))

  app = await startApp(profile, ['--ask-for-key'])
  await expect(app.page.getByTestId('vault-set-aside')).toBeHidden()
  await app.page.getByTestId('unlock-passphrase').fill('yanlış')
  await app.page.getByTestId('unlock-submit').click()
  await setAside(app)
  app = await startApp(profile, ['--ask-for-key'])
  await expect(app.page.getByTestId('protect-key-file')).toBeVisible()
  const [kept = ''] = await readdir(join(profile, 'kept'))
  expect(await readFile(join(profile, 'kept', kept, 'vault.json'))).toEqual(vault)
})

test('a key file opens by itself next time', async () => {
  await app.page.getByTestId('protect-key-file').click()
  await app.page.getByTestId('protect-submit').click()
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
  await app.kill()
  app = await startApp(profile, ['--ask-for-key'])
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
})
