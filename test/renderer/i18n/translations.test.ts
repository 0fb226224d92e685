import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskTroubles, failureKinds } from '../../../src-main/contract/failures.ts'
import { commandIds } from '../../../src-renderer/features/common/commands/catalogue.ts'
import { type Words, words } from '../../../src-renderer/i18n/words.ts'

const flatten = (words: Words, prefix = ''): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  )

const turkish = flatten(words.tr)
const english = flatten(words.en)
/** A singular may say "tried once" where the other language writes the number. */
const placeholders = (text: string, key: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .filter(name => !(key.endsWith('_one') && name === 'count'))
    .sort()

const root = join(import.meta.dirname, '../../../src-renderer')
const sources = ['features', 'app', 'ui'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => readFileSync(join(root, folder, name), 'utf8')),
)
const literals = sources.flatMap(text =>
  [...text.matchAll(/'([a-z][A-Za-z]*(?:\.[A-Za-z-]+)+)'/g)].map(([, key]) => key),
)
const templates = sources.flatMap(text =>
  [...text.matchAll(/`([a-z][A-Za-z]*\.[A-Za-z.-]*)\$\{[^`]*\}([A-Za-z.-]*)`/g)].map(([, head, tail]) => [head, tail]),
)
const has = (key: string) => english.has(key) || english.has(`${key}_other`)

describe('translations', () => {
  it('have the same keys in both languages', () => {
    expect([...turkish.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('have no empty text', () => {
    for (const [key, text] of [...turkish, ...english]) expect(text.trim(), key).not.toBe('')
  })

  it('name the same values in both languages', () => {
    for (const [key, text] of english)
      expect(placeholders(turkish.get(key) ?? '', key), key).toEqual(placeholders(text, key))
  })

  it('have every key that the screens name', () => {
    // Commands are named alike; their words are `command.<id>`.
    const commands = new Set<string>(commandIds)
    const areas = new Set([...english.keys()].map(key => key.split('.')[0]))
    const named = literals.filter(key => key !== undefined && !commands.has(key) && areas.has(key.split('.')[0] ?? ''))
    expect(named.length).toBeGreaterThan(200)
    expect(named.filter(key => key !== undefined && !has(key))).toEqual([])
  })

  it('have words for every command', () => {
    expect(commandIds.filter(id => !has(`command.${id}`))).toEqual([])
  })

  it('have something for every key that the screens put together', () => {
    const keys = [...[...english.keys()].map(key => key.replace(/_(one|other)$/, '')), ...commandIds]
    expect(templates.length).toBeGreaterThan(30)
    const missing = templates.filter(
      ([head = '', tail = '']) => !keys.some(key => key.startsWith(head) && key.endsWith(tail)),
    )
    expect(missing).toEqual([])
  })

  it('say what happened and what to do for every kind of failure', () => {
    for (const kind of failureKinds) {
      expect(has(`failure.${kind}.title`), kind).toBe(true)
      expect(has(`failure.${kind}.advice`), kind).toBe(true)
    }
  })

  it('say what to do about everything that keeps a disk from being used, each in its own words', () => {
    for (const texts of [english, turkish])
      for (const area of ['disk', 'file.why']) {
        const advice = diskTroubles.map(trouble => texts.get(`${area}.${trouble}`))
        expect(advice).not.toContain(undefined)
        expect(new Set(advice).size).toBe(diskTroubles.length)
      }
  })
})
