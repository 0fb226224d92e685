import type { Outcome } from '../contract/entries.ts'
import { type Failure, failure, type Reply } from '../contract/failures.ts'
import { classifyWriteError } from './classify.ts'
import type { CookieJar } from './electron-jar.ts'
import { writeJson } from './json.ts'
import type { OneShotWriter } from './one-shot-writer.ts'
import { settleOutcomes } from './session-doubt.ts'
import { apiUrl } from './urls.ts'
import type { Answer } from './wire.ts'

/** What a POST of cancellation requests goes out on. */
export interface RequestWire {
  readonly writer: OneShotWriter
  readonly jar: CookieJar
  readonly baseUrl: string
  readonly language: () => string
  /** Renews the token and its cookie in the account's session; see csrf.ts. */
  readonly fetchCsrf: () => Promise<Reply<string | null>>
  /** Whether the shop says that nobody is signed in; see session-doubt.ts. */
  readonly asksNobody: () => Promise<boolean>
  readonly timeoutMs?: number
}

interface RequestPost {
  readonly path: 'cancellation_requests' | 'bulk_cancellation_requests'
  readonly body: string
  /** How many requests are in it, and so how many outcomes there are. */
  readonly count: number
  readonly judge: (answer: Answer) => readonly Outcome[]
}

const idKeys: ReadonlySet<string> = new Set(['order_item', 'reason', 'shipping_company', 'pickup_address'])

/** One request as the documents' examples write it: ids as numbers with all their digits. */
export const writePayload = (payload: Readonly<Record<string, unknown>>): string => writeJson(payload, idKeys)

/**
 * One POST, and a second one only after a refused CSRF token, which Django checks before any view runs. An outcome for
 * each request in it. Never throws.
 */
export async function postRequests(wire: RequestWire, post: RequestPost): Promise<readonly Outcome[]> {
  const url = apiUrl(wire.baseUrl, ['users', 'orders', post.path])
  if (url === null) return all(post, notSent(failure('bad-address')))
  const had = await wire.jar.csrfToken(url).catch(() => null)
  const first = await (had === null ? withNewToken(wire, post, url) : write(wire, post, url, had))
  const isStale = first.some(one => one.kind === 'not-sent' && one.failure.kind === 'csrf')
  return settleOutcomes(isStale ? await withNewToken(wire, post, url) : first, wire.asksNobody)
}

async function withNewToken(wire: RequestWire, post: RequestPost, url: string): Promise<readonly Outcome[]> {
  const reply = await wire.fetchCsrf()
  return reply.ok ? write(wire, post, url, reply.value) : all(post, notSent(ofRead(reply.failure)))
}

async function write(
  { writer, jar, baseUrl, language, timeoutMs }: RequestWire,
  post: RequestPost,
  url: string,
  csrfToken: string | null,
): Promise<readonly Outcome[]> {
  const written = await writer.write({
    url,
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Accept-Language': language(),
      'Content-Type': 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
    },
    jar,
    body: post.body,
    csrfToken,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  })
  return written.ok ? post.judge(written.answer) : all(post, classifyWriteError(written.error, { baseUrl, url }))
}

const all = ({ count }: RequestPost, outcome: Outcome): readonly Outcome[] =>
  Array.from({ length: count }, () => outcome)

const notSent = (why: Failure): Outcome => ({ kind: 'not-sent', failure: why })

/** Failing to fetch a token is never "after the send": the write had not begun. */
function ofRead(why: Failure): Failure {
  return why.kind === 'unreachable-after-send' ? { ...why, kind: 'offline' } : why
}
