import { type Failure, type FailureKind, failure, type Reply } from '../../src-main/contract/failures.ts'
import type { Page, UnreadableRow } from '../../src-main/contract/pages.ts'
import { byOccurrence } from './sweep.ts'

export const PAGE_LIMIT = 100
export const MAX_PAGES = 2000

export interface Walk<T> {
  readonly ask: (page: number, limit: number) => Promise<Reply<Page<T>>>
  readonly idOf: (row: T) => string
  /** Called once a page, in order; the walk goes on when it resolves. `enough` ends it early, a failure ends it as failed. */
  readonly onPage: (page: Page<T>) => Promise<'more' | 'enough' | Failure>
  readonly onProgress: (done: number, total: number | null) => void
  readonly signal: AbortSignal
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
        /** Nothing moved while we read, and the count agrees: a row that was not seen is not there. */
        readonly clean: boolean
      }
    | { readonly kind: 'enough' }
    | { readonly kind: 'stopped' }
    | {
        readonly kind: 'failed'
        readonly failure: Failure
        /** Pages that could not be read while others behind them were: what we have has holes. */
        readonly holes: number
      }
  )

/** Failures that may be about one page of a list, and not about the shop, the line or the session. */
const ofOnePage: ReadonlySet<FailureKind> = new Set([
  'server-error',
  'not-json',
  'incompatible',
  'unreachable-after-send',
])

/**
 * Reads a list page by page with a counter of our own: `next` may loop or point elsewhere. Ends at the shop's word, at an
 * empty page, at a page that shows nothing new, or at the cap. A page that can't be read does not cost the pages behind
 * it, but such a walk ends as failed: what it did not see proves nothing. Never throws.
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
  const complete = (): WalkEnd => {
    if (trouble) return failedWith(trouble)
    const counted = lastCount === null || lastCount === ids.size + unreadable.size
    return { ...seen(), kind: 'complete', clean: repeats === 0 && firstCount === lastCount && counted }
  }

  let ahead: Promise<Reply<Page<T>>> | null = null
  let isAfterHole = false
  for (let no = 1; no <= MAX_PAGES; no += 1) {
    const reply: Reply<Page<T>> | null = await orAborted(ahead ?? walk.ask(no, PAGE_LIMIT), walk.signal)
    if (reply === null) return { ...seen(), kind: 'stopped' }
    if (!reply.ok) {
      // Beyond the end some shops answer 404.
      if (no > 1 && reply.failure.kind === 'not-found') return complete()
      // Two in a row are no longer the trouble of a page.
      if (isAfterHole || !ofOnePage.has(reply.failure.kind)) return failedWith(trouble ?? reply.failure)
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
    // Behind the end the count is often missing or 0.
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
      // The same page again. With a count that is reached it is the end; else the shop may not know `page` at all.
      if (page.count === done) repeats = 0
      return complete()
    }

    // From the third page on the walk is a long one: the next page is fetched while this one is sealed and stored.
    ahead = no > 2 && page.more && no < MAX_PAGES ? walk.ask(no + 1, PAGE_LIMIT) : null
    const next = await walk.onPage(page)
    walk.onProgress(done, saneTotal(page.count, done))
    if (next !== 'more' && next !== 'enough') return failedWith(next)
    if (next === 'enough' && !trouble) return { ...seen(), kind: 'enough' }
    if (next === 'enough' || !page.more) return complete()
  }
  return failedWith(trouble ?? failure('incompatible', { code: 'too-many-pages' }))
}

/** The shop's count, unless what we have read already proves it wrong or it is beyond what we would read. */
function saneTotal(count: number | null, done: number): number | null {
  if (count === null || !Number.isSafeInteger(count)) return null
  return count >= done && count <= MAX_PAGES * PAGE_LIMIT ? count : null
}

/** null as soon as the signal fires: nobody waits for a slow page after pressing stop. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
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
