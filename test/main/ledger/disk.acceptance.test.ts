import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Disk, nodeDisk } from '../../../src-main/ledger/disk.ts'
import { SimulatedDisk } from '../../fakes/simulated-disk.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

interface Made {
  readonly disk: Disk
  readonly folder: string
}

const real = async (): Promise<Made> => ({ disk: nodeDisk, folder: await temporaryFolder() })
const simulated = async (): Promise<Made> => ({ disk: new SimulatedDisk().boot(), folder: '/user' })

describe.each([
  ['this machine’s', real],
  ['the simulated', simulated],
])('%s disk', (_, make) => {
  const written = async (text: string) => {
    const { disk, folder } = await make()
    const path = join(folder, 'a.ledger')
    const file = await disk.open(path)
    await file.write(text)
    await file.sync()
    return { disk, folder, path, file }
  }
  const textOf = async (disk: Disk, path: string) => (await disk.read(path))?.toString() ?? null

  it('has no file before one is opened, and an empty one afterwards', async () => {
    const { disk, folder } = await make()
    const path = join(folder, 'a.ledger')
    expect(await disk.read(path)).toBeNull()
    const file = await disk.open(path)
    expect(await file.size()).toBe(0)
    await file.close()
    expect(await textOf(disk, path)).toBe('')
    expect(await disk.names(folder)).toEqual(['a.ledger'])
  })

  it('appends, also to a file that was there, and counts bytes and not letters', async () => {
    const { disk, path, file } = await written('ığdır\n')
    await file.write(Buffer.from('second\n'))
    expect(await file.size()).toBe(Buffer.byteLength('ığdır\nsecond\n'))
    await file.close()
    const again = await disk.open(path)
    await again.write('third\n')
    await again.sync()
    await again.close()
    expect(await textOf(disk, path)).toBe('ığdır\nsecond\nthird\n')
  })

  it('cuts a file short, and goes on behind the cut', async () => {
    const { disk, path, file } = await written('keep\ntorn li')
    await disk.shorten(path, 5)
    expect(await file.size()).toBe(5)
    await file.write('next\n')
    await file.close()
    expect(await textOf(disk, path)).toBe('keep\nnext\n')
  })

  it('cuts off nothing of a file that does not exist', async () => {
    const { disk, folder } = await make()
    await expect(disk.shorten(join(folder, 'none'), 0)).rejects.toThrow('ENOENT')
    await expect(disk.rename(join(folder, 'none'), join(folder, 'some'))).rejects.toThrow('ENOENT')
  })

  it('puts one file in the place of another', async () => {
    const { disk, folder, path, file } = await written('new')
    await file.close()
    const old = await disk.open(join(folder, 'old'))
    await old.write('old')
    await old.close()
    await disk.rename(path, join(folder, 'old'))
    await disk.syncFolder(folder)
    expect(await textOf(disk, join(folder, 'old'))).toBe('new')
    expect(await disk.names(folder)).toEqual(['old'])
  })

  it('removes a file, and does not mind one that is gone', async () => {
    const { disk, folder, path, file } = await written('x')
    await file.close()
    await disk.remove(path)
    await disk.remove(path)
    expect(await disk.read(path)).toBeNull()
    expect(await disk.names(folder)).toEqual([])
  })

  it('names the files of one folder only', async () => {
    const { disk, folder, file } = await written('x')
    await file.close()
    const below = join(folder, 'below')
    await disk.makeFolder(below)
    await (await disk.open(join(below, 'b'))).close()
    expect(await disk.names(below)).toEqual(['b'])
    expect(await disk.names(folder)).not.toContain('b')
  })
})

it('a folder that is there already is no trouble', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'ledger'))
  await nodeDisk.makeFolder(join(folder, 'ledger'))
  expect(await nodeDisk.names(join(folder, 'ledger'))).toEqual([])
})
