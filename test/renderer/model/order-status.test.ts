import { describe, expect, it } from 'vitest'
import { readOrder } from '../../../src-main/akinon/read-order.ts'
import type { Order } from '../../../src-main/contract/resources.ts'
import { orderStatusWords } from '../../../src-renderer/features/common/words/status-words.ts'
import { statusChoices } from '../../../src-renderer/features/records/filters/filters.ts'
import { factsOfOrder, orderEvents } from '../../../src-renderer/features/records/timeline/order-events.ts'
import { orderSubjects } from '../../../src-renderer/features/request/tell/subjects.ts'
import { setupI18n } from '../../../src-renderer/i18n/setup.ts'
import { describeOrder, summariseOrder } from '../../../src-renderer/lists/orders.ts'
import { eligibilityOf } from '../../../src-renderer/model/eligibility.ts'
import { orderStatusName, statusOfItem, statusOfOrder } from '../../../src-renderer/model/order-status.ts'
import { conflictBefore } from '../../../src-renderer/outbox/policy.ts'
import { entry } from '../fakes/screen-rows.ts'

const { t } = await setupI18n('en')
const scene = { shopName: null, shopIsAway: false, today: '2026-11-30' }

const read = (order: object, line: object = {}): Order => {
  const whole = readOrder({ id: 9, number: '9001', orderitem_set: [{ id: 11, ...line }], ...order })
  if (whole === null) throw new Error('not read')
  return whole
}

/** What each screen makes of the order's first line. */
const seen = (order: Order) => {
  const [line] = order.orderitem_set
  if (!line) throw new Error('no line')
  const [subject] = orderSubjects(order, new Map(), scene)
  return {
    list: orderStatusWords(summariseOrder(order).status, t).text,
    line: orderStatusWords(statusOfItem(line, order), t).text,
    why: eligibilityOf(line, order, null).whyNot?.code,
    told: subject?.toTell.kind === 'sentence' ? subject.toTell.situation : subject?.toTell.why,
    outbox: conflictBefore(entry('e', 'QUEUED'), [], line)?.reason ?? null,
    events: orderEvents(factsOfOrder(order)).flatMap(event =>
      event.kind === 'status' ? [orderStatusWords(event.status, t).text] : [],
    ),
  }
}

const closed = { is_cancellable: false, is_refundable: false }
const allCancelled = {
  list: 'Cancelled',
  line: 'Cancelled',
  why: 'cancelled',
  told: 'already-cancelled',
  events: ['Cancelled'],
}

describe('an order that is cancelled by its flag alone', () => {
  it.each([{}, null, '', { value: null, label: ' ' }, undefined])('says so everywhere, with the status %o', status => {
    const flags = { status, is_cancelled: true }
    expect(seen(read(flags, { ...flags, ...closed }))).toEqual({ ...allCancelled, outbox: 'item-already-decided' })
    expect(seen(read(flags, { status, ...closed }))).toMatchObject(allCancelled)
  })

  it('is counted under that status, so that the list can be filtered by it', () => {
    const rows = [
      summariseOrder(read({ status: {}, is_cancelled: true })),
      summariseOrder(read({ status: { value: '100' } })),
    ]
    expect(statusChoices(rows).map(({ value, count }) => [value, count])).toEqual([['100', 2]])
  })

  it('differs from what it was before, so that a list that is known already is read on', () => {
    expect(describeOrder(read({ status: {}, is_cancelled: true }))).not.toBe(
      describeOrder(read({ status: {}, is_cancelled: false })),
    )
  })

  it('stays unknown without the flag, and is what the shop says with a status of its own', () => {
    expect(statusOfOrder(read({ status: {} }))).toEqual({ value: null, label: null })
    const own = read({ status: { value: '450', label: 'Hazırlanıyor' }, is_cancelled: true })
    expect(statusOfOrder(own).value).toBe('450')
  })
})

describe('a refunded line', () => {
  const refund = { id: 7, cancellation_type: 'refund', status: { value: 'completed' } }

  it.each([
    ['its status', { status: { value: '600' } }],
    ['its status as a number', { status: 600 }],
    ['its status by name', { status: 'REFUNDED' }],
    ['a finished refund', { status: {}, cancellationrequest_set: [refund] }],
    ['a finished refund of a delivered line', { status: { value: '550' }, cancellationrequest_set: [refund] }],
  ])('is refunded and not cancelled, by %s, although the shop raises its flag', (_, more) => {
    const order = read({ status: { value: '550' } }, { ...closed, is_cancelled: true, ...more })
    expect(seen(order)).toMatchObject({ why: 'refunded', outbox: 'item-already-decided' })
  })

  it('is told to a customer as refunded', () => {
    const order = read({}, { ...closed, is_cancelled: true, status: { value: '600' } })
    expect(seen(order)).toMatchObject({ line: 'Refunded', told: 'already-refunded', events: ['Refunded'] })
  })

  it('is cancelled when what was finished is a cancellation', () => {
    const done = { ...refund, cancellation_type: 'cancel' }
    const order = read({}, { ...closed, is_cancelled: true, status: {}, cancellationrequest_set: [done] })
    expect(seen(order)).toMatchObject({ line: 'Cancelled', why: 'cancelled' })
  })
})

describe('a status in another spelling', () => {
  it('has the same name', () => {
    for (const value of ['100', 'cancelled', 'CANCELED', ' Cancelled '])
      expect(orderStatusName(value), value).toBe('cancelled')
    expect(orderStatusName('Cancellation Waiting')).toBe('cancellation_waiting')
    for (const value of [null, '', '999', 'toString', 'İptal']) expect(orderStatusName(value)).toBeNull()
  })
})
