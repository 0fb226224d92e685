import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { expect, it } from 'vitest'

/** Where a date is made of one value: of numbers alone, which their parameters' types say. All others call these. */
const makers = new Set([
  'src-renderer/model/times.ts',
  'src-renderer/ui/format/day.ts',
  'src-main/akinon/header-times.ts',
  'src-main/demo-shop/world/format.ts',
])

const sources = async () =>
  (
    await Promise.all(
      ['src-main', 'src-renderer'].map(async root =>
        (await readdir(root, { recursive: true })).map(file => join(root, file)).filter(file => /\.tsx?$/.test(file)),
      ),
    )
  ).flat()

/** Calls that let the engine guess a date: `Date.parse(…)`, `Date(…)`, and `new Date(…)` of one value. */
const guesses = (path: string, text: string): readonly string[] => {
  const found: string[] = []
  const isDate = (node: unknown) => (node as { name?: string }).name === 'Date'
  new Visitor({
    CallExpression({ callee, start, end }) {
      const isParse =
        callee.type === 'MemberExpression' &&
        isDate(callee.object) &&
        text.slice(callee.property.start, callee.property.end) === 'parse'
      if (isParse || isDate(callee)) found.push(text.slice(start, end))
    },
    NewExpression({ callee, arguments: given, start, end }) {
      const [value] = given
      const isNumber = value !== undefined && /^Date\.now\(\)/.test(text.slice(value.start, value.end))
      if (isDate(callee) && given.length === 1 && !isNumber && !makers.has(path)) found.push(text.slice(start, end))
    },
  }).visit(parseSync(path, text).program)
  return found
}

it('no text is handed to the engine’s own reader of dates', async () => {
  const found = await Promise.all(
    (await sources()).map(async path => guesses(path, await readFile(path, 'utf8')).map(call => `${path}: ${call}`)),
  )
  expect(found.flat()).toEqual([])
})

it('sees each way to do so', () => {
  const text = 'Date.parse(a); new Date(b); Date(c); new Date(); new Date(1, 2, 3); Date.now(); Date.UTC(1, 2)'
  expect(guesses('src-renderer/x.ts', text)).toEqual(['Date.parse(a)', 'new Date(b)', 'Date(c)'])
})
