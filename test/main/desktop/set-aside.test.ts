import { existsSync, renameSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  finishSettingAside,
  forgetKeptNote,
  markForSettingAside,
  readKeptAside,
} from '../../../src-main/desktop/set-aside.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const moment = new Date('2026-03-04T05:06:07.089Z')
const target = '2026-03-04T05-06-07.089Z'
const files = [
  'accounts.json',
  'ledger/outbox.ledger',
  'IndexedDB/leveldb/000003.log',
  'preferences.json',
  'vault.json',
]

/** A data folder as an installation leaves it: every file holds its own name. */
async function usedFolder(): Promise<string> {
  const folder = await temporaryFolder()
  for (const name of files) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), `content of ${name}`)
  }
  await symlink('host-123', join(folder, 'SingletonLock'))
  return folder
}

const contents = (folder: string) => Promise.all(files.map(name => readFile(join(folder, name), 'utf8')))
const whole = files.map(name => `content of ${name}`)

/** Moves as often as it is told to, then the machine is gone. */
const dyingAfter = (moves: number): typeof renameSync => {
  let left = moves
  return (from, to) => {
    if (left === 0) throw new Error('killed')
    left -= 1
    renameSync(from, to)
  }
}

describe('setting aside', () => {
  it('touches nothing that was not asked for', async () => {
    const folder = await usedFolder()
    expect(finishSettingAside(folder)).toBeNull()
    expect(await contents(folder)).toEqual(whole)
    expect(await readKeptAside(folder)).toBeNull()
  })

  it('moves everything but the locks and the choices of the machine', async () => {
    const folder = await usedFolder()
    await markForSettingAside(folder, moment)
    expect(await contents(folder)).toEqual(whole)
    expect(finishSettingAside(folder)).toBeNull()
    expect((await readdir(folder)).sort()).toEqual(['SingletonLock', 'kept', 'preferences.json'])
    expect(await contents(join(folder, 'kept', target))).toEqual(whole)
    expect(await readFile(join(folder, 'preferences.json'), 'utf8')).toBe('content of preferences.json')
  })

  it('is finished by the next start wherever a kill stopped it', async () => {
    const steps = 6
    for (let done = 0; done <= steps; done += 1) {
      const folder = await usedFolder()
      await markForSettingAside(folder, moment)
      const stopped = finishSettingAside(folder, dyingAfter(done))
      expect(stopped === null, `after ${done} moves`).toBe(done === steps)
      expect(finishSettingAside(folder)).toBeNull()
      expect(await contents(join(folder, 'kept', target)), `after ${done} moves`).toEqual(whole)
      expect(existsSync(join(folder, 'vault.json'))).toBe(false)
      expect(await readKeptAside(folder)).toBe(join(folder, 'kept', target))
    }
  })

  it('overwrites nothing when a name has come to be there twice', async () => {
    const folder = await usedFolder()
    await markForSettingAside(folder, moment)
    finishSettingAside(folder, dyingAfter(5))
    await writeFile(join(folder, 'vault.json'), 'another')
    expect(finishSettingAside(folder)).toBeNull()
    const kept = join(folder, 'kept', target)
    expect(await contents(kept)).toEqual(whole)
    expect(await readFile(join(kept, 'vault.json.2'), 'utf8')).toBe('another')
  })

  it('keeps what was kept before, and says where the newest is until it was seen', async () => {
    const folder = await usedFolder()
    await markForSettingAside(folder, moment)
    finishSettingAside(folder)
    await writeFile(join(folder, 'vault.json'), 'the second')
    await markForSettingAside(folder, new Date(moment.getTime() + 1))
    finishSettingAside(folder)
    const second = join(folder, 'kept', '2026-03-04T05-06-07.090Z')
    expect(await contents(join(folder, 'kept', target))).toEqual(whole)
    expect(await readFile(join(second, 'vault.json'), 'utf8')).toBe('the second')
    expect(await readKeptAside(folder)).toBe(second)
    await forgetKeptNote(folder)
    expect(await readKeptAside(folder)).toBeNull()
    expect(await readFile(join(second, 'vault.json'), 'utf8')).toBe('the second')
  })

  it('obeys no marker that names another place', async () => {
    const folder = await usedFolder()
    await writeFile(join(folder, 'set-aside.json'), JSON.stringify({ into: '../../elsewhere' }))
    expect(finishSettingAside(folder)).toBeNull()
    expect(await contents(folder)).toEqual(whole)
  })
})
