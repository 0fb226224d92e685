import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Disk, nodeDisk } from '../../../src-main/ledger/disk.ts'
import { SimulatedDisk } from '../../fakes/simulated-disk.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

/** A disk with a folder that is there and empty. */
interface Place {
  readonly disk: Disk
  readonly folder: string
}

const places: readonly (readonly [string, () => Promise<Place>])[] = [
  ['of this machine', async () => ({ disk: nodeDisk, folder: await temporaryFolder() })],
  [
    'that is simulated',
    async () => {
      const disk = new SimulatedDisk().boot()
      const folder = join('/', 'user', 'data')
      await disk.makeFolder(folder)
      return { disk, folder }
    },
  ],
]

/** What the ledger relies on. What a power cut leaves is proved on the simulated disk alone. */
describe.each(places)('a disk %s', (_, makePlace) => {
  const setup = async () => {
    const { disk, folder } = await makePlace()
    const at = (name: string) => join(folder, name)
    const write = async (name: string, ...texts: readonly (string | Uint8Array)[]) => {
      const file = await disk.open(at(name))
      for (const text of texts) await file.write(text)
      await file.sync()
      await file.close()
    }
    const textOf = async (name: string) => (await disk.read(at(name)))?.toString() ?? null
    return { disk, folder, at, write, textOf }
  }

  it('reads null where there is no file, and nothing of one that was just opened', async () => {
    const { write, textOf } = await setup()
    expect(await textOf('a')).toBeNull()
    await write('a')
    expect(await textOf('a')).toBe('')
  })

  it('appends text and bytes, over more than one opening', async () => {
    const { write, textOf } = await setup()
    await write('a', 'İlk', Buffer.from(' satır\n'))
    await write('a', 'ikinci')
    expect(await textOf('a')).toBe('İlk satır\nikinci')
  })

  it('knows the size in bytes, before and after a sync', async () => {
    const { disk, at } = await setup()
    const file = await disk.open(at('a'))
    expect(await file.size()).toBe(0)
    await file.write('ş')
    expect(await file.size()).toBe(2)
    await file.sync()
    expect(await file.size()).toBe(2)
    await file.close()
  })

  it('cuts a file down, also an open one, which goes on at its new end', async () => {
    const { disk, at, textOf } = await setup()
    const file = await disk.open(at('a'))
    await file.write('keep this, not that')
    await disk.shorten(at('a'), 9)
    expect(await file.size()).toBe(9)
    await file.write(' too')
    await file.close()
    expect(await textOf('a')).toBe('keep this too')
  })

  it('puts a renamed file in the place of another', async () => {
    const { disk, folder, at, write, textOf } = await setup()
    await write('old', 'old')
    await write('new', 'new')
    await disk.rename(at('new'), at('old'))
    await disk.syncFolder(folder)
    expect(await textOf('old')).toBe('new')
    expect(await textOf('new')).toBeNull()
    expect(await disk.names(folder)).toEqual(['old'])
  })

  it('removes a file, and does not mind when there is none', async () => {
    const { disk, folder, at, write } = await setup()
    await write('a', 'x')
    await write('b', 'y')
    await disk.remove(at('a'))
    await disk.remove(at('a'))
    expect(await disk.names(folder)).toEqual(['b'])
  })

  it('makes a folder with its parents, and does not mind when it is there', async () => {
    const { disk, at, write, textOf } = await setup()
    const deep = join('x', 'y', 'z')
    await disk.makeFolder(at(deep))
    await write(join(deep, 'a'), 'deep')
    await disk.makeFolder(at(deep))
    expect(await textOf(join(deep, 'a'))).toBe('deep')
    expect(await disk.names(at(deep))).toEqual(['a'])
  })

  it('says ENOENT about what is missing', async () => {
    const { disk, at } = await setup()
    const missing = { code: 'ENOENT' }
    await expect(disk.names(at('nowhere'))).rejects.toMatchObject(missing)
    await expect(disk.open(at(join('nowhere', 'a')))).rejects.toMatchObject(missing)
    await expect(disk.shorten(at('a'), 0)).rejects.toMatchObject(missing)
    await expect(disk.rename(at('a'), at('b'))).rejects.toMatchObject(missing)
  })
})
