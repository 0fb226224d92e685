import { describe, expect, it } from 'vitest'
import { applyRows, isStale } from '../../../src-renderer/lists/apply-rows.ts'
import { summariseOldOrder } from '../../../src-renderer/lists/old-orders.ts'
import { describeOrder, summariseOrder } from '../../../src-renderer/lists/orders.ts'
import { pendingPlan, summarisePending } from '../../../src-renderer/lists/pending.ts'
import { chooseMode, findLeft } from '../../../src-renderer/lists/pull.ts'
import { joinRequest, summariseRequest } from '../../../src-renderer/lists/requests.ts'
import type { PendingSummary } from '../../../src-renderer/model/summaries.ts'
import { SummarySegments } from '../../../src-renderer/storage/segments.ts'
import {
  dateOf,
  makeAddress,
  makeItem,
  makeOldOrder,
  makeOrder,
  makePending,
  makePendingItem,
  makeRequest,
  noStatus,
} from '../fakes/rows.ts'

describe('summariseOrder', () => {
  it('sums an order up', () => {
    const summary = summariseOrder(
      makeOrder(5, { orderitem_set: [makeItem('a'), makeItem('b', { is_cancellable: null })] }),
    )
    expect(summary).toMatchObject({
      id: '5',
      at: Date.parse(dateOf(5)),
      person: 'Işıl Gökçe',
      itemIds: ['a', 'b'],
      firstItem: 'Yün Şal',
      cancellable: 1,
      refundable: 0,
      amount: '20.37',
      currency: 'try',
    })
    expect(summary.haystack).toContain('isil gokce')
    expect(summary.haystack).toContain('\t5321234567')
  })

  it('bears an order of nothing', () => {
    const bare = makeOrder(1, {
      number: null,
      status: noStatus,
      currency: noStatus,
      orderitem_set: [],
      unreadable_items: 2,
      shipping_address: null,
      user_email: null,
      amount: null,
      created_date: 'yesterday',
    })
    expect(summariseOrder(bare)).toMatchObject({
      at: null,
      dateText: 'yesterday',
      person: null,
      amount: null,
      itemCount: 2,
    })
  })

  it('describes a change of a line although the dates stayed', () => {
    const order = makeOrder(1)
    const shipped = makeOrder(1, {
      orderitem_set: [makeItem('1-1', { status: { value: '500', label: null } }), makeItem('1-2')],
    })
    expect(describeOrder(shipped)).not.toBe(describeOrder(order))
    expect(describeOrder(makeOrder(1))).toBe(describeOrder(order))
  })

  it('cuts what would slow every search down', () => {
    const long = 'x'.repeat(100_000)
    expect(summariseOrder(makeOrder(1, { number: long, user_email: long })).haystack.length).toBeLessThan(5000)
  })
})

describe('summarisePending', () => {
  it('tells orders with a line that waits for a decision from those that the shop listed without one', () => {
    const of = (status: string | null) =>
      summarisePending(makePending(1, { orderitem_set: [makePendingItem('1-1', status)] }))
    for (const status of [
      'waiting',
      'WAITING ',
      'confirmation_waiting',
      'waiting_approval',
      'confirmed',
      'İnceleniyor',
    ]) {
      expect(of(status).waitingItemIds, status).toEqual(['1-1'])
      expect(of(status).withoutWaiting, status).toBeUndefined()
    }
    for (const status of [null, ' ', 'approved', 'rejected', 'completed', 'waiting_for_payment', 'canceled'])
      expect(of(status), String(status)).toMatchObject({ waitingItemIds: [], withoutWaiting: true })
  })

  it('keeps an order whose waiting item may be the unreadable one', () => {
    const order = summarisePending(makePending(1, { orderitem_set: [], unreadable_items: 1 }))
    expect([order.waitingItemIds, order.withoutWaiting]).toEqual([[], undefined])
  })

  it('finds people by SKU, name and phone', () => {
    expect(summarisePending(makePending(1)).haystack).toMatch(/oya cinar[\s\S]*sku-1-1[\s\S]*\t5559998877/)
  })
})

