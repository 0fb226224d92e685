import { describe, expect, it } from 'vitest'
import {
  addRows,
  nothingSelected,
  reachRow,
  selectionOf,
  toggleRow,
} from '../../../../../src-renderer/features/records/selection/selection.ts'

const shown = ['a', 'b', 'c', 'd', 'e']
const picked = ({ ids }: { readonly ids: ReadonlySet<string> }) => [...ids].sort().join('')

describe('selecting rows', () => {
  it('takes one in and out again', () => {
    const one = toggleRow(nothingSelected, 'b')
    expect(picked(one)).toBe('b')
    expect(picked(toggleRow(one, 'b'))).toBe('')
  })

  it('reaches from the row touched last, up or down, and again from the same place', () => {
    const from = toggleRow(nothingSelected, 'c')
    const down = reachRow(from, shown, 'e')
    expect(picked(down)).toBe('cde')
    expect(picked(reachRow(down, shown, 'b'))).toBe('bcde')
  })

  it('begins at the row itself when the row touched last is filtered away', () => {
    const from = toggleRow(nothingSelected, 'z')
    const reached = reachRow(from, shown, 'd')
    expect(picked(reached)).toBe('dz')
    expect(picked(reachRow(reached, shown, 'b'))).toBe('bcdz')
  })

  it('adds all that match to what is selected elsewhere', () => {
    expect(picked(addRows(toggleRow(nothingSelected, 'z'), shown))).toBe('abcdez')
  })

  it('is kept for each list of each account by itself', () => {
    selectionOf('one', 'orders').set(toggleRow(nothingSelected, 'a'))
    expect(picked(selectionOf('one', 'orders').snapshot())).toBe('a')
    expect(picked(selectionOf('two', 'orders').snapshot())).toBe('')
    expect(picked(selectionOf('one', 'pending').snapshot())).toBe('')
  })
})
