import { describe, expect, it } from 'vitest'
import { SEGMENT_ROWS, type StoredSummary, SummarySegments } from '../../../src-renderer/storage/segments.ts'

const kept = (n: number, stamp = 'a'): StoredSummary<number> => ({ id: String(n), summary: n, readAt: 1, stamp })
const filled = (count: number): SummarySegments<number> => {
  const book = new SummarySegments<number>()
  for (let n = 0; n < count; n += 1) book.put(kept(n))
  return book
}

describe('SummarySegments', () => {
  it('spreads rows over segments and loads them back', () => {
    const book = filled(1000)
    const dirty = book.takeDirty()
    expect(dirty).toHaveLength(Math.ceil(1000 / SEGMENT_ROWS))
    expect(Math.max(...dirty.map(segment => segment.rows.length))).toBe(SEGMENT_ROWS)
    const again = new SummarySegments<number>()
    for (const { no, rows } of dirty) again.load(no, rows)
    expect(again.size).toBe(1000)
    expect(again.summaries().sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i))
    expect(again.takeDirty()).toEqual([])
  })

  it('rewrites only the segments of changed rows', () => {
    const book = filled(1000)
    book.takeDirty()
    book.put(kept(3, 'b'))
    book.put(kept(4, 'b'))
    expect(book.takeDirty().map(({ no }) => no)).toEqual([0])
    expect(book.takeDirty()).toEqual([])
  })

  it('fills the gaps that removed rows left', () => {
    const book = filled(SEGMENT_ROWS * 2)
    book.takeDirty()
    expect(book.remove('5')).toBe(true)
    expect(book.remove('5')).toBe(false)
    book.put(kept(9999))
    const dirty = book.takeDirty()
    expect(dirty.map(({ no, rows }) => [no, rows.length])).toEqual([[0, SEGMENT_ROWS]])
  })

  it('writes an emptied segment too, so that its rows do not come back', () => {
    const book = filled(1)
    book.takeDirty()
    book.remove('0')
    expect(book.takeDirty()).toEqual([{ no: 0, rows: [] }])
  })

  it('gives segments again that could not be written', () => {
    const book = filled(1)
    const [first] = book.takeDirty()
    book.markDirty([first?.no ?? -1])
    expect(book.takeDirty()).toEqual([first])
  })
})
