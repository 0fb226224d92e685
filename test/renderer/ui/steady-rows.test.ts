import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { steadyPlace } from '../../../src-renderer/ui/steady.ts'
import { seedOfRun } from '../../seed.ts'

const rowHeight = 56
const boxHeight = 600
const otherHeight = 90

interface Sight {
  readonly rows: readonly string[]
  readonly scrollTop: number
  readonly above: number
  readonly below: number
}

const topOf = ({ scrollTop, above }: Sight, index: number): number => above + index * rowHeight - scrollTop
const under = (sight: Sight, y: number): string | undefined =>
  sight.rows[Math.floor((y + sight.scrollTop - sight.above) / rowHeight)]

const follow = (sight: Sight, after: readonly string[], index: number, mayMakeRoom = true, boxMoved = 0): Sight => ({
  rows: after,
  ...steadyPlace({
    before: sight.rows,
    after,
    keyOf: row => row,
    index,
    rowHeight,
    boxMoved,
    scrollTop: sight.scrollTop,
    above: sight.above,
    below: sight.below,
    boxHeight,
    otherHeight,
    mayMakeRoom,
  }),
})
/** Whether a browser would scroll so far. */
const isReachable = ({ rows, scrollTop, above, below }: Sight): boolean => {
  const most = above + rows.length * rowHeight + below + otherHeight - boxHeight
  return scrollTop >= 0 && scrollTop <= Math.max(0, most)
}

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `row-${n}`)
const at = (scrollTop: number, count = 300): Sight => ({ rows: ids(count), scrollTop, above: 0, below: 0 })

describe('the row under a fixed point', () => {
  it('stays there when a row comes in above it', () => {
    const sight = at(4000)
    const after = follow(sight, ['new', ...sight.rows], 73)
    expect(after).toMatchObject({ scrollTop: 4056, above: 0, below: 0, moved: 1 })
    expect(under(after, 100)).toBe(under(sight, 100))
  })

  it('stays at the very top, at the very end, and in a list shorter than its box', () => {
    const top = at(0)
    expect(follow(top, ['new', ...top.rows], 0)).toMatchObject({ scrollTop: 56, above: 0 })
    expect(follow(top, top.rows.slice(2), 4)).toMatchObject({ scrollTop: 0, above: 112 })
    const most = 300 * rowHeight + otherHeight - boxHeight
    const end = at(most)
    expect(follow(end, end.rows.slice(0, -3), 290)).toMatchObject({ scrollTop: most, below: 168 })
    const short = at(0, 3)
    const grown = follow(short, ['new', ...short.rows], 0)
    expect(grown.scrollTop).toBe(56)
    expect(isReachable(grown)).toBe(true)
  })

  it('stays through whatever comes, goes and changes places around it, also while the list itself moves', () => {
    const change = fc.record({
      out: fc.uniqueArray(fc.nat(79)),
      added: fc.array(fc.nat(100), { maxLength: 12 }),
      boxMoved: fc.integer({ min: -60, max: 60 }),
    })
    fc.assert(
      fc.property(fc.nat(80 * rowHeight - boxHeight), fc.nat(boxHeight - 1), fc.array(change), (scrollTop, y, all) => {
        let sight = at(scrollTop, 80)
        let point = y
        const kept = under(sight, y)
        fc.pre(kept !== undefined)
        for (const [turn, { out, added, boxMoved }] of all.entries()) {
          const gone = new Set(out.map(n => `row-${n}`))
          const rows = sight.rows.filter(row => row === kept || !gone.has(row))
          for (const [n, place] of added.entries()) rows.splice(place % (rows.length + 1), 0, `new-${turn}-${n}`)
          sight = follow(sight, rows, sight.rows.indexOf(kept ?? ''), true, boxMoved)
          // The pointer stands still while the box moves away under it.
          point -= boxMoved
          expect(isReachable(sight)).toBe(true)
          expect(under(sight, point)).toBe(kept)
        }
      }),
      { seed: seedOfRun() },
    )
  })

  it('gives its place to a neighbour when it leaves itself', () => {
    const sight = at(4000)
    const after = follow(sight, ['new', ...sight.rows.filter(row => row !== 'row-73')], 73)
    expect(topOf(after, after.rows.indexOf('row-72'))).toBe(topOf(sight, 72))
  })

  it('without a pointer no blank room is made', () => {
    const top = at(0)
    expect(follow(top, top.rows.slice(2), 4, false)).toMatchObject({ scrollTop: 0, above: 0, below: 0 })
    const end = at(300 * rowHeight + otherHeight - boxHeight)
    const after = follow(end, end.rows.slice(0, -3), 290, false)
    expect(after.below).toBe(0)
    expect(isReachable(after)).toBe(true)
  })
})
