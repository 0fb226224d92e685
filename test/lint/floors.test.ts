import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

const all = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src-main', 'src-renderer'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')
const files = all.filter(path => /\.tsx?$/.test(path))
/** What an import can lead to, style sheets included. */
const known = new Set(all)
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^'?]+)/g)]
    .map(([, path = '']) => posix.normalize(posix.join(posix.dirname(file), path)))
    .filter(path => known.has(path))
const arrows = files.flatMap(from => importsOf(from).map(to => ({ from, to })))

/** The row of the table that a file belongs to: its folder, its group of features, or itself. */
const roomOf = (file: string): string =>
  file
    .split('/')
    .slice(0, file.includes('/features/') ? 3 : 2)
    .join('/')
const folderOf = (file: string): string => posix.dirname(file)

/** Rows of the table in docs/architecture.md. A name without its half means the half of the row, or contract. */
const table = new Map(
  [...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `(src-[^`]+)` \| ([^|]*) \|/gm)].map(
    ([, room = '', allowed = '']) => {
      const full = (name: string) => `${name === 'contract' ? 'src-main' : room.split('/')[0]}/${name}`
      return [room, [...allowed.matchAll(/`([^`]+)`/g)].map(([, name = '']) => full(name))] as const
    },
  ),
)

/** Every ring of at least two nodes: nodes that can reach each other. */
function rings(pairs: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, string[]>()
  for (const [from, to] of pairs) next.set(from, [...(next.get(from) ?? []), to])
  const reached = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    const open = [from]
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (const to of next.get(node) ?? []) {
        if (!seen.has(to)) open.push(to)
        seen.add(to)
      }
    return seen
  }
  const reach = new Map([...next.keys()].map(node => [node, reached(node)]))
  const inRing = [...reach.keys()].filter(node => reach.get(node)?.has(node))
  const ringOf = (node: string) => inRing.filter(one => reach.get(node)?.has(one) && reach.get(one)?.has(node)).sort()
  return [...new Map(inRing.map(node => [ringOf(node).join(), ringOf(node)])).values()]
}
const between = (place: (file: string) => string) =>
  arrows.map(({ from, to }) => [place(from), place(to)] as const).filter(([from, to]) => from !== to)

const group = /^src-renderer\/features\/(?!common\/)[^/]+(?=\/)/
/** The files of a group of features that others may import, as its page lists them. */
const doorsOf = (room: string): readonly string[] =>
  [...readFileSync(`${room}/README.md`, 'utf8').matchAll(/^\| `([^`]+)` \|/gm)].map(([, path]) => `${room}/${path}`)

describe('the floors', () => {
  it('are the ones in docs/architecture.md', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual([...table.keys()].sort())
  })

  it('each have a page that says what belongs there', () => {
    const folders = [...table.keys()].filter(room => !/\.tsx?$/.test(room))
    expect(folders.filter(room => !existsSync(`${room}/README.md`))).toEqual([])
  })

  it('hold: no import goes where the table does not lead, and no row leads where no import goes', () => {
    const wrong = arrows.filter(({ from, to }) => {
      const [here, there] = [roomOf(from), roomOf(to)]
      return here !== there && !table.get(here)?.includes(there)
    })
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
    const used = new Set(between(roomOf).map(([from, to]) => `${from} -> ${to}`))
    const idle = [...table].flatMap(([room, allowed]) => allowed.map(to => `${room} -> ${to}`))
    expect(idle.filter(arrow => !used.has(arrow))).toEqual([])
  })

  it('groups of features import from each other only what the other’s page calls a door', () => {
    const throughDoors = arrows.filter(({ from, to }) => group.test(to) && roomOf(from) !== roomOf(to))
    const used = [...new Set(throughDoors.map(({ to }) => to))].sort()
    const doors = [...new Set(files.flatMap(file => group.exec(file) ?? []))].flatMap(doorsOf)
    expect(used).toEqual([...doors].sort())
  })

  it.each([
    ['groups', roomOf],
    ['folders', folderOf],
    ['files', (file: string) => file],
  ])('have no ring of %s', (_, place) => {
    expect(rings(between(place))).toEqual([])
  })
})

it('a ring is found where there is one', () => {
  expect(
    rings([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['c', 'd'],
    ]),
  ).toEqual([['b', 'c']])
})
