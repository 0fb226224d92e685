import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type RunningApp, startApp } from '../e2e/harness/app.ts'
import { field } from '../e2e/harness/by-name.ts'
import { test } from './harness/folders.ts'

/** What the window says, and the code that it carries. */
async function troubleIn({ page }: RunningApp) {
  const box = page.getByTestId('start-trouble')
  await expect(box).toBeVisible()
  return {
    code: await box.getAttribute('data-code'),
    folder: await page.getByTestId('start-trouble-folder').textContent(),
    text: (await box.textContent()) ?? '',
  }
}

test('the first start on a full disk names the folder and the cause, and goes on once there is room', async ({
  disk,
}) => {
  const profile = join(disk.folder, 'profile')
  disk.fill()
  const refused = await startApp(profile)
  const trouble = await troubleIn(refused)
  expect(trouble).toMatchObject({ code: 'ENOSPC', folder: profile })
  expect(trouble.text).toMatch(/full|dolu/)
  expect(trouble.text).not.toMatch(/unexpected|Beklenmeyen/)
  await refused.kill()

  disk.empty()
  const app = await startApp(profile)
  await expect(app.page.getByTestId('connect-demo')).toBeVisible()
  await app.kill()
})

for (const [what, inFolder] of [
  ['a disk that can only be read', ''],
  ['a folder that can’t be made there', 'profile'],
] as const)
  test(`a start on ${what} names the folder and the cause`, async ({ disk }) => {
    const profile = join(disk.folder, inFolder)
    execFileSync('mount', ['-o', 'remount,ro', disk.folder])
    const app = await startApp(profile)
    const trouble = await troubleIn(app)
    expect(trouble).toMatchObject({ code: 'EROFS', folder: profile })
    expect(trouble.text).toMatch(/only be read|salt okunur/)
    expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
    await app.kill()
    execFileSync('mount', ['-o', 'remount,rw', disk.folder])
    expect(await readdir(disk.folder)).toEqual([])
  })

test('a file where the folder should be is named, and stays as it is', async ({ scratch }) => {
  const profile = join(scratch, 'profile')
  await writeFile(profile, 'a report')
  const app = await startApp(profile)
  expect(await troubleIn(app)).toMatchObject({ code: 'EEXIST', folder: profile })
  const gone = app.electron.waitForEvent('close')
  await app.page.getByTestId('start-trouble-quit').click()
  await gone
  expect(await readFile(profile, 'utf8')).toBe('a report')
})

test('a folder that this user may not write in is named', async ({ scratch }) => {
  test.skip(process.getuid?.() === 0, 'permissions do not hold for root')
  await chmod(scratch, 0o500)
  const app = await startApp(scratch)
  expect(await troubleIn(app)).toMatchObject({ code: 'EACCES', folder: scratch })
  await app.kill()
  await chmod(scratch, 0o700)
})

test('files that can not be read are set aside, and the person hears that they have to sign in again', async ({
  scratch,
}) => {
  await writeFile(join(scratch, 'accounts.json'), '{"version":2,"shops":[]}')
  await mkdir(join(scratch, 'preferences.json'))
  const app = await startApp(scratch)
  const notice = app.page.getByTestId('accounts-set-aside')
  await expect(notice).toContainText(join(scratch, 'accounts.json.broken'))
  await field(app.page, 'settings.language').selectOption('tr')
  await expect(notice).toContainText('Yeniden giriş yapmanız gerekiyor')
  await expect
    .poll(() => readdir(scratch))
    .toEqual(expect.arrayContaining(['accounts.json.broken', 'preferences.json.broken']))
  await app.kill()
})

test('a key file that the disk does not hand over is no damaged key: folder, cause and a way on', async ({
  scratch,
}) => {
  await writeFile(join(scratch, 'vault.json'), '{"version":1,"protection":"key-file"}')
  await mkdir(join(scratch, 'vault.key'))
  const app = await startApp(scratch)
  const failed = app.page.getByTestId('start-failed')
  await expect(failed.locator('[data-code=EISDIR]')).toBeVisible()
  await expect(app.page.getByTestId('start-failed-folder')).toHaveText(scratch)
  await app.kill()
})
