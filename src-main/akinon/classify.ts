import type { Outcome } from '../contract/entries.ts'
import { type Failure, type FailureKind, failure } from '../contract/failures.ts'
import type { CancellationRequest } from '../contract/resources.ts'
import { glance, isCsrfRefusal, isLoginPage, judgeRedirect, parseAnswer, type RedirectTarget } from './answers.ts'
import { readRetryAfterMs } from './header-times.ts'
import { readErrors } from './read-errors.ts'
import { readRequest } from './read-request.ts'
import type { Answer, WireError } from './wire.ts'

/**
 * The one place where failures get their kind, by Chromium's code or the HTTP status. The shop's messages are passed on
 * and never read. For a write, the question is whether the server can have started: if not, it is `not-sent`; if it
 * refused, `rejected`; in all other cases, `unknown`.
 */

/** The code for "this item already has a request". */
const alreadyRequested = 'cancellation_request_100_1'

/** Our code for a request that the shop rejected in the same answer. */
const rejectedAtOnceCode = 'rejected-at-once'

/** Our code for a refusal whose body is a page. It came from a gateway and not from the API. */
export const pageInsteadCode = 'page-instead-of-json'

/** Our codes for an empty body, and for one that is neither a page nor whole JSON. Neither comes from a portal. */
const emptyAnswerCode = 'empty-answer'
const brokenAnswerCode = 'broken-answer'

/** Statuses that are sent before any view runs: the method, the size or the type of the request is wrong. */
const refusedByShape: ReadonlySet<number> = new Set([405, 411, 413, 414, 415, 431])

/** DRF's codes for "who are you": its session login answers 403 where others answer 401. */
const signedOutCodes: ReadonlySet<string> = new Set(['not_authenticated', 'authentication_failed', 'token_not_valid'])

const kindOfPhase = {
  connect: 'offline',
  build: 'bug',
  address: 'bad-address',
  trust: 'certificate',
  open: 'unreachable-after-send',
} as const

/** The failure when no answer came, to a read or a write. */
export function classifyError(error: WireError, where: { baseUrl: string; url: string }): Failure {
  const { code, redirect } = error
  if (redirect) {
    const { status } = redirect
    return failure(...ofRedirect(judgeRedirect(redirect, where.baseUrl, where.url), status))
  }
  return failure(kindOfPhase[phaseOf(code)], { code })
}

/** What is wrong with an answer; null for a 2xx with JSON. */
export function classifyAnswer(answer: Answer, nowMs: number = Date.now()): Failure | null {
  const { status } = answer
  const parsed = parseAnswer(answer)
  // Only a proxy sends this. The shop saw nothing, and the messages are not the shop's.
  if (status === 407) return failure('offline', { status })
  const isGood = status >= 200 && status < 300
  if (isGood && parsed.ok) return null
  if (isGood && isLoginPage(answer)) return failure('signed-out', { status })
  if (isGood) return failure('not-json', { status, code: unparsedCode(answer) })
  const said = parsed.ok
    ? readErrors(parsed.value)
    : { errors: [], code: answer.bytes.length > 0 ? pageInsteadCode : emptyAnswerCode }
  const retryAfterMs = status === 429 ? readRetryAfterMs(answer.headers, nowMs) : null
  return failure(statusKind(answer, parsed.ok, said.code), { status, retryAfterMs, ...said })
}

/** The outcome of a POST of a cancellation request when no answer came. */
export function classifyWriteError(error: WireError, where: { baseUrl: string; url: string }): Outcome {
  // A redirect after a POST may follow a view that ran, so it is never proof.
  const isProof = error.redirect === null && phaseOf(error.code) !== 'open'
  const why = classifyError(error, where)
  return { kind: isProof ? 'not-sent' : 'unknown', failure: why }
}

/**
 * The outcome of a POST of a cancellation request, from its answer. `isOurs` decides whether the request in it is the
 * one we sent.
 */
export function classifyWrite(
  answer: Answer,
  isOurs: (request: CancellationRequest) => boolean,
  nowMs?: number,
): Outcome {
  const why = classifyAnswer(answer, nowMs)
  if (why === null) return judgeCreated(answer, isOurs)
  return { kind: why.code === alreadyRequested ? 'unknown' : classifyRefusal(answer, why), failure: asConflict(why) }
}

/**
 * The outcome for our own request in an answer. A shop may create a request and reject it in the same answer; that
 * counts as rejected.
 */
export function judgeRequest(request: CancellationRequest, status: number): Outcome {
  const isRejected = request.status.value?.toLowerCase() === 'rejected'
  if (!isRejected) return { kind: 'confirmed', request }
  return { kind: 'rejected', failure: failure('rejected', { status, code: rejectedAtOnceCode }) }
}

function judgeCreated(answer: Answer, isOurs: (request: CancellationRequest) => boolean): Outcome {
  const parsed = parseAnswer(answer)
  const value = parsed.ok ? parsed.value : null
  const request = readRequest(Array.isArray(value) && value.length === 1 ? value[0] : value)
  // 202 and similar only promise something. 200 and 201 say that it is done.
  const isDone = answer.status === 200 || answer.status === 201
  if (isDone && request && isOurs(request)) return judgeRequest(request, answer.status)
  return {
    kind: 'unknown',
    failure: failure('incompatible', { status: answer.status, ...readErrors(errorsOnly(value, request)) }),
  }
}

