import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { isLoginPage, parseAnswer } from './answers.ts'
import { classifyAnswer, classifyError } from './classify.ts'
import type { CookieJar } from './cookie-jar.ts'
import { decodeText } from './json.ts'
import type { OneShotWriter } from './one-shot-writer.ts'
import { readErrors } from './read-errors.ts'
import { settleReply } from './session-doubt.ts'
import { apiUrl } from './urls.ts'
import { readScalar, readText } from './values.ts'
import type { Answer } from './wire.ts'

export type TradeInDecision = 'approved' | 'rejected'

export interface TradeInAnswer {
  /** The shop's message; null when it sent none. */
  readonly text: string | null
  readonly alreadyDecided: boolean
}

interface SendTradeIn {
  readonly writer: OneShotWriter
  readonly jar: CookieJar
  readonly baseUrl: string
  readonly language: () => string
  readonly orderItem: string
  readonly decision: TradeInDecision
  /** Whether the shop says that nobody is signed in; see session-doubt.ts. */
  readonly asksNobody: () => Promise<boolean>
  readonly timeoutMs?: number
}

const maxTextLength = 2000

/**
 * Approves or rejects a trade-in: a GET with an effect that can't be undone, so it goes out as a
 * write, once. A 404 means that it is decided already. `unreachable-after-send` means that it may have happened.
 */
export async function sendTradeIn(send: SendTradeIn): Promise<Reply<TradeInAnswer>> {
  const { writer, jar, baseUrl, orderItem, decision } = send
  const url = apiUrl(baseUrl, ['users', 'order_item', orderItem, `tradein_${decision}`])
  if (url === null) return failed(failure('bad-input', { code: 'unsendable-path' }))
  const written = await writer.write({
    url,
    method: 'GET',
    headers: {
      Accept: 'application/json, text/plain;q=0.9',
      'Accept-Language': send.language(),
      'X-Requested-With': 'XMLHttpRequest',
    },
    jar,
    ...(send.timeoutMs === undefined ? {} : { timeoutMs: send.timeoutMs }),
  })
  const reply = written.ok ? judge(written.answer) : failed(classifyError(written.error, { baseUrl, url }))
  return settleReply(reply, send.asksNobody)
}

function judge(answer: Answer): Reply<TradeInAnswer> {
  const { status } = answer
  const text = readWords(answer)
  if (status === 404) return ok({ text, alreadyDecided: true })
  if (status < 200 || status >= 300) return failed(classifyAnswer(answer) ?? failure('incompatible', { status }))
  if (isLoginPage(answer)) return failed(failure('signed-out', { status }))
  const parsed = parseAnswer(answer)
  // The documented answer is plain text or nothing. A page comes from elsewhere.
  if (text === null && answer.bytes.length > 0 && !parsed.ok) return failed(failure('not-json', { status }))
  // Akinon puts errors into an object, and a 202 only promises something. Neither says that the trade-in is decided.
  const isDone = status !== 202 && !(parsed.ok && typeof parsed.value === 'object' && parsed.value !== null)
  if (isDone) return ok({ text, alreadyDecided: false })
  return failed(failure('incompatible', { status, ...(parsed.ok ? readErrors(parsed.value) : {}) }))
}

function readWords(answer: Answer): string | null {
  const parsed = parseAnswer(answer)
  const raw = parsed.ok
    ? (readScalar(parsed.value) ?? readDetail(parsed.value))
    : decodeText(answer.bytes, answer.headers.get('content-type'))
  const text = raw?.trim() ?? ''
  return text === '' || /<(?:!doctype|html|body|head)\b/i.test(text) ? null : text.slice(0, maxTextLength)
}

function readDetail(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  return 'detail' in value ? readText(value.detail) : readText(value)
}
