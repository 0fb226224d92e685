import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { removeProfile } from '../../e2e/harness/app.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'

interface Folders {
  /** An empty folder of the test's own. */
  readonly scratch: string
  /** A small disk below it. The test is skipped where this user can't mount one. */
  readonly disk: SmallDisk
}

export const test = base.extend<Folders>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern.
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'counterside-fault-'))
    await use(folder)
    await removeProfile(folder)
  },
  disk: async ({ scratch }, use, info) => {
    const disk = await mountSmallDisk(join(scratch, 'disk'))
    if (typeof disk === 'string') {
      process.stdout.write(`  skipped: ${disk}\n`)
      return info.skip(true, disk)
    }
    await use(disk)
    disk.remove()
  },
})
