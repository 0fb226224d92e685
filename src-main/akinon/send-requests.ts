import type { CancellationPayload, Command } from '../contract/commands.ts'
import type { Outcome } from '../contract/entries.ts'
import { type Failure, type FieldError, failure, type Reply } from '../contract/failures.ts'
import type { CancellationRequest } from '../contract/resources.ts'
import { parseAnswer } from './answers.ts'
import { classifyAnswer, classifyRefusal, classifyWrite, classifyWriteError, judgeRequest } from './classify.ts'
import type { CookieJar } from './cookie-jar.ts'
import { writeJson } from './json.ts'
import type { OneShotWriter } from './one-shot-writer.ts'
import { readErrors } from './read-errors.ts'
import { readPage } from './read-lists.ts'
import { readRequest } from './read-request.ts'
import { settleOutcomes } from './session-doubt.ts'
import { apiUrl } from './urls.ts'
import { asRecord, readReference } from './values.ts'
import type { Answer } from './wire.ts'

/** One request to send. */
interface RequestToSend {
  readonly command: Command
  /** Ids of the requests that the shop had for this item before. None of them can be the result of this send. */
  readonly baselineIds: readonly string[]
}

/** Sends one cancellation request. Never throws. */
export async function sendCancellation(wire: RequestWire, { command, baselineIds }: RequestToSend): Promise<Outcome> {
  const { payload } = command
  const [outcome] = await postRequests(wire, {
    path: 'cancellation_requests',
    body: writePayload(payload),
    count: 1,
    judge: answer => [classifyWrite(answer, request => isOurs(request, payload, baselineIds))],
  })
  return outcome ?? { kind: 'unknown', failure: failure('bug') }
}

/** Sends several requests, of one or more orders, in one bulk call. Outcomes are in the same order. Never throws. */
export function sendCancellations(wire: RequestWire, sends: readonly RequestToSend[]): Promise<readonly Outcome[]> {
  return postRequests(wire, {
    path: 'bulk_cancellation_requests',
    body: `{"cancel_order_items":[${sends.map(({ command }) => writePayload(command.payload)).join(',')}]}`,
    count: sends.length,
    judge: answer =>
      judgeBulk(
        answer,
        sends.map(
          ({ command, baselineIds }) =>
            request =>
              isOurs(request, command.payload, baselineIds),
        ),
        sends.map(({ command }) => command.payload.order_item),
      ),
  })
}

function isOurs(request: CancellationRequest, payload: CancellationPayload, baselineIds: readonly string[]): boolean {
  const { id, order_item, cancellation_type } = request
  if (order_item !== payload.order_item || baselineIds.includes(id)) return false
  return cancellation_type === null || cancellation_type === payload.cancellation_type
}

/** What a POST of cancellation requests needs. */
export interface RequestWire {
  readonly writer: OneShotWriter
  readonly jar: CookieJar
  readonly baseUrl: string
  readonly language: () => string
  /** Renews the token and its cookie in the account's session; see sign-in.ts. */
  readonly fetchCsrf: () => Promise<Reply<string | null>>
  /** Whether the shop says that nobody is signed in; see session-doubt.ts. */
  readonly asksNobody: () => Promise<boolean>
  readonly timeoutMs?: number
}

interface RequestPost {
  readonly path: 'cancellation_requests' | 'bulk_cancellation_requests'
  readonly body: string
  /** The number of requests in it, which is that of the outcomes. */
  readonly count: number
  readonly judge: (answer: Answer) => readonly Outcome[]
}

const idKeys: ReadonlySet<string> = new Set(['order_item', 'reason', 'shipping_company', 'pickup_address'])

/** One request as the documents' examples write it: ids as numbers with all their digits. */
const writePayload = (payload: Readonly<Record<string, unknown>>): string => writeJson(payload, idKeys)

/**
 * One POST, and a second one only after a refused CSRF token, which Django checks before any view runs. An outcome for
 * each request in it. Never throws.
 */
async function postRequests(wire: RequestWire, post: RequestPost): Promise<readonly Outcome[]> {
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

/** When the token can't be fetched, nothing was sent: the write had not begun. */
function ofRead(why: Failure): Failure {
  return why.kind === 'unreachable-after-send' ? { ...why, kind: 'offline' } : why
}

/** Statuses for a path or a method that the shop does not have. */
const saysNoSuchCall: ReadonlySet<number> = new Set([404, 405, 501])

type IsOurs = (request: CancellationRequest) => boolean

/**
 * How each request of a bulk call ended. Rows are matched by `order_item`, in any order. The document
 * does not say whether one bad item fails all, so a refusal is never taken as a line's own: it is `refused-together`.
 */
function judgeBulk(
  answer: Answer,
  isOurs: readonly IsOurs[],
  orderItems: readonly string[],
  nowMs?: number,
): readonly Outcome[] {
  const why = classifyAnswer(answer, nowMs)
  if (why === null) return judgeRows(answer, isOurs, orderItems)
  // A shop without this call usually answers with such a page. Each line is looked for at the shop all the same.
  const kind = saysNoSuchCall.has(answer.status) ? 'rejected' : classifyRefusal(answer, why)
  const ended = kind === 'rejected' ? 'refused-together' : kind
  return orderItems.map((item, index) => ({ kind: ended, failure: ownPart(why, index, item) }))
}

function judgeRows(answer: Answer, isOurs: readonly IsOurs[], orderItems: readonly string[]): readonly Outcome[] {
  const { status } = answer
  const parsed = parseAnswer(answer)
  const value = parsed.ok ? parsed.value : null
  const rows: readonly unknown[] =
    readPage<unknown>(value, { page: 1, limit: orderItems.length, startedAt: 0 }, row => [row])?.rows.flat() ?? []
  // 202 and the like promise something for later; only 200 and 201 say that it is done.
  const requests = status === 200 || status === 201 ? rows.flatMap(row => readRequest(row) ?? []) : []
  return orderItems.map((item, index) => {
    const found = requests.filter(request => isOurs[index]?.(request))
    const [request] = found
    if (request !== undefined && found.length === 1) return judgeRequest(request, status)
    const refusal = request === undefined ? refusalIn(rows, index, item, orderItems.length) : null
    return refusal === null
      ? { kind: 'unknown', failure: failure('incompatible', { status, code: 'row-missing' }) }
      : { kind: 'refused-together', failure: failure('rejected', { status, ...refusal }) }
  })
}

/** A row that is no request but holds errors of this item: it names the item, or has its index. */
function refusalIn(rows: readonly unknown[], index: number, item: string, sent: number) {
  const named = rows.find(row => readReference(asRecord(row)?.['order_item']) === item && readRequest(row) === null)
  const inPlace = rows.length === sent && readRequest(rows[index]) === null ? rows[index] : undefined
  const row = asRecord(named ?? inPlace)
  if (row === null) return null
  const { order_item: _, ...rest } = row
  const said = readErrors(rest)
  return said.errors.length > 0 || said.code !== null ? said : null
}

/** The errors of a refused call that concern one item: its own, and those that name no item. */
function ownPart(why: Failure, index: number, item: string): Failure {
  const errors = why.errors.flatMap(({ field, text }): FieldError[] => {
    const parts = (field ?? '').split('.').filter(part => part !== '' && part !== 'cancel_order_items')
    const [first = '', ...rest] = parts
    if (!/^\d+$/.test(first)) return [{ field: parts.join('.') || null, text }]
    return first === String(index) || first === item ? [{ field: rest.join('.') || null, text }] : []
  })
  return { ...why, errors }
}
