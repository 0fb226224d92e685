import type { Outcome } from '../contract/entries.ts'
import { type Failure, type FieldError, failure } from '../contract/failures.ts'
import type { CancellationRequest } from '../contract/resources.ts'
import { parseAnswer } from './answers.ts'
import { classifyAnswer, classifyRefusal, judgeRequest } from './classify.ts'
import { readErrors } from './read-errors.ts'
import { readPage } from './read-page.ts'
import { readRequest } from './read-request.ts'
import { asRecord, readReference } from './values.ts'
import type { Answer } from './wire.ts'

/** A path or a method that the shop does not have. */
const saysNoSuchCall: ReadonlySet<number> = new Set([404, 405, 501])

type IsOurs = (request: CancellationRequest) => boolean

/**
 * How each request of a bulk call ended (API.md C4, e.27). Rows are matched by `order_item`, in any order. The document
 * does not say whether one bad item fails all, so a refusal is never taken as a line's own: it is `refused-together`.
 */
export function judgeBulk(
  answer: Answer,
  isOurs: readonly IsOurs[],
  orderItems: readonly string[],
  nowMs?: number,
): readonly Outcome[] {
  const why = classifyAnswer(answer, nowMs)
  if (why === null) return judgeRows(answer, isOurs, orderItems)
  // A page that says so is the usual answer of a shop without this call; whatever sent it, the lines are looked for.
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
  // 202 and the like promise something for later; only 200 and 201 say that it is done (API.md a.5).
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

/** A row that is no request but says what is wrong with this one: it names the item, or stands in its place. */
function refusalIn(rows: readonly unknown[], index: number, item: string, sent: number) {
  const named = rows.find(row => readReference(asRecord(row)?.['order_item']) === item && readRequest(row) === null)
  const inPlace = rows.length === sent && readRequest(rows[index]) === null ? rows[index] : undefined
  const row = asRecord(named ?? inPlace)
  if (row === null) return null
  const { order_item: _, ...rest } = row
  const said = readErrors(rest)
  return said.errors.length > 0 || said.code !== null ? said : null
}

/** What a refusal of the whole call says about one of its items: its own errors, and those that name no item. */
function ownPart(why: Failure, index: number, item: string): Failure {
  const errors = why.errors.flatMap(({ field, text }): FieldError[] => {
    const parts = (field ?? '').split('.').filter(part => part !== '' && part !== 'cancel_order_items')
    const [first = '', ...rest] = parts
    if (!/^\d+$/.test(first)) return [{ field: parts.join('.') || null, text }]
    return first === String(index) || first === item ? [{ field: rest.join('.') || null, text }] : []
  })
  return { ...why, errors }
}
