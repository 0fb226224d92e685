import { describe, expect, it } from 'vitest'
import { readOrder } from '../../../src-main/akinon/read-order.ts'
import { readRequest } from '../../../src-main/akinon/read-request.ts'
import type { CancellationRequest, OrderItem } from '../../../src-main/contract/resources.ts'
import { factsOfOrder } from '../../../src-renderer/features/records/timeline/order-events.ts'
import { requestsOfOrder } from '../../../src-renderer/features/request/slip/use-slip.ts'
import { eligibilityOf } from '../../../src-renderer/model/eligibility.ts'
import { hasOwnId, openRequestOf, requestsOfItem } from '../../../src-renderer/model/item-requests.ts'
import { requestsOf } from '../../../src-renderer/outbox/evidence.ts'
import { conflictBefore } from '../../../src-renderer/outbox/policy.ts'
import { entry } from '../fakes/screen-rows.ts'

const read = (line: object) => {
  const order = readOrder({ id: 9, orderitem_set: [{ id: 11, ...line }] })
  const [item] = order?.orderitem_set ?? []
  if (!order || !item) throw new Error('not read')
  return { order, item }
}
const listed = (row: object): CancellationRequest => {
  const request = readRequest({ order_item: 11, ...row })
  if (!request) throw new Error('not read')
  return request
}
const codes = (item: OrderItem, list: readonly CancellationRequest[] = []) =>
  requestsOfItem(item, list).map(({ id, easy_return }) => [id, easy_return?.code ?? null])

const open = { id: 74, order_item: 11, cancellation_type: 'refund', status: { value: 'open', label: 'Açık' } }
const refused = { ...open, id: 70, status: { value: 'rejected' } }
const code = { easy_return: { code: 'KI-1' } }

describe('an active request without an id', () => {
  it.each([
    ['a list', [code]],
    ['a tuple of one in a list', [[code]]],
    ['an object', code],
    ['a list with what repeats the request', [{ ...code, status: 'open', cancellation_type: 'refund' }]],
  ])('as %s adds its code to the row it belongs to, on every screen', (_, active) => {
    const { order, item } = read({ active_cancellation_request: active, cancellationrequest_set: [refused, open] })
    expect(codes(item)).toEqual([
      ['70', null],
      ['74', 'KI-1'],
    ])
    expect(openRequestOf(item)).toMatchObject({ id: '74', status: { value: 'open' }, easy_return: { code: 'KI-1' } })
    expect(requestsOfOrder(order).map(({ id }) => id)).toEqual(['70', '74'])
    expect(factsOfOrder(order).lines[0]?.requests.every(({ id }) => hasOwnId(id))).toBe(true)
    expect(eligibilityOf(item, order, null).whyNot).toMatchObject({ code: 'requested', requestId: '74' })
    expect(conflictBefore(entry('e', 'QUEUED'), requestsOf('11', [], item), item)?.candidateIds).toEqual(['74'])
  })

  it('follows a code that a row has already', () => {
    const two = [
      { ...open, id: 73, easy_return: { code: 'KI-0' } },
      { ...open, ...code },
    ]
    expect(codes(read({ active_cancellation_request: [code], cancellationrequest_set: two }).item)).toEqual([
      ['73', 'KI-0'],
      ['74', 'KI-1'],
    ])
  })

  it('stays by itself, without a number, when it is not certain whose it is', () => {
    const between = read({ active_cancellation_request: [code], cancellationrequest_set: [{ ...open, id: 73 }, open] })
    expect(codes(between.item)).toHaveLength(3)
    const over = read({ active_cancellation_request: [code], cancellationrequest_set: [refused] })
    expect(codes(over.item)).toHaveLength(2)
    expect(eligibilityOf(over.item, over.order, null).types).toEqual([])
  })

  it('belongs to the row of the list of requests, where the order shows no other', () => {
    const { item } = read({ active_cancellation_request: [code] })
    expect(codes(item, [listed(open)])).toEqual([['74', 'KI-1']])
    expect(requestsOf('11', [listed(open)], item).map(({ id }) => id)).toEqual(['74'])
  })
})

describe('other ways to send one request twice', () => {
  it('are one: the same id in part and in full', () => {
    const { item } = read({ active_cancellation_request: { id: 74, ...code }, cancellationrequest_set: [open] })
    expect(requestsOfItem(item)).toHaveLength(1)
    expect(openRequestOf(item)).toMatchObject({ status: { value: 'open' }, easy_return: { code: 'KI-1' } })
  })

  it('are one: a row of the order without an id, and the list’s own', () => {
    const { id: _, ...nameless } = open
    const { item } = read({ cancellationrequest_set: [{ ...nameless, ...code }] })
    expect(codes(item, [listed(open)])).toEqual([['74', 'KI-1']])
  })

  it('are two when anything differs, and two rows of one order are never one', () => {
    const { id: _, ...nameless } = open
    const other = read({ cancellationrequest_set: [{ ...nameless, reason: 5 }] })
    expect(codes(other.item, [listed({ ...open, reason: 6 })])).toHaveLength(2)
    expect(codes(read({ cancellationrequest_set: [nameless, open] }).item)).toHaveLength(2)
    expect(codes(read({ cancellationrequest_set: [nameless, nameless] }).item, [listed(open)])).toHaveLength(2)
  })
})