describe('summariseRequest', () => {
  it('keeps the IBAN out of the search', () => {
    const request = makeRequest('9', '1-1', { holder_name: 'Işıl' })
    expect(JSON.stringify(summariseRequest(request))).not.toContain('TR00')
  })

  it('takes the order side over once it is known', () => {
    const alone = summariseRequest(makeRequest('9', '1-1'))
    expect(alone).toMatchObject({ orderId: null, productName: null })
    expect(joinRequest(alone, undefined)).toBe(alone)
    const item = { id: '1-1', name: 'Yün Şal', line: { amount: '11.87', pieces: null }, currency: 'try' }
    const joined = joinRequest(alone, { orderId: '1', orderNumber: 'N1', person: 'Işıl', item })
    expect(joined).toMatchObject({ orderId: '1', orderNumber: 'N1', productName: 'Yün Şal', amount: '11.87' })
    expect(joined.haystack).toContain('yun sal')
  })
})

it('takes the free text of an old order for its status', () => {
  expect(summariseOldOrder(makeOldOrder(3))).toMatchObject({
    status: { value: 'pasive', label: 'pasive' },
    itemCount: 0,
  })
  expect(summariseOldOrder(makeOldOrder(3)).haystack).toContain('umraniye')
})

describe('applyRows', () => {
  const now = 1000
  it('does not let an older reply overwrite a newer one', () => {
    const book = new SummarySegments<PendingSummary>()
    applyRows(pendingPlan, book, [makePending(1, { amount: 'new' })], 500, now)
    const applied = applyRows(pendingPlan, book, [makePending(1, { amount: 'old' })], 400, now)
    expect(applied.writes).toEqual([])
    expect(book.get('1')?.summary.amount).toBe('new')
  })

  it('trusts no read time from the future', () => {
    expect(isStale(5000, 500, now)).toBe(false)
    expect(isStale(900, 500, now)).toBe(true)
    expect(isStale(500, 500, now)).toBe(false)
  })

  it('keeps a row in which nothing waits any more, and marks it', () => {
    const book = new SummarySegments<PendingSummary>()
    applyRows(pendingPlan, book, [makePending(1)], 1, now)
    applyRows(pendingPlan, book, [makePending(1, { orderitem_set: [makePendingItem('1-1', 'approved')] })], 2, now)
    expect(book.get('1')?.summary.withoutWaiting).toBe(true)
  })

  it('keeps the key of an address without one apart from others', () => {
    expect(makeAddress({ pk: null }).pk).toBeNull()
  })
})

describe('findLeft', () => {
  const book = new SummarySegments<number>()
  for (const id of ['stays', 'gone', 'unread', 'fresh']) {
    book.put({ id, summary: 0, readAt: id === 'fresh' ? 150 : 10, stamp: '' })
  }
  const facts = {
    seen: new Set(['stays']),
    startedAt: 100,
    now: 200,
    unreadable: [{ index: 0, raw: '{"id": "unread", "x": 1}' }],
  }

  it('after a clean walk removes what was not seen, was not unreadable and was not read since', () => {
    expect(findLeft(book, { ...facts, clean: true, misses: null })).toEqual(['gone'])
  })

  it('after an unclean walk waits for a second one that misses the row too', () => {
    const misses = new Map<string, number>()
    expect(findLeft(book, { ...facts, clean: false, misses })).toEqual([])
    expect(findLeft(book, { ...facts, clean: false, misses })).toEqual(['gone'])
    expect(findLeft(book, { ...facts, clean: false, misses: null })).toEqual([])
  })

  it('forgets a miss when the row is seen again', () => {
    const misses = new Map<string, number>()
    findLeft(book, { ...facts, clean: false, misses })
    findLeft(book, { ...facts, seen: new Set(['stays', 'gone']), clean: false, misses })
    expect(findLeft(book, { ...facts, clean: false, misses })).toEqual([])
  })
})

describe('chooseMode', () => {
  const record = { asOf: 1_000_000, headAsOf: null, newestFirst: true, unreadable: [] }
  const facts = { record, rowCount: 5000, fullEveryMs: 60_000, byUser: false, now: 1_010_000 }
  it.each([
    ['a young long list', {}, 'head'],
    ['a list that shrinks', { fullEveryMs: null }, 'full'],
    ['a list never read to its end', { record: { ...record, asOf: null } }, 'full'],
    ['a shop that does not sort newest first', { record: { ...record, newestFirst: false } }, 'full'],
    ['an old list', { now: 1_100_000 }, 'full'],
    ['a clock that was set back', { now: 900_000 }, 'full'],
    ['a person and a short list', { byUser: true, rowCount: 1000 }, 'full'],
    ['a person and a long list', { byUser: true }, 'head'],
  ] as const)('%s', (_name, more, mode) => {
    expect(chooseMode({ ...facts, ...more })).toBe(mode)
  })
})
