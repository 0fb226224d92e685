import { type Failure, failed, failure, ok, type Reply } from '../contract/failures.ts'
import type { Page, UnreadableRow } from '../contract/pages.ts'
import { pageInsteadCode } from './classify.ts'
import type { Query, ReadAnswer, ReadClient } from './read-client.ts'
import { readMisplacedErrors } from './read-errors.ts'
import { asRecord, type Raw, readRowId, readScalar, unwrapData } from './values.ts'
/** Reads one page. A page past the end (a JSON 404, or no rows) is an empty page, not a failure. */
export async function getPage<T>(
  client: ReadClient,
  segments: readonly string[],
  ask: { page: number; limit: number; query?: Query },
  readRow: (row: unknown) => T | null,
): Promise<Reply<Page<T>>> {
  const { page, limit } = ask
  const startedAt = Date.now()
  const reply = await client.get(segments, { ...ask.query, page, limit })
  if (!reply.ok) {
    // A 404 in HTML comes from a gateway. Taken for the end of the list, it would remove the rows behind it from the
    // cache.
    const isEnd = page > 1 && reply.failure.kind === 'not-found' && reply.failure.code !== pageInsteadCode
    return isEnd ? ok(emptyPage({ page, limit, startedAt })) : reply
  }
  const read = readPage(reply.value.value, { page, limit, startedAt }, readRow)
  return read ? ok(read) : failed(incompatible(reply.value, 'not-a-list'))
}

/** Reads one resource, and checks that it has the requested id. */
export async function getOne<T extends { readonly id: string }>(
  client: ReadClient,
  segments: readonly string[],
  id: string,
  read: (value: unknown) => T | null,
): Promise<Reply<T>> {
  const reply = await client.get(segments)
  if (!reply.ok) return reply
  const one = read(reply.value.value)
  if (!one) return failed(incompatible(reply.value, 'unreadable'))
  // In a guest's session the shop answers with the newest order, whatever the id.
  return one.id === id.trim()
    ? ok(one)
    : failed(failure('incompatible', { status: reply.value.status, code: 'another-id' }))
}

function incompatible({ value, status }: ReadAnswer, code: string): Failure {
  return failure('incompatible', { status, code, errors: readMisplacedErrors(value) })
}

interface PageAsk {
  readonly page: number
  readonly limit: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

interface Listing {
  readonly rows: readonly unknown[]
  readonly count: number | null
  /** Whether the answer's shape points to a next page. */
  readonly hint: (rowCount: number) => boolean
}

/**
 * One page out of any of the shapes a shop lists in: an envelope, a bare array, either of them in `{data}`, one object,
 * `{}`. Null when the answer is no list at all, which must never pass for an empty one.
 */
export function readPage<T>(value: unknown, ask: PageAsk, readRow: (row: unknown) => T | null): Page<T> | null {
  const listing = readListing(unwrapData(value), ask)
  if (!listing) return null
  const rows: T[] = []
  const unreadable: UnreadableRow[] = []
  listing.rows.forEach((raw, index) => {
    const row = readRow(raw)
    if (row === null) unreadable.push({ index, raw: rawText(raw) })
    else rows.push(row)
  })
  const seen = listing.rows.length
  return { rows, unreadable, count: listing.count, more: seen > 0 && listing.hint(seen), startedAt: ask.startedAt }
}

/** An empty page after the last one. */
function emptyPage(ask: PageAsk): Page<never> {
  return { rows: [], unreadable: [], count: null, more: false, startedAt: ask.startedAt }
}

function readListing(value: unknown, ask: PageAsk): Listing | null {
  // A bare array says nothing about paging. A full page may have a next one; a shorter page is the last.
  if (Array.isArray(value)) return { rows: value, count: null, hint: seen => seen === ask.limit }
  const row = asRecord(value)
  if (!row) return null
  if ('results' in row) return readEnvelope(row, ask)
  if (readRowId(row) !== null) return { rows: [row], count: null, hint: () => false }
  // `{}` and `{count: 0}` are empty lists. Any other object, such as an error in a 200, is no list.
  const isBare = Object.keys(row).every(key => key === 'count' || key === 'next' || key === 'previous')
  return isBare && !isPromised(row, ask) ? { rows: [], count: readCount(row['count']), hint: () => false } : null
}

function readEnvelope(row: Raw, ask: PageAsk): Listing | null {
  const { results } = row
  const count = readCount(row['count'])
  if ((results === null || results === undefined) && isPromised(row, ask)) return null
  const rows = results === null || results === undefined ? [] : Array.isArray(results) ? results : loneRow(results)
  if (!rows) return null
  // `next` is only a hint. We count pages ourselves, and the caller stops at repeats, a 404 or an empty page.
  if ('next' in row) return { rows, count, hint: () => typeof row['next'] === 'string' && row['next'].trim() !== '' }
  return { rows, count, hint: seen => !(ask.page === 1 && count !== null && seen >= count) }
}

/** A first page with a count above 0 and no rows is not an empty list: its rows got lost. */
function isPromised(row: Raw, ask: PageAsk): boolean {
  return ask.page === 1 && (readCount(row['count']) ?? 0) > 0
}

function loneRow(results: unknown): readonly unknown[] | null {
  const row = asRecord(results)
  if (!row) return null
  return Object.keys(row).length === 0 ? [] : [row]
}

/** The count that the shop sent: a whole number from 0 to 2^53, else null. */
function readCount(value: unknown): number | null {
  const text = readScalar(value)?.trim() ?? ''
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(count) ? count : null
}

function rawText(raw: unknown): string {
  return (JSON.stringify(raw) ?? 'undefined').slice(0, 4000)
}
