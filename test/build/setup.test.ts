import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadBuildScript, temporaryFolder } from './load.ts'

type Lock = { packages: Record<string, { version?: string; optional?: boolean }> }
const { requireNode, whyInstall } = await loadBuildScript<{
  requireNode: (version: string) => void
  whyInstall: (locked: Lock | undefined, installed: Lock | undefined) => string | undefined
}>('setup/packages.mjs')
const { choosePackages, missingLibraries } = await loadBuildScript<{
  choosePackages: (known: Set<string>, wanted: string[]) => string[]
  missingLibraries: (lddOutput: string) => string[]
}>('setup/system-libraries.mjs')
const { sourceDigest } = await loadBuildScript<{ sourceDigest: (folder: string, names: string[]) => string }>(
  'setup/stamp.mjs',
)

describe('the Node check', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('accepts %s', version => {
    expect(() => requireNode(version)).not.toThrow()
  })

  it.each(['18.20.8', '20.18.1', '20.9.0'])('refuses %s and names it', version => {
    expect(() => requireNode(version)).toThrow(version)
  })
})

describe('the decision to install npm packages', () => {
  const locked: Lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.0.0' },
      'node_modules/other-platform': { version: '1.0.0', optional: true },
    },
  }

  it('installs when there is no node_modules', () => {
    expect(whyInstall(locked, undefined)).toBe('node_modules is missing')
  })

  it('installs when a version differs from the locked one', () => {
    const installed = { packages: { 'node_modules/zod': { version: '3.9.0' } } }
    expect(whyInstall(locked, installed)).toContain('node_modules/zod is 3.9.0, locked is 4.0.0')
  })

  it('installs when a package is missing', () => {
    expect(whyInstall(locked, { packages: {} })).toBe('node_modules/zod is missing')
  })

  it('leaves a matching tree alone, without the optional packages of other platforms', () => {
    expect(whyInstall(locked, { packages: { 'node_modules/zod': { version: '4.0.0' } } })).toBeUndefined()
  })
})

describe('the system packages', () => {
  it('takes the t64 name where this release has it, and only there', () => {
    const known = new Set(['libgtk-3-0', 'libgtk-3-0t64', 'libnss3'])
    expect(choosePackages(known, ['libgtk-3-0', 'libnss3'])).toEqual(['libgtk-3-0t64', 'libnss3'])
  })

  it('reads from ldd what is missing, once each', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
      '\tlibnss3.so => not found',
      '\tlibgbm.so.1 => not found',
    ].join('\n')
    expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgbm.so.1'])
  })
})

describe('the build stamp', () => {
  async function sources() {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'src', 'deep'), { recursive: true })
    await writeFile(join(folder, 'src', 'a.ts'), 'one')
    await writeFile(join(folder, 'src', 'deep', 'b.ts'), 'two')
    return folder
  }
  const digest = (folder: string) => sourceDigest(folder, ['src', 'not-there.json'])

  it('is the same for the same contents in another folder', async () => {
    expect(digest(await sources())).toBe(digest(await sources()))
  })

  it('changes with a content, a name and a new file', async () => {
    const folder = await sources()
    const seen = [digest(folder)]
    await writeFile(join(folder, 'src', 'deep', 'b.ts'), 'three')
    seen.push(digest(folder))
    await rename(join(folder, 'src', 'a.ts'), join(folder, 'src', 'z.ts'))
    seen.push(digest(folder))
    await writeFile(join(folder, 'src', 'new.ts'), '')
    seen.push(digest(folder))
    expect(new Set(seen).size).toBe(4)
  })
})
