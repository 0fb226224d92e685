import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const planted: string[] = []

/** Plants a file with this import, lints it with the project's own configuration, and says whether the layer rule bit. */
async function isRefused(folder: string, importLine: string): Promise<boolean> {
  const path = `${folder}/planted-${planted.length}-${process.pid}.ts`
  planted.push(path)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${importLine}\n\nexport const planted: unknown = thing\n`)
  const output = await new Promise<string>(resolve =>
    execFile(
      process.execPath,
      [
        'node_modules/@biomejs/biome/bin/biome',
        'lint',
        '--only=style/noRestrictedImports',
        '--vcs-enabled=false',
        path,
      ],
      (_error, stdout, stderr) => resolve(stdout + stderr),
    ),
  )
  await rm(path)
  return output.includes('noRestrictedImports')
}

afterAll(() => Promise.all(planted.map(path => rm(path, { force: true }))))

describe('the layer table', () => {
  it.each([
    ['src-main/contract', "import { thing } from '../accounts/vault.ts'"],
    ['src-main/contract', "import thing from 'node:fs'"],
    ['src-main/base', "import { thing } from '../desktop/log.ts'"],
    ['src-main/base', "import { thing } from 'electron'"],
    ['src-main/akinon', "import { thing } from '../ipc/handle.ts'"],
    ['src-main/akinon', "import { ipcMain as thing } from 'electron'"],
    ['src-main/accounts', "import { ipcMain as thing } from 'electron'"],
    ['src-main/demo-shop', "import { thing } from '../akinon/classify.ts'"],
    ['src-main/demo-shop', "import { thing } from 'electron'"],
    ['src-main/preload', "import { thing } from '../accounts/vault.ts'"],
    ['src-main/desktop', "import { thing } from '../../src-renderer/bridge.ts'"],
    ['src-renderer/features/orders', "import { thing } from '../../../src-main/akinon/classify.ts'"],
    ['src-renderer/features/orders', "import { thing } from 'electron'"],
    ['src-renderer/features/orders', "import thing from 'node:fs'"],
    ['src-renderer/model', "import { thing } from '../outbox/policy.ts'"],
    ['src-renderer/model', "import { thing } from '../ui/format/money.ts'"],
    ['src-renderer/model', "import { thing } from 'react'"],
    ['src-renderer/cache', "import { thing } from '../features/orders/list.tsx'"],
    ['src-renderer/outbox', "import { thing } from '../ui/button.tsx'"],
    ['src-renderer/sync', "import { thing } from 'react'"],
    ['src-renderer/search', "import { thing } from '../features/orders/list.tsx'"],
    ['src-renderer/workspace', "import { thing } from '../features/orders/list.tsx'"],
    ['src-renderer/features/data', "import { thing } from '../orders/order-number.ts'"],
    ['src-renderer/features/data', "import { thing } from '../../../src-main/akinon/classify.ts'"],
    ['src-renderer/ui', "import { thing } from '../features/orders/list.tsx'"],
  ])('refuses in %s: %s', async (folder, line) => {
    expect(await isRefused(folder, line)).toBe(true)
  })

  it.each([
    ['src-main/contract', "import { z as thing } from 'zod'"],
    ['src-main/contract', "import { thing } from './values.ts'"],
    ['src-main/base', "import { thing } from '../contract/disk.ts'"],
    ['src-main/demo-shop', "import { thing } from '../base/write-file.ts'"],
    ['src-main/akinon', "import { thing } from '../contract/failures.ts'"],
    ['src-renderer/model', "import { thing } from '../../src-main/contract/entries.ts'"],
    ['src-renderer/model', "import { thing } from './amounts.ts'"],
    ['src-renderer/outbox', "import { thing } from '../model/amounts.ts'"],
    ['src-renderer/outbox', "import { thing } from '../../src-main/contract/entries.ts'"],
    ['src-renderer/features/orders', "import { thing } from '../../ui/button.tsx'"],
    ['src-renderer/features/orders', "import { thing } from '../data/eligibility.ts'"],
    ['src-renderer/features/data', "import { thing } from '../../ui/button.tsx'"],
    ['src-renderer/features/data', "import { thing } from './eligibility.ts'"],
    ['src-renderer/features/data', "import { thing } from '../../../src-main/contract/entries.ts'"],
  ])('allows in %s: %s', async (folder, line) => {
    expect(await isRefused(folder, line)).toBe(false)
  })
})
