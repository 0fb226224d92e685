import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n')
const docs = tracked.filter(path => path.endsWith('.md'))
/** A path with a folder in it, in backquotes: `outbox/runner.ts`, or without its ending: `outbox/runner`. */
const cited = /`((?:[\w.-]+\/)+[\w.-]+\.(?:tsx?|mjs|css|json|md))(?::\d+)?`/g
/** Files that a run of the app makes. */
const made = /^(out|dist|logs|ledger)\//

const exists = (path: string): boolean => tracked.some(file => file === path || file.endsWith(`/${path}`))

describe('the documents', () => {
  it('name only files that are here', () => {
    const missing = docs.flatMap(doc =>
      [...readFileSync(doc, 'utf8').matchAll(cited)]
        .map(([, path = '']) => path)
        .filter(path => !made.test(path) && !exists(path))
        .map(path => `${doc}: ${path}`),
    )
    expect(missing).toEqual([])
  })
})
