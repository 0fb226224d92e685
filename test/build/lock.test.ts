import { spawnSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { loadBuildScript, temporaryFolder } from './load.ts'

const { withLock } = await loadBuildScript<{
  withLock: <T>(name: string, work: () => Promise<T>, folder: string) => Promise<T>
}>('lock.mjs')

it('lets one in at a time and leaves nothing behind', async () => {
  const folder = await temporaryFolder()
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await sleep(20)
    inside--
  }
  await Promise.all([withLock('one', work, folder), withLock('one', work, folder)])
  expect(most).toBe(1)
  expect(await readdir(folder)).toEqual([])
})

it('gives the lock back when the work fails', async () => {
  const folder = await temporaryFolder()
  const broken = withLock('one', () => Promise.reject(new Error('no disk')), folder)
  await expect(broken).rejects.toThrow('no disk')
  expect(await withLock('one', async () => 'in', folder)).toBe('in')
})

it('takes over the lock of a process that has died', async () => {
  const folder = await temporaryFolder()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  await writeFile(join(folder, 'one.lock'), String(dead))
  expect(await withLock('one', async () => 'in', folder)).toBe('in')
})
