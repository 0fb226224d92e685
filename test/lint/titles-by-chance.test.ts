import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)
const titleByChance = /^\s*(?:(?:it|test|describe)\b.*\()?`[^`]*\$\{[^}]*(?:seed|random|now|uuid|Date)\b[^}]*\}/i

/** Titles as the runner lists them, in a process of its own with this seed. */
async function titles(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { CI: _ci, TEST_SEED: _seed, ...rest } = process.env
  const { stdout } = await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--list'], {
    env: { ...rest, ...env },
    maxBuffer: 2 ** 24,
  })
  return stdout.split('\n').filter(line => line.includes(' › '))
}

// A worker reads a file anew: a title that it does not find again is a failed run, and never the same tests twice.
it('no title depends on the seed, on the moment or on CI', { timeout: 120_000 }, async () => {
  const first = await titles({ TEST_SEED: '1' })
  expect(first.length).toBeGreaterThan(100)
  expect(await titles({ TEST_SEED: '2' })).toEqual(first)
  expect(await titles({})).toEqual(first)
  expect(await titles({ CI: 'true' })).toEqual(first)
})

// Listing Vitest's would run every file once more; there a seed in a title shows in the text.
it('no title of a unit test names a seed or the moment', async () => {
  const { stdout } = await run('git', ['ls-files', 'test/*.test.ts', 'test/*.test.tsx', 'test/*.bench.ts'])
  const files = stdout.split('\n').filter(Boolean)
  expect(files.length).toBeGreaterThan(100)
  const found = await Promise.all(
    files.map(async file => {
      const lines = (await readFile(file, 'utf8')).split('\n')
      return lines.filter(line => titleByChance.test(line)).map(line => `${file}: ${line.trim()}`)
    }),
  )
  expect(found.flat()).toEqual([])
})
