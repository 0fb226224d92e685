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
  readonly timeoutMs?: number
}

export interface ReadAnswer {
  readonly value: unknown
  readonly status: number
  readonly startedAt: number
}

export type Query = Readonly<Record<string, string | number | undefined>>

const defaultTimeoutMs = 30_000
const maxBytes = 64 * 1024 * 1024

/** The one way out for everything without an effect. */
export interface ReadClient {
  /** The parsed JSON of a GET, or why there is none. Tries once; follows no redirect; never throws. */
  readonly get: (segments: readonly string[], query?: Query) => Promise<Reply<ReadAnswer>>
  /** The raw answer of one exchange, whatever its status; for sign-in. Never throws. */
  readonly exchange: (segments: readonly string[], ask?: Ask) => Promise<Reply<Answer>>
}

export interface Ask {
  readonly query?: Query
  readonly headers?: Readonly<Record<string, string>>
  /** JSON text: makes it a POST. Only for sign-in, which moves no money. */
  readonly body?: string
}

export function createReadClient(options: ReadClientOptions): ReadClient {
  const { baseUrl, fetch, credentials = 'include', timeoutMs = defaultTimeoutMs } = options

  async function exchange(segments: readonly string[], ask: Ask = {}): Promise<Reply<Answer>> {
    const url = apiUrl(baseUrl, segments, ask.query)
    if (url === null) return failed(failure('bad-input', { code: 'unsendable-path' }))
    const headers = {
      Accept: 'application/json',
      'Accept-Language': options.language(),
      'X-Requested-With': 'XMLHttpRequest', // without it the shop may answer with a page
      Referer: refererOf(url),
      ...(ask.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...options.headers?.(),
      ...ask.headers,
    }
    try {
      const answer = await withDeadline(timeoutMs, async signal => {
        const response = await ky(url, {
          method: ask.body === undefined ? 'get' : 'post',
          ...(ask.body === undefined ? {} : { body: ask.body }),
          headers,
          signal,
          fetch: (input, init) => fetch(input instanceof URL ? input.href : input, { ...init, cache: 'no-store' }),
          credentials,
          redirect: 'error',
          retry: 0, // the callers retry: only they know what is stale by then
          timeout: false, // ky's own would leave the body out
          throwHttpErrors: false,
        })
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
