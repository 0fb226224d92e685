import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiskTrouble, diskTroubles } from '../../../src-main/contract/failures.ts'
import { troubleWith } from '../../../src-main/desktop/data-folder.ts'
import { startTroublePage, startTroubleText } from '../../../src-main/desktop/start-trouble-page.ts'
import { diskError } from '../../fakes/refusing-calls.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const roomy = { mkdirSync, writeFileSync, rmSync, freeBytes: () => 2 ** 40 }
const refused = (code: string) => () => {
  throw diskError(code)
}

describe('a data folder', () => {
  it('is made, and nothing of the try is left in it', async () => {
    const folder = join(await temporaryFolder(), 'new', 'profile')
    expect(troubleWith(folder, roomy)).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('on a disk without room is a trouble at the first start, and none once it is set up', async () => {
    const folder = await temporaryFolder()
    const full = { ...roomy, freeBytes: () => 4096, writeFileSync: refused('ENOSPC') }
    expect(troubleWith(folder, full)).toEqual({ folder, code: 'ENOSPC' })
    await writeFile(join(folder, 'vault.json'), '{}')
    expect(troubleWith(folder, full)).toBeNull()
  })

  it.each(['EROFS', 'EACCES', 'EIO'])('that can not be written is a trouble, set up or not: %s', async code => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'vault.json'), '{}')
    expect(troubleWith(folder, { ...roomy, writeFileSync: refused(code) })).toEqual({ folder, code })
    expect(troubleWith(join(folder, 'new'), { ...roomy, mkdirSync: refused(code) as typeof mkdirSync })).toMatchObject({
      code,
    })
  })

  it('whose place a file has is a trouble', async () => {
    const folder = join(await temporaryFolder(), 'file')
    await writeFile(folder, '')
    expect(troubleWith(folder)).toMatchObject({ folder, code: 'EEXIST' })
    expect(troubleWith(join(folder, 'below'))).toMatchObject({ code: 'ENOTDIR' })
  })

  it.skipIf(process.getuid?.() === 0)('that this user may not write in is a trouble', async () => {
    const folder = await temporaryFolder()
    chmodSync(folder, 0o500)
    expect(troubleWith(folder)).toEqual({ folder, code: 'EACCES' })
    chmodSync(folder, 0o700)
  })

  it('is judged by the room that this user may take', async () => {
    const folder = await temporaryFolder()
    const { bavail, bsize } = statfsSync(folder)
    expect(troubleWith(folder)?.code ?? null).toBe(bavail * bsize < 32 * 1024 * 1024 ? 'ENOSPC' : null)
  })
})

describe('what stands there instead of the app', () => {
  const codeOf: Readonly<Record<DiskTrouble, string>> = {
    full: 'ENOSPC',
    quota: 'EDQUOT',
    'read-only': 'EROFS',
    denied: 'EACCES',
    'in-use': 'EBUSY',
    'is-folder': 'EISDIR',
    'no-folder': 'ENOTDIR',
    gone: 'ENODEV',
    broken: 'EIO',
    'too-many-open': 'EMFILE',
    'name-too-long': 'ENAMETOOLONG',
    'file-too-large': 'EFBIG',
  }

  it.each(['en', 'tr'] as const)('names the folder, the cause and what to do, each in its own words: %s', language => {
    const texts = diskTroubles.map(trouble => {
      const text = startTroubleText({ folder: '/veri/klasör', code: codeOf[trouble] }, language).join('\n')
      expect(text).toContain('/veri/klasör')
      expect(text).toContain(codeOf[trouble])
      return text.replace(codeOf[trouble], '')
    })
    expect(new Set(texts).size).toBe(diskTroubles.length)
  })

  it('is a page on which a folder’s name is a text', () => {
    const page = startTroublePage({ folder: '/a/<script>"&', code: 'EROFS' }, 'tr')
    expect(page).toContain('/a/&lt;script&gt;&quot;&amp;')
    expect(page).not.toContain('<script')
  })
})
