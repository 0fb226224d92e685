import { describe, expect, it } from 'vitest'
import {
  entriesAbout,
  itemsOf,
  keyOfItem,
  orderTotals,
} from '../../../../../src-renderer/features/records/customers/person.ts'
import type { OrderSummary, PendingSummary, RequestSummary } from '../../../../../src-renderer/model/summaries.ts'
import { haystackOf } from '../../../../../src-renderer/search/corpus.ts'
import type { AccountRows, RecordRow } from '../../../../../src-renderer/search/people.ts'
import { entry, noFigures } from '../../../fakes/screen-rows.ts'

const orderRow = (id: string, amount: string | null, currency: string | null, number: string | null = id) =>
  ({
    id,
    number,
    amount,
    currency,
    at: Number(id),
    person: 'Ada',
    haystack: haystackOf(number, ['ada', 'ada@posta.example']),
  }) as OrderSummary
const orderRecord = (...row: Parameters<typeof orderRow>): RecordRow => ({
  screen: 'orders',
  accountId: 'c1',
  row: orderRow(...row),
})

describe('what a customer ordered in all', () => {
  it('is exact, and apart for each currency', () => {
    const records = [orderRecord('1', '0.10', 'try'), orderRecord('2', '0.20', 'TRY'), orderRecord('3', '5', 'eur')]
    expect(orderTotals(records)).toEqual([
      { currency: 'TRY', amount: '0.30', orders: 2 },
      { currency: 'EUR', amount: '5', orders: 1 },
    ])
  })

  it('counts an order once that both of the shop’s systems show', () => {
    const pending: RecordRow = {
      screen: 'pending',
      accountId: 's1',
      row: orderRow('9', '7.00', 'try', 'N') as PendingSummary & OrderSummary,
    }
    expect(orderTotals([orderRecord('1', '7.00', 'try', 'N'), pending])).toEqual([
      { currency: 'TRY', amount: '7.00', orders: 1 },
    ])
  })

  it('is no sum when an amount is missing', () => {
    expect(orderTotals([orderRecord('1', '7.00', 'try'), orderRecord('2', null, 'try')])[0]?.amount).toBeNull()
  })
})

describe('a customer’s entries', () => {
  const accounts: readonly AccountRows[] = [
    { accountId: 'c1', orders: [orderRow('1', '1.00', 'try')], 'old-orders': [], pending: [], requests: [] },
  ]
  const about = (orderId: string, customerName: string | null) => ({
    ...entry('x', 'QUEUED').about,
    orderId,
    customerName,
  })
  const ofOrder = entry('e1', 'QUEUED', { accountId: 'c1', about: about('1', 'Somebody else'), createdAt: 5 })
  const byName = entry('e2', 'REJECTED', { accountId: 'c1', about: about('gone', 'ADA'), createdAt: 6 })

  it('go by their order, and by name only when the order is not here', () => {
    expect(entriesAbout([ofOrder, byName], accounts, 'mail ada@posta.example')).toEqual([ofOrder])
    expect(entriesAbout([ofOrder, byName], accounts, 'name ada')).toEqual([byName])
  })

  it('stand among the records by time, and are not said twice as a request', () => {
    const request: RecordRow = {
      screen: 'requests',
      accountId: 'c1',
      row: { ...orderRow('77', null, null), id: '77' } as RequestSummary & OrderSummary,
    }
    const done = entry('e3', 'CONFIRMED', {
      accountId: 'c1',
      result: { requestId: '77', via: 'response', easyReturnCode: null },
    })
    const items = itemsOf(
      [orderRecord('1', '1.00', 'try'), request],
      [ofOrder, done, entry('e4', 'DROPPED')],
      noFigures,
    )
    expect(items.map(keyOfItem)).toEqual(['c1 requests 77', 'outbox e1', 'c1 orders 1'])
  })
})
