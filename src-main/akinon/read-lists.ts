import { type Failure, failed, failure, ok, type Reply } from '../contract/failures.ts'
import type { Page } from '../contract/pages.ts'
import { pageInsteadCode } from './classify.ts'
import type { Query, ReadAnswer, ReadClient } from './read-client.ts'
import { readMisplacedErrors } from './read-errors.ts'
import { emptyPage, readPage } from './read-page.ts'

/** Reads one page. A page past the end (a JSON 404, or no rows) is an empty page, not a failure (API.md e.7). */
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
    // A 404 in HTML comes from a gateway, not from the list: taken for the end it would empty the cache's tail.
    const isEnd = page > 1 && reply.failure.kind === 'not-found' && reply.failure.code !== pageInsteadCode
    return isEnd ? ok(emptyPage({ page, limit, startedAt })) : reply
  }
  const read = readPage(reply.value.value, { page, limit, startedAt }, readRow)
  return read ? ok(read) : failed(incompatible(reply.value, 'not-a-list'))
}

/** Reads one thing, and makes sure that it is the one asked for. */
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
  // A guest session is answered with its newest order whatever was asked (API.md C2).
  return one.id === id.trim()
    ? ok(one)
    : failed(failure('incompatible', { status: reply.value.status, code: 'another-id' }))
}

function incompatible({ value, status }: ReadAnswer, code: string): Failure {
  return failure('incompatible', { status, code, errors: readMisplacedErrors(value) })
}
