import { describe, expect, it } from 'vitest'
import { failed, failure, ok, type Reply } from '../../../src-main/contract/failures.ts'
import type { Page } from '../../../src-main/contract/pages.ts'
import { MAX_PAGES, PAGE_LIMIT, type Walk, walkPages } from '../../../src-renderer/lists/walk-pages.ts'
import { makePage } from '../fakes/rows.ts'

type Answer = Reply<Page<string>>
const page = (rows: string[], more: Partial<Page<string>> = {}): Answer => ok(makePage(rows, more))

/** Walks over scripted pages; the last one repeats. */
async function walk(pages: readonly Answer[], more: Partial<Walk<string>> = {}) {
  const asked: number[] = []
  const seen: string[] = []
  const progress: [number, number | null][] = []
  const end = await walkPages<string>({
    fetchPage: async (no, limit) => {
      expect(limit).toBe(PAGE_LIMIT)
      asked.push(no)
      return pages[Math.min(no, pages.length) - 1] ?? page([])
    },
    idOf: row => row,
    onPage: async ({ rows }) => {
      seen.push(...rows)
      return 'more'
    },
    onProgress: (done, total) => progress.push([done, total]),
    signal: new AbortController().signal,
    ...more,
  })
  return { end, asked, seen, progress, ids: [...end.ids] }
}

