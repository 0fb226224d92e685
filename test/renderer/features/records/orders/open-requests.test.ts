import { expect, it } from 'vitest'
import type { EntryState } from '../../../../../src-main/contract/entries.ts'
import { openRequestsOf } from '../../../../../src-renderer/features/records/orders/order-money.tsx'
import { groupByItem } from '../../../../../src-renderer/model/entries.ts'
import { code, customer, entry, item, plainOrder, request } from '../../../fakes/screen-rows.ts'

const none = new Map()
const asked = (more: Parameters<typeof request>[0] = {}) => ({ cancellationrequest_set: [request(more)] })

it('nothing is asked for while no line has an open request', () => {
  expect(openRequestsOf(plainOrder([item('11')]), none)).toEqual([])
})

it('an open request asks for the price of its line, exactly', () => {
  const lines = [item('11', asked()), item('12', { price: '0.10', ...asked({ id: '901', order_item: '12' }) })]
  expect(openRequestsOf(plainOrder(lines), none)).toEqual([{ currency: 'try', amount: '900.00', lines: 2 }])
})

it('a decided one does not: it is refunded, on its way or refused', () => {
  for (const status of ['approved', 'waiting_for_payment', 'rejected', 'completed', 'cancelled'])
    expect(openRequestsOf(plainOrder([item('11', asked({ status: code(status) }))]), none)).toEqual([])
})

it('one that waits on this computer counts, one the shop refused does not, and neither counts twice', () => {
  const amounts = (state: EntryState, more: Parameters<typeof item>[1] = {}) =>
    openRequestsOf(plainOrder([item('11', more)]), groupByItem([entry('a', state)], customer.id)).map(
      each => each.amount,
    )
  expect(amounts('QUEUED')).toEqual(['899.90'])
  expect(amounts('QUEUED', asked())).toEqual(['899.90'])
  expect(amounts('REJECTED')).toEqual([])
  expect(amounts('DROPPED')).toEqual([])
})

it('each currency is a sum of its own', () => {
  const lines = [
    item('11', asked()),
    item('12', { price: '5.00', price_currency: code('EUR'), ...asked({ id: '901' }) }),
  ]
  expect(openRequestsOf(plainOrder(lines), none).map(({ currency, amount }) => [currency, amount])).toEqual([
    ['try', '899.90'],
    ['eur', '5.00'],
  ])
})

it('some of several pieces cost their unit price, and what nobody says is not made up', () => {
  const three = { quantity: '3', price: '30.00', unit_price: '10.00' }
  const amount = (more: Parameters<typeof item>[1], of: Parameters<typeof request>[0]) =>
    openRequestsOf(plainOrder([item('11', { ...three, ...more, ...asked(of) })]), none)[0]?.amount
  expect(amount({}, { quantity: '2' })).toBe('20.00')
  expect(amount({}, { quantity: '3' })).toBe('30.00')
  expect(amount({}, { quantity: null })).toBeNull()
  expect(amount({}, { quantity: '4' })).toBeNull()
  // The order's total says that the price is for all three.
  expect(amount({ unit_price: null }, { quantity: '2' })).toBe('20.00')
  expect(amount({ price: '1.234,56' }, { quantity: '3' })).toBeNull()
})

it('the pieces of a request made here are known from it', () => {
  const own = entry('a', 'CONFIRMED', {
    command: {
      kind: 'cancellation-request',
      payload: { order_item: '11', cancellation_type: 'refund', reason: '5', quantity: 2 },
    },
    result: { requestId: '900', via: 'response', easyReturnCode: null },
    about: { ...entry('a', 'QUEUED').about, line: { amount: '30.00', pieces: '3' } },
  })
  const line = item('11', { quantity: '3', price: '30.00', unit_price: '10.00', ...asked() })
  expect(openRequestsOf(plainOrder([line]), groupByItem([own], customer.id))[0]?.amount).toBe('20.00')
})
