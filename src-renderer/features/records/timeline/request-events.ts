import type { CancellationRequest } from '../../../../src-main/contract/resources.ts'
import { enumText } from '../../../model/enum-text.ts'
import { isDecidedRequest } from '../../../model/request-status.ts'
import type { RequestSummary } from '../../../model/summaries.ts'
import type { ShopFact, TimelineEvent, When } from './events.ts'
import type { LineFacts } from './order-facts.ts'
import { lastChangeOf, whenOf } from './when.ts'

/** What the shop's requests for these lines say; `listed` are those of the list of requests, which may know more of them. */
export const requestEvents = (
  lines: readonly LineFacts[],
  listed: readonly RequestSummary[],
): readonly TimelineEvent[] => {
  const later = new Map(listed.map(row => [row.id, row]))
  const whose = (line: LineFacts) => (lines.length > 1 ? [line.name ?? line.id] : [])
  const own = lines.flatMap(line => line.requests.map(each => ofRow(each, later.get(each.id), whose(line))))
  const known = new Set(lines.flatMap(line => line.requests.map(each => each.id)))
  const byId = new Map(lines.map(line => [line.id, line]))
  const others = listed.flatMap(row => {
    const line = row.orderItem === null ? undefined : byId.get(row.orderItem)
    return line === undefined || known.has(row.id) ? [] : ofSummary(row, whose(line))
  })
  return [...own.flat(), ...others]
}

const event = (id: string, when: When, lines: readonly string[], fact: ShopFact): TimelineEvent => ({
  id,
  when,
  source: 'shop',
  lines,
  ...fact,
})

const ofRow = (
  request: CancellationRequest,
  listed: RequestSummary | undefined,
  lines: readonly string[],
): readonly TimelineEvent[] => {
  const of = { requestId: request.id, type: request.cancellation_type }
  const back = request.easy_return
  // The order may have been read before the decision, and the list after it.
  const fresher = listed && isDecidedRequest(listed) && !isDecidedRequest(request)
  const status = fresher ? listed.status : request.status
  const changed: When = fresher ? { kind: 'unsaid' } : lastChangeOf(request.modified_date, request.created_date)
  const key = `request ${request.id}`
  return [
    event(key, whenOf(request.created_date), lines, { kind: 'requested', ...of }),
    ...(isDecidedRequest({ status })
      ? [event(`${key} decided`, changed, lines, { kind: 'decided', status, ...of })]
      : []),
    ...(back?.code
      ? [
          event(`${key} code`, whenOf(back.start_date), lines, {
            kind: 'return-code',
            code: back.code,
            carrier: enumText(back.shipping_company),
            ...of,
          }),
        ]
      : []),
    ...(back?.pickup_date?.date
      ? [
          event(`${key} pickup`, whenOf(back.pickup_date.date), lines, {
            kind: 'pickup',
            pickup: back.pickup_date,
            ...of,
          }),
        ]
      : []),
  ]
}

const ofSummary = (row: RequestSummary, lines: readonly string[]): readonly TimelineEvent[] => {
  const of = { requestId: row.id, type: row.cancellationType }
  const made: When = whenOf(row.dateText)
  return [
    event(`request ${row.id}`, made, lines, { kind: 'requested', ...of }),
    ...(isDecidedRequest(row)
      ? [event(`request ${row.id} decided`, { kind: 'unsaid' }, lines, { kind: 'decided', status: row.status, ...of })]
      : []),
    ...(row.easyReturnCode
      ? [
          event(`request ${row.id} code`, { kind: 'unsaid' }, lines, {
            kind: 'return-code',
            code: row.easyReturnCode,
            carrier: null,
            ...of,
          }),
        ]
      : []),
  ]
}
