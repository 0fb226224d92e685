import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const linesOf = (folder: string, ends: RegExp): readonly (readonly [place: string, line: string])[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => ends.test(name))
    .flatMap(name =>
      readFileSync(join(root, folder, name), 'utf8')
        .split('\n')
        .map((line, index) => [`${folder}/${name}:${index + 1}`, line] as const),
    )
const placesOf = (lines: ReturnType<typeof linesOf>, pattern: RegExp): readonly string[] =>
  lines.filter(([, line]) => pattern.test(line)).map(([place, line]) => `${place} ${line.trim()}`)

const code = [...linesOf('src-renderer', /\.tsx?$/), ...linesOf('src-main', /\.ts$/)]
const styles = linesOf('src-renderer', /\.css$/)

describe('İ and ı', () => {
  it('never depend on the system’s language: what is made for it names it', () => {
    expect(code.length).toBeGreaterThan(10_000)
    expect(placesOf(code, /\.toLocale(?:Upper|Lower)Case\(\)/)).toEqual([])
    expect(placesOf(code, /\.localeCompare\(|new Intl\.Collator\(\)/)).toEqual([])
  })

  it('are left as written by the styles', () => {
    expect(styles.length).toBeGreaterThan(500)
    expect(placesOf(styles, /text-transform|font-variant(?:-caps)?:\s*(?:all-)?small-caps/)).toEqual([])
  })
})