/** What an unsuccessful answer proves about a POST. `why` is the result of `classifyAnswer`. */
export function classifyRefusal(answer: Answer, why: Failure): 'not-sent' | 'rejected' | 'unknown' {
  switch (why.kind) {
    case 'throttled':
    case 'csrf':
    case 'offline':
      return 'not-sent'
    case 'signed-out':
      return answer.status === 401 || answer.status === 403 ? 'not-sent' : 'unknown'
    case 'server-error':
      return 'unknown'
    default: {
      // A refusal in HTML comes from a gateway, which does not know what the shop behind it did.
      const isRefusal = answer.status >= 400 && (parseAnswer(answer).ok || refusedByShape.has(answer.status))
      return isRefusal ? 'rejected' : 'unknown'
    }
  }
}

function statusKind(answer: Answer, isJson: boolean, code: string | null): FailureKind {
  const { status } = answer
  if (status === 401) return 'signed-out'
  if (status === 429) return 'throttled'
  if (status === 511) return 'not-json' // a network portal that asks for a login
  if (status === 408 || status === 425 || status >= 500) return 'server-error'
  if (status === 404 || status === 410) return 'not-found'
  if (status < 400) return 'incompatible'
  if (status === 403 && code !== null && signedOutCodes.has(code)) return 'signed-out'
  if (isCsrfRefusal(answer)) return 'csrf'
  if (!isJson) return 'not-json'
  return status === 409 ? 'conflict' : 'rejected'
}

/** Our code for a body that should be JSON; null for a page, for which the kind says enough. */
function unparsedCode(answer: Answer): string | null {
  if (answer.bytes.length === 0) return emptyAnswerCode
  return /^\s*</.test(glance(answer)) ? null : brokenAnswerCode
}

function asConflict(why: Failure): Failure {
  return why.code === alreadyRequested ? { ...why, kind: 'conflict' } : why
}

function ofRedirect(target: RedirectTarget, status: number): Parameters<typeof failure> {
  switch (target) {
    case 'login':
      return ['signed-out', { status }]
    case 'captcha':
      return ['captcha', { status }]
    case 'address':
      return ['moved', { status, code: 'another-address' }]
    case 'page':
      return ['moved', { status, code: 'another-page' }]
    case 'foreign':
      return ['not-json', { status }]
  }
}

/** The fields of a request are no messages. Anything else in a 2xx may be the shop's explanation. */
function errorsOnly(value: unknown, request: CancellationRequest | null): unknown {
  return request || Array.isArray(value) ? null : value
}

/**
 * Chromium's network error codes, by what they prove. Unlisted codes prove nothing.
 *
 * Connecting ends before the request is written, so a code that only the connecting phase has proves that nothing was sent.
 * ERR_CONNECTION_TIMED_OUT is one: Chromium maps ETIMEDOUT to it while connecting and to ERR_TIMED_OUT on an open
 * socket. ERR_ADDRESS_UNREACHABLE could in theory come from an open socket, when the system gives up retransmitting;
 * that takes minutes and our deadline is seconds, on a connection no older than the write.
 */
const neverConnected: ReadonlySet<string> = new Set([
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NAME_RESOLUTION_FAILED',
  'ERR_ICANN_NAME_COLLISION',
  'ERR_DNS_TIMED_OUT',
  'ERR_DNS_SERVER_FAILED',
  'ERR_DNS_MALFORMED_RESPONSE',
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_FAILED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_ADDRESS_INVALID',
  'ERR_NETWORK_ACCESS_DENIED',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_PROXY_AUTH_UNSUPPORTED',
  'ERR_PROXY_AUTH_REQUESTED',
  'ERR_UNEXPECTED_PROXY_AUTH',
  'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
  'ERR_PAC_SCRIPT_FAILED',
  'ERR_NO_SUPPORTED_PROXIES',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_SOCKS_CONNECTION_FAILED',
  'ERR_SOCKS_CONNECTION_HOST_UNREACHABLE',
  'ERR_BLOCKED_BY_CLIENT',
  'ERR_BLOCKED_BY_ADMINISTRATOR',
])

/** Our own mistakes: the request was never built. */
const neverBuilt: ReadonlySet<string> = new Set(['ERR_INVALID_ARGUMENT', 'NOT_STARTED'])

/** Chromium never opens such an address. */
const neverAllowed: ReadonlySet<string> = new Set([
  'ERR_INVALID_URL',
  'ERR_UNSAFE_PORT',
  'ERR_DISALLOWED_URL_SCHEME',
  'ERR_UNKNOWN_URL_SCHEME',
])

/**
 * The handshake failed on trust or on what the two sides speak; it precedes the request. ERR_SSL_PROTOCOL_ERROR and
 * the alerts on a broken record are not here: they can come later as well.
 */
const neverTrusted: ReadonlySet<string> = new Set([
  'ERR_CERTIFICATE_TRANSPARENCY_REQUIRED',
  'ERR_PROXY_CERTIFICATE_INVALID',
  'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  'ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN',
  'ERR_SSL_CLIENT_AUTH_CERT_NEEDED',
  'ERR_SSL_UNRECOGNIZED_NAME_ALERT',
  'ERR_SSL_SERVER_CERT_BAD_FORMAT',
  'ERR_SSL_SERVER_CERT_CHANGED',
  'ERR_SSL_OBSOLETE_VERSION',
  'ERR_SSL_KEY_USAGE_INCOMPATIBLE',
])

/** The phase in which a request failed. `open`: it may have been sent. Every other phase proves that nothing was. */
type ErrorPhase = 'connect' | 'build' | 'address' | 'trust' | 'open'

export function phaseOf(code: string | null): ErrorPhase {
  if (code === null) return 'open'
  if (neverConnected.has(code)) return 'connect'
  if (neverBuilt.has(code)) return 'build'
  if (neverAllowed.has(code)) return 'address'
  return neverTrusted.has(code) || code.startsWith('ERR_CERT_') ? 'trust' : 'open'
}
