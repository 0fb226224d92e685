import type { CancellationPayload, Command } from '../contract/commands.ts'
import type { Outcome } from '../contract/entries.ts'
import { type Failure, failure, type Reply } from '../contract/failures.ts'
import type { CancellationRequest } from '../contract/resources.ts'
import { classifyWrite, classifyWriteError } from './classify.ts'
import type { CookieJar } from './electron-jar.ts'
import { writeJson } from './json.ts'
import type { OneShotWriter } from './one-shot-writer.ts'
import { apiUrl } from './urls.ts'

export interface SendCancellation {
  readonly writer: OneShotWriter
  readonly jar: CookieJar
  readonly baseUrl: string
  readonly language: () => string
  /** Renews the token and its cookie in the account's session; see csrf.ts. */
  readonly fetchCsrf: () => Promise<Reply<string | null>>
  readonly command: Command
  /** Ids of the requests the shop already had for this item: none of them can be the answer to this send. */
  readonly baselineIds: readonly string[]
  readonly timeoutMs?: number
}

const idKeys: ReadonlySet<string> = new Set(['order_item', 'reason', 'shipping_company', 'pickup_address'])

/**
 * Sends one cancellation request (API.md C7): one POST, and a second one only after a refused CSRF token, which
 * Django checks before any view runs. Never throws.
 */
export async function sendCancellation(send: SendCancellation): Promise<Outcome> {
  const url = apiUrl(send.baseUrl, ['users', 'orders', 'cancellation_requests'])
  if (url === null) return { kind: 'not-sent', failure: failure('bad-address') }
  const had = await readToken(send, url)
  const first = await (had === null ? withNewToken(send, url) : post(send, url, had))
  const isStale = first.kind === 'not-sent' && first.failure.kind === 'csrf'
  return isStale ? withNewToken(send, url) : first
}

async function withNewToken(send: SendCancellation, url: string): Promise<Outcome> {
  const reply = await send.fetchCsrf()
  return reply.ok ? post(send, url, reply.value) : { kind: 'not-sent', failure: ofRead(reply.failure) }
}

async function post(send: SendCancellation, url: string, csrfToken: string | null): Promise<Outcome> {
  const { writer, jar, baseUrl, command } = send
  const written = await writer.write({
    url,
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Accept-Language': send.language(),
      'Content-Type': 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
    },
    jar,
    body: writeJson(command.payload, idKeys),
    csrfToken,
    ...(send.timeoutMs === undefined ? {} : { timeoutMs: send.timeoutMs }),
  })
  if (!written.ok) return classifyWriteError(written.error, { baseUrl, url })
  return classifyWrite(written.answer, request => isOurs(request, command.payload, send.baselineIds))
}

function isOurs(request: CancellationRequest, payload: CancellationPayload, baselineIds: readonly string[]): boolean {
  const { id, order_item, cancellation_type } = request
  if (order_item !== payload.order_item || baselineIds.includes(id)) return false
  return cancellation_type === null || cancellation_type === payload.cancellation_type
}

async function readToken(send: SendCancellation, url: string): Promise<string | null> {
  return send.jar.csrfToken(url).catch(() => null)
}

/** Failing to fetch a token is never "after the send": the write had not begun. */
function ofRead(why: Failure): Failure {
  return why.kind === 'unreachable-after-send' ? { ...why, kind: 'offline' } : why
}
