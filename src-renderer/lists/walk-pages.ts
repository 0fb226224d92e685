import { type Failure, failure, type Reply } from '../../src-main/contract/failures.ts'
import type { Page, UnreadableRow } from '../../src-main/contract/pages.ts'
import { mayBeOfOnePage } from '../connection/replies.ts'

export const PAGE_LIMIT = 100
export const MAX_PAGES = 2000

export interface Walk<T> {
  readonly fetchPage: (page: number, limit: number) => Promise<Reply<Page<T>>>
  readonly idOf: (row: T) => string
  /**
   * Called for each page in order; the walk waits for it. `enough` ends the walk early, a failure ends it as failed.
   */
  readonly onPage: (page: Page<T>) => Promise<'more' | 'enough' | Failure>
  readonly onProgress?: (done: number, total: number | null) => void
  readonly signal?: AbortSignal
  /** Ends the walk at the first page that can't be read, for a reader to whom a list with a gap is worth nothing. */
  readonly stopAtGap?: boolean
}

interface Seen {
  /** Every id that any page showed. */
  readonly ids: ReadonlySet<string>
  /** Each unreadable row once; `index` counts over the whole list. */
  readonly unreadable: readonly UnreadableRow[]
  /** Start of the first page's read, ms since 1970; null when no page came. */
  readonly startedAt: number | null
}
export type WalkEnd = Seen &
  (
    | {
        readonly kind: 'complete'
        /** Nothing moved during the walk and the shop's count agrees, so an unseen row is really gone. */
        readonly clean: boolean
        /** The next page was not found, and no count shows that this is the end. */
        readonly brokeOff: boolean
      }
    | { readonly kind: 'enough' }
    | { readonly kind: 'stopped' }
    | {
        readonly kind: 'failed'
        readonly failure: Failure
        /** Unreadable pages with readable ones behind them. */
        readonly holes: number
      }
  )

/**
 * Reads a list page by page with its own counter, because the shop's `next` may loop or point elsewhere. Ends when the
 * shop says so, at an empty page, at a page with nothing new, or at the limit. It goes on behind an unreadable page but
 * then ends as failed, because an unseen row proves nothing. Never throws.
 */
export async function walkPages<T>(walk: Walk<T>): Promise<WalkEnd> {
  const ids = new Set<string>()
  const unreadable = new Map<string, UnreadableRow>()
  let startedAt: number | null = null
  let firstCount: number | null = null
  let lastCount: number | null = null
  let repeats = 0
  let position = 0
  const seen = (): Seen => ({ ids, unreadable: [...unreadable.values()], startedAt })
  let holes = 0
  let trouble: Failure | null = null
  const failedWith = (why: Failure): WalkEnd => ({ ...seen(), kind: 'failed', failure: why, holes })
  const complete = (isMissingPage = false): WalkEnd => {
    if (trouble) return failedWith(trouble)
    const isCounted = lastCount === ids.size + unreadable.size
    const clean = repeats === 0 && firstCount === lastCount && (lastCount === null || isCounted)
    return { ...seen(), kind: 'complete', clean, brokeOff: isMissingPage && !isCounted }
  }

  let ahead: Promise<Reply<Page<T>>> | null = null
  let isAfterHole = false
  for (let no = 1; no <= MAX_PAGES; no += 1) {
    const reply: Reply<Page<T>> | null = await orAborted(ahead ?? walk.fetchPage(no, PAGE_LIMIT), walk.signal)
    if (reply === null) return { ...seen(), kind: 'stopped' }
    if (!reply.ok) {
      // Beyond the end some shops answer 404, also those that promised a page there.
      if (no > 1 && reply.failure.kind === 'not-found') return complete(true)
      // Two unreadable pages in a row are not a problem of one page.
      const isFinal = walk.stopAtGap || isAfterHole || !mayBeOfOnePage(reply.failure.kind)
      if (isFinal) return failedWith(trouble ?? reply.failure)
      trouble ??= reply.failure
      isAfterHole = true
      ahead = null
      continue
    }
    if (isAfterHole) holes += 1
    isAfterHole = false
    const page: Page<T> = reply.value
    startedAt ??= page.startedAt
    const isEmpty = page.rows.length === 0 && page.unreadable.length === 0
    if (no === 1) firstCount = page.count
    // Behind the last page the count is often missing or 0.
    if (no === 1 || !isEmpty) lastCount = page.count
    if (isEmpty) return complete()

    const before = ids.size + unreadable.size
    for (const row of page.rows) {
      const id = walk.idOf(row)
      if (ids.has(id)) repeats += 1
      ids.add(id)
    }
    for (const [key, row] of byOccurrence(page.unreadable)) {
      if (!unreadable.has(key)) unreadable.set(key, { ...row, index: position + row.index })
    }
    position += page.rows.length + page.unreadable.length
    const done = ids.size + unreadable.size
    if (done === before) {
      // The same page again. If the count is reached, this is the end; otherwise the shop may ignore `page`.
      if (page.count === done) repeats = 0
      return complete()
    }

    // In a long walk, from the third page on, fetch the next page while this one is sealed and stored.
    ahead = no > 2 && page.more && no < MAX_PAGES ? walk.fetchPage(no + 1, PAGE_LIMIT) : null
    const next = await walk.onPage(page)
    walk.onProgress?.(done, saneTotal(page.count, done))
    if (next !== 'more' && next !== 'enough') return failedWith(next)
    if (next === 'enough' && !trouble) return { ...seen(), kind: 'enough' }
    if (next === 'enough' || !page.more) return complete()
  }
  return failedWith(trouble ?? failure('incompatible', { code: 'too-many-pages' }))
}

/** The shop's count, unless it is already exceeded or larger than the most we read. */
function saneTotal(count: number | null, done: number): number | null {
  if (count === null || !Number.isSafeInteger(count)) return null
  return count >= done && count <= MAX_PAGES * PAGE_LIMIT ? count : null
}

/** Null as soon as the signal fires, so that a stop does not wait for a slow page. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (!signal) return work
  if (signal.aborted) return null
  let onAbort = (): void => {}
  const aborted = new Promise<null>(resolve => {
    onAbort = () => resolve(null)
    signal.addEventListener('abort', onAbort, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** Old and new unreadable rows, each once, for a walk that did not reach the end. */
export function mergeUnreadable(old: readonly UnreadableRow[], fresh: readonly UnreadableRow[]): UnreadableRow[] {
  return [...new Map([...byOccurrence(old), ...byOccurrence(fresh)]).values()]
}

/** Counts equal rows: twenty nulls on one page are twenty rows, but the same nulls read again are the same rows. */
function byOccurrence(rows: readonly UnreadableRow[]): ReadonlyMap<string, UnreadableRow> {
  const seen = new Map<string, number>()
  return new Map(
    rows.map(row => {
      const nth = seen.get(row.raw) ?? 0
      seen.set(row.raw, nth + 1)
      return [`${nth} ${row.raw}`, row]
    }),
  )
}
