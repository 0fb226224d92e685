import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

interface LockedPackage {
  readonly integrity?: string
  readonly link?: boolean
}

const withoutHash = (packages: Readonly<Record<string, LockedPackage>>): string[] =>
  Object.entries(packages)
    .filter(([path, { integrity, link }]) => path !== '' && !link && !/^sha(256|384|512)-/.test(integrity ?? ''))
    .map(([path]) => path)

const packagesOf = async (file: string): Promise<Record<string, LockedPackage>> =>
  JSON.parse(await readFile(file, 'utf8')).packages

// A version alone is a name: only the hash says that today's download is the package that was tested.
it.each(['package-lock.json', 'test/bench/outbox/package-lock.json'])(
  '%s pins what every package holds',
  async file => {
    const packages = await packagesOf(file)
    expect(Object.keys(packages).length).toBeGreaterThan(5)
    expect(withoutHash(packages)).toEqual([])
  },
)

it('finds a package without a hash, and one with a weak one', () => {
  expect(
    withoutHash({
      '': {},
      'node_modules/ours': { link: true },
      'node_modules/pinned': { integrity: 'sha512-AAAA' },
      'node_modules/bare': {},
      'node_modules/weak': { integrity: 'sha1-AAAA' },
    }),
  ).toEqual(['node_modules/bare', 'node_modules/weak'])
})