describe('walkPages', () => {
  it('reads to the end that the shop names', async () => {
    const { end, asked, progress } = await walk([
      page(['a', 'b'], { more: true, count: 3, startedAt: 10 }),
      page(['c'], { count: 3, startedAt: 20 }),
    ])
    expect(end).toMatchObject({ kind: 'complete', clean: true, startedAt: 10 })
    expect(asked).toEqual([1, 2])
    expect(progress).toEqual([
      [2, 3],
      [3, 3],
    ])
  })

  it('takes rows that moved to the next page once, and calls the walk unclean', async () => {
    const { end, ids } = await walk([page(['a', 'b'], { more: true }), page(['b', 'c'])])
    expect(ids).toEqual(['a', 'b', 'c'])
    expect(end).toMatchObject({ kind: 'complete', clean: false })
  })

  it('stops when next loops', async () => {
    const { end, asked } = await walk([page(['a', 'b'], { more: true, count: 90 })])
    expect(asked).toEqual([1, 2])
    expect(end).toMatchObject({ kind: 'complete', clean: false })
  })

  it('takes a last page that repeats for the end when the count is reached', async () => {
    const { end } = await walk([page(['a'], { more: true, count: 2 }), page(['b'], { more: true, count: 2 })])
    expect(end).toMatchObject({ kind: 'complete', clean: true })
  })

  it('takes an empty page and a 404 behind the first page for the end', async () => {
    const first = page(['a'], { more: true })
    expect((await walk([first, page([], { more: true })])).end).toMatchObject({ kind: 'complete', clean: true })
    expect((await walk([first, failed(failure('not-found', { status: 404 }))])).end).toMatchObject({
      kind: 'complete',
      clean: true,
    })
    expect((await walk([failed(failure('not-found', { status: 404 }))])).end.kind).toBe('failed')
  })

  it('keeps what was read when a page in the middle fails', async () => {
    const down = failed(failure('server-error', { status: 502 }))
    const { end, seen } = await walk([page(['a'], { more: true }), page(['b'], { more: true }), down])
    expect(seen).toEqual(['a', 'b'])
    expect(end).toMatchObject({ kind: 'failed', failure: { kind: 'server-error' } })
  })

  it('asks for the pages behind one that can’t be read, and calls the list incomplete', async () => {
    const garbled = failed(failure('not-json', { status: 200, code: 'broken-answer' }))
    const { end, asked, seen } = await walk([
      page(['a'], { more: true, count: 3 }),
      garbled,
      page(['c'], { more: true, count: 3 }),
      page([]),
    ])
    expect(asked).toEqual([1, 2, 3, 4])
    expect(seen).toEqual(['a', 'c'])
    expect(end).toMatchObject({ kind: 'failed', holes: 1, failure: { code: 'broken-answer' } })
  })

  it('asks for the pages behind a first one that can’t be read', async () => {
    const { end, seen } = await walk([failed(failure('server-error', { status: 500 })), page(['b'])])
    expect(seen).toEqual(['b'])
    expect(end).toMatchObject({ kind: 'failed', holes: 1, failure: { kind: 'server-error' } })
  })

  it.each(['offline', 'signed-out', 'throttled', 'certificate'] as const)(
    'asks for no more behind a page that failed as %s: that is not about the page',
    async kind => {
      const { end, asked } = await walk([page(['a'], { more: true }), failed(failure(kind)), page(['c'])])
      expect(asked).toEqual([1, 2])
      expect(end).toMatchObject({ kind: 'failed', holes: 0, failure: { kind } })
    },
  )

  it('gives up when two pages in a row can’t be read', async () => {
    const down = failed(failure('server-error', { status: 502 }))
    const { asked } = await walk([page(['a'], { more: true }), down, down, page(['d'])])
    expect(asked).toEqual([1, 2, 3])
  })

  it.each([7, -1, 0, 1.5, Number.NaN, 1e12])('believes no count of %s', async count => {
    const { end, progress } = await walk([page(['a', 'b'], { count })])
    expect(end).toMatchObject({ kind: 'complete', clean: false })
    expect(progress).toEqual([[2, count === 7 ? 7 : null]])
  })

  it('calls the walk unclean when the count changed on the way', async () => {
    const { end } = await walk([page(['a'], { more: true, count: 3 }), page(['b'], { count: 2 })])
    expect(end).toMatchObject({ kind: 'complete', clean: false })
  })

  const bad = (raw: string, index: number) => ({ raw, index })

  it('counts every unreadable row of a page, alike or not, and none twice when the page comes again', async () => {
    const broken = [bad('null', 0), bad('null', 2), bad('"x"', 3)]
    const { end, asked } = await walk([page(['a'], { more: true, unreadable: broken })])
    expect(asked).toEqual([1, 2])
    expect(end).toMatchObject({ kind: 'complete', unreadable: broken })
  })

  it('counts unreadable rows once each and goes on behind a page of nothing else', async () => {
    const { end } = await walk([
      page([], { more: true, unreadable: [bad('null', 0), bad('"x"', 1)] }),
      page(['a'], { more: true, unreadable: [bad('null', 1)] }),
      page(['b']),
    ])
    expect(end).toMatchObject({ kind: 'complete', unreadable: [bad('null', 0), bad('"x"', 1)] })
    expect([...end.ids]).toEqual(['a', 'b'])
  })

  it('gives up at the cap', async () => {
    let n = 0
    const { end, asked } = await walk([], { fetchPage: async () => page([`row ${++n}`], { more: true }) })
    expect(asked).toEqual([])
    expect(n).toBe(MAX_PAGES)
    expect(end).toMatchObject({ kind: 'failed', failure: { code: 'too-many-pages' } })
  })

  it('stops at once, also while a page hangs', async () => {
    const abort = new AbortController()
    const { end } = await walk([], {
      signal: abort.signal,
      fetchPage: no => {
        if (no === 1) return Promise.resolve(page(['a'], { more: true }))
        setImmediate(() => abort.abort())
        return new Promise(() => {})
      },
    })
    expect(end).toMatchObject({ kind: 'stopped' })
    expect([...end.ids]).toEqual(['a'])
  })

  it('ends as failed when the disk does not take a page', async () => {
    const { end, asked } = await walk([page(['a'], { more: true })], { onPage: async () => failure('storage') })
    expect(end).toMatchObject({ kind: 'failed', failure: { kind: 'storage' } })
    expect(asked).toEqual([1])
  })
})
