import ky from 'ky'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { parseAnswer } from './answers.ts'
import { classifyAnswer, classifyError } from './classify.ts'
import { apiUrl, refererOf } from './urls.ts'
import { type Answer, readBody, toWireError, type WireFetch, withDeadline } from './wire.ts'

export interface ReadClientOptions {
  /** As resolveBaseUrl gives it. */
  readonly baseUrl: string
  readonly fetch: WireFetch
  /** The value of Accept-Language, read for each call. */
  readonly language: () => string
  /** Headers of each call beside the usual ones, e.g. Authorization. */
  readonly headers?: () => Readonly<Record<string, string>>
  /** Omnitron goes by its token alone; Commerce by the session's cookies. */
  readonly credentials?: 'include' | 'omit'
  /** For one call as a whole, its second try and its body included. */
  readonly timeoutMs?: number
  /** How long to wait before the second try of a read. */
  readonly retryDelayMs?: number
}

export interface ReadAnswer {
  readonly value: unknown
  readonly status: number
  readonly startedAt: number
}

export type Query = Readonly<Record<string, string | number | undefined>>

const defaultTimeoutMs = 30_000
const defaultRetryDelayMs = 300
const maxBytes = 64 * 1024 * 1024

/** A connection that broke while a request was on it. Chromium's codes. */
const brokenConnection: ReadonlySet<string | null> = new Set([
  'ERR_CONNECTION_ABORTED',
  'ERR_CONNECTION_CLOSED',
  'ERR_CONNECTION_RESET',
  'ERR_EMPTY_RESPONSE',
  'ERR_HTTP2_PROTOCOL_ERROR',
  'ERR_HTTP2_SERVER_REFUSED_STREAM',
  'ERR_NETWORK_CHANGED',
  'ERR_NETWORK_IO_SUSPENDED',
  'ERR_SOCKET_NOT_CONNECTED',
])

/**
 * The one way out for everything without an effect. A GET whose connection broke is tried a second time. An answer is
 * never asked for again, whatever it says: the account's connection decides when to ask a shop that is in trouble.
 */
export interface ReadClient {
  /** The parsed JSON of a GET, or why there is none. Follows no redirect; never throws. */
  readonly get: (segments: readonly string[], query?: Query) => Promise<Reply<ReadAnswer>>
  /** The raw answer of one exchange, whatever its status; for sign-in. Never throws. */
  readonly exchange: (segments: readonly string[], ask?: Ask) => Promise<Reply<Answer>>
}

interface Ask {
  readonly query?: Query
  readonly headers?: Readonly<Record<string, string>>
  /** JSON text: makes it a POST. Only for sign-in, which moves no money. */
  readonly body?: string
}

export function createReadClient(options: ReadClientOptions): ReadClient {
  const { baseUrl, credentials = 'include', timeoutMs = defaultTimeoutMs } = options
  const { retryDelayMs = defaultRetryDelayMs } = options

  const http = ky.create({
    fetch: (input, init) => options.fetch(input instanceof URL ? input.href : input, { ...init, cache: 'no-store' }),
    credentials,
    redirect: 'error',
    throwHttpErrors: false,
    timeout: false, // ky's own ends before the body does; withDeadline covers both
    retry: {
      limit: 1,
      methods: ['get'],
      delay: () => retryDelayMs,
      shouldRetry: ({ error }) => brokenConnection.has(toWireError(error).code),
    },
    hooks: {
      beforeRequest: [
        ({ request }) => {
          const usual = {
            Accept: 'application/json',
            'Accept-Language': options.language(),
            'X-Requested-With': 'XMLHttpRequest', // without it the shop may answer with a page
            Referer: refererOf(request.url),
            ...options.headers?.(),
          }
          // What one call sets itself goes first.
          for (const [name, value] of Object.entries(usual))
            if (!request.headers.has(name)) request.headers.set(name, value)
        },
      ],
    },
  })

  async function exchange(segments: readonly string[], ask: Ask = {}): Promise<Reply<Answer>> {
    const url = apiUrl(baseUrl, segments, ask.query)
    if (url === null) return failed(failure('bad-input', { code: 'unsendable-path' }))
    const { body, headers } = ask
    const post =
      body === undefined ? {} : { method: 'post', body, headers: { 'Content-Type': 'application/json', ...headers } }
    try {
      const answer = await withDeadline(timeoutMs, async signal => {
        const response = await http(url, { ...(headers ? { headers } : {}), ...post, signal })
        const bytes = await readBody(response, maxBytes)
        return { url, status: response.status, headers: response.headers, bytes }
      })
      return ok(answer)
    } catch (error) {
      return failed(classifyError(toWireError(error), { baseUrl, url }))
    }
  }

  async function get(segments: readonly string[], query: Query = {}): Promise<Reply<ReadAnswer>> {
    const startedAt = Date.now()
    const reply = await exchange(segments, { query })
    if (!reply.ok) return reply
    const why = classifyAnswer(reply.value)
    if (why) return failed(why)
    const parsed = parseAnswer(reply.value)
    return parsed.ok ? ok({ value: parsed.value, status: reply.value.status, startedAt }) : failed(failure('not-json'))
  }

  return { get, exchange }
}
