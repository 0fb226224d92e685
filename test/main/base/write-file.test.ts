import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { patiently, patientlyNow, pausesMs } from '../../../src-main/base/patience.ts'
import { readIfThere, removeUnfinished, replaceFile, setFileAside } from '../../../src-main/base/write-file.ts'
import { diskError, refusing } from '../../fakes/refusing-calls.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const callNames = ['mkdir', 'open', 'rename'] as const
const passing = ['EPERM', 'EBUSY', 'EACCES', 'EMFILE'] as const
const lasting = ['ENOSPC', 'EROFS', 'EDQUOT', 'EIO', 'ENAMETOOLONG', 'EISDIR', 'ENOENT', 'EFBIG'] as const

describe('a refusal that lasts a moment', () => {
  it.each(callNames.flatMap(name => passing.map(code => [name, code] as const)))(
    'is waited for: %s, %s',
    async (name, code) => {
      const path = join(await temporaryFolder(), 'kept.json')
      const { calls, tries } = refusing(name, code, 2)
      await replaceFile(path, 'new', { calls })
      expect(await readFile(path, 'utf8')).toBe('new')
      expect(tries()).toBe(3)
    },
  )

  it.each(lasting)('is told from one that lasts: %s is not tried again', async code => {
    const path = join(await temporaryFolder(), 'kept.json')
    const { calls, tries } = refusing('rename', code, 1)
    await expect(replaceFile(path, 'new', { calls })).rejects.toMatchObject({ code })
    expect(tries()).toBe(1)
  })

  it('is waited for about a second in all, with growing pauses, and then said', async () => {
    const waited: number[] = []
    let tries = 0
    const work = async () => {
      tries += 1
      throw diskError('EBUSY')
    }
    await expect(patiently(work, async ms => waited.push(ms))).rejects.toMatchObject({ code: 'EBUSY' })
    expect(waited).toEqual([...waited].sort((a, b) => a - b))
    const total = waited.reduce((sum, ms) => sum + ms, 0)
    expect(total).toBeGreaterThanOrEqual(800)
    expect(total).toBeLessThanOrEqual(1500)
    expect(tries).toBe(waited.length + 1)
  })

  it('is waited for in one go where nothing may run before', () => {
    const waited: number[] = []
    let tries = 0
    const work = () => {
      tries += 1
      if (tries < 3) throw diskError('EPERM')
      return 'moved'
    }
    expect(patientlyNow(work, ms => waited.push(ms))).toBe('moved')
    expect(waited).toEqual(pausesMs.slice(0, 2))
  })
})

describe('a write that fails', () => {
  it.each([...passing, ...lasting])('leaves nothing beside the file, and the file as it was: %s', async code => {
    const folder = await temporaryFolder()
    const path = join(folder, 'kept.json')
    await writeFile(path, 'old')
    const { calls } = refusing('rename', code, 99)
    await expect(replaceFile(path, 'new', { calls })).rejects.toMatchObject({ code })
    expect(await readdir(folder)).toEqual(['kept.json'])
    expect(await readFile(path, 'utf8')).toBe('old')
  })

  it('says its own cause where what it wrote cannot be removed either', async () => {
    const path = join(await temporaryFolder(), 'kept.json')
    const calls = { ...refusing('rename', 'EROFS', 99).calls, rm: refusing('rm', 'EIO', 99).calls.rm }
    await expect(replaceFile(path, 'new', { calls })).rejects.toMatchObject({ code: 'EROFS' })
  })

  it('leaves the file to one over a folder of its name', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'kept.json'))
    await expect(replaceFile(join(folder, 'kept.json'), 'new')).rejects.toMatchObject({ code: 'EISDIR' })
    expect(await readdir(folder)).toEqual(['kept.json'])
  })
})

describe('what a kill left', () => {
  it('is removed, and nothing else', async () => {
    const folder = await temporaryFolder()
    const names = ['accounts.json.new', 'vault.key.new', 'accounts.json', 'Cookies.new', 'notes.new']
    for (const name of names) await writeFile(join(folder, name), name)
    await removeUnfinished(folder)
    expect((await readdir(folder)).sort()).toEqual(['Cookies.new', 'accounts.json', 'notes.new'])
  })
})

describe('a file of ours', () => {
  it('is for this user only, unless it is meant for others', async () => {
    const folder = await temporaryFolder()
    await replaceFile(join(folder, 'a'), 'x')
    await replaceFile(join(folder, 'b'), 'x', { mode: 0o644 })
    const modes = await Promise.all(['a', 'b'].map(async name => (await stat(join(folder, name))).mode & 0o777))
    expect(modes).toEqual([0o600, 0o644])
  })

  it('is read without the mark that editors put in front', async () => {
    const path = join(await temporaryFolder(), 'kept.json')
    await writeFile(path, '\ufeff{"a":1}')
    expect(await readIfThere(path)).toBe('{"a":1}')
    expect(await readIfThere(`${path}.none`)).toBeNull()
  })

  it('that nobody can read is set aside under a free name, folders too', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'kept.json')
    for (const text of ['first', 'second']) {
      await writeFile(path, text)
      await chmod(path, 0)
      await setFileAside(path)
    }
    await mkdir(path)
    await setFileAside(path)
    expect((await readdir(folder)).sort()).toEqual(['kept.json.broken', 'kept.json.broken-2', 'kept.json.broken-3'])
  })
})
