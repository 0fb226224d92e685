import { spawnSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stderr } from 'node:process'
import { expect, it, vi } from 'vitest'
import { loadBuildScript, temporaryFolder } from './load.ts'

const { withLock } = await loadBuildScript<{
  withLock: <T>(name: string, work: () => Promise<T>, folder: string) => Promise<T>
}>('lock.mjs')

it('lets one in at a time and leaves nothing behind', async () => {
  const folder = await temporaryFolder()
  const told = vi.spyOn(stderr, 'write').mockReturnValue(true)
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    // Until the other one was turned away, or got in as well.
    await vi.waitFor(() => expect(told.mock.calls.length + inside).toBeGreaterThan(1))
    inside--
  }
  await Promise.all([withLock('one', work, folder), withLock('one', work, folder)])
  expect(most).toBe(1)
  expect(told).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Waiting for another process'))
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
