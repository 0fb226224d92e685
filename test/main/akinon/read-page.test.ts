import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src-main/akinon/read-lists.ts'
import { readOrder } from '../../../src-main/akinon/read-order.ts'

const read = (value: unknown, ask: { page?: number; limit?: number } = {}) =>
  readPage(value, { page: 1, limit: 2, startedAt: 0, ...ask }, readOrder)
const rows = (...ids: number[]) => ids.map(id => ({ id }))

describe('readPage', () => {
  it.each([
    [{ count: 1, next: null, results: rows(1) }, 1],
    [rows(1, 2), 2],
    [{ data: { results: rows(1) } }, 1],
    [{ data: rows(1, 2) }, 2],
    [{ id: 5 }, 1],
    [{ pk: 5 }, 1],
    [{ results: { id: 5 } }, 1],
    [{}, 0],
    [[], 0],
    [{ count: 0 }, 0],
    [{ results: null }, 0],
    [{ results: {} }, 0],
    [{ count: 0, next: null, previous: null }, 0],
  ])('reads %j', (value, count) => {
    expect(read(value)?.rows.length).toBe(count)
  })

  it.each([
    null,
    'text',
    3,
    true,
    { detail: 'Not allowed.' },
    { results: 'x' },
    { error: 1, code: 'x' },
    { count: 130, next: null, results: null },
    { count: 130, next: 'x', previous: null },
    { data: { count: 1, results: null } },
  ])('never takes %j for an empty list', value => {
    expect(read(value)).toBeNull()
  })

  it('takes a count without rows for the end on a later page', () => {
    expect(read({ count: 130, results: null }, { page: 3 })?.rows).toEqual([])
  })

  it('counts and keeps what it cannot read', () => {
    const huge = { note: 'x'.repeat(9000) }
    const page = read({ results: [{ id: 1 }, null, 'x', huge, { id: 2 }] })
    expect(page?.rows.map(row => row.id)).toEqual(['1', '2'])
    expect(page?.unreadable.map(row => [row.index, row.raw.length])).toEqual([
      [1, 4],
      [2, 3],
      [3, 4000],
    ])
  })

  it.each([
    ['7', 7],
    [2, 2],
    [-1, null],
    ['many', null],
    [1e300, null],
    [null, null],
    [1.5, null],
  ])('takes the count %j as %j', (count, expected) => {
    expect(read({ count, results: [] })?.count).toBe(expected)
  })

  it.each([
    ['a next page', { next: 'https://evil.example/?page=2', results: rows(1) }, {}, true],
    ['next null', { next: null, count: 7, results: rows(1, 2) }, {}, false],
    ['next ""', { next: '', results: rows(1, 2) }, {}, false],
    ['no rows in spite of a next', { next: 'x', results: [] }, {}, false],
    ['no word on next', { results: rows(1) }, {}, true],
    ['no word on next, all counted', { count: 2, results: rows(1, 2) }, {}, false],
    ['no word on next, a later page', { count: 2, results: rows(1, 2) }, { page: 2 }, true],
    ['only unreadable rows', { next: 'x', results: [null] }, {}, true],
    ['a full bare array', rows(1, 2), {}, true],
    ['a short bare array', rows(1), {}, false],
    ['a long bare array', rows(1, 2, 3), {}, false],
    ['a single object', { id: 1 }, { limit: 1 }, false],
  ])('says whether there is more: %s', (_name, value, ask, more) => {
    expect(read(value, ask)?.more).toBe(more)
  })
})
