import { expect, it } from 'vitest'
import type { Order } from '../../../../../src-main/contract/resources.ts'
import { moneyRows } from '../../../../../src-renderer/features/records/orders/order-money.tsx'
import { addMoney } from '../../../../../src-renderer/model/decimal.ts'
import { code, item, order, plainOrder } from '../../../fakes/screen-rows.ts'

const left = (more: Partial<Order>) => moneyRows(order([item('11')], more)).find(({ key }) => key === 'left')
const rowsOf = (of: Order) => moneyRows(of).map(({ key, amount }) => [key, amount])
const undiscounted = { discount_amount: '0.00', discountitem_set: [], refund_amount: '0.00' }

it('what is left to refund is the total less what was refunded, digit by digit', () => {
  expect(left({ amount: '3348.30', refund_amount: '899.90' })?.amount).toBe('2448.40')
  expect(left({ amount: '123456789012345678.10', refund_amount: '0.10' })?.amount).toBe('123456789012345678.00')
  expect(left({ amount: '20.370', refund_amount: '0.00' })?.amount).toBe('20.370')
})

it('one figure that can’t be read leaves nothing to say', () => {
  expect(left({ refund_amount: null })?.amount).toBeNull()
  expect(left({ refund_amount: '1.234,56' })?.amount).toBeNull()
  expect(left({ amount: 'NaN', refund_amount: '0.00' })?.amount).toBeNull()
})

it('nothing is left to refund of what was not paid, can’t go back, or went back', () => {
  expect(left({ is_payable: true })).toBeUndefined()
  expect(left({ status: code('300') })).toBeUndefined()
  expect(left({ is_payable: null })).toBeDefined()
  expect(left({ amount: '899.90', refund_amount: '899.90' })).toBeUndefined()
  const closed = order([item('11', { is_refundable: false, is_cancellable: false })], { is_refundable: false })
  expect(moneyRows(closed).map(({ key }) => key)).not.toContain('left')
})

it('the rows above the total come to it, and no row says nothing', () => {
  const documented = plainOrder([item('11', { price: '11.87' })], {
    ...undiscounted,
    amount: '20.37',
    amount_without_discount: '20.37',
    shipping_amount: '8.50',
  })
  expect(rowsOf(documented)).toEqual([
    ['items', '11.87'],
    ['shipping', '8.50'],
    ['total', '20.37'],
    ['left', '20.37'],
  ])
  const discounted = plainOrder([item('11', { price: '999.00' })], {
    ...undiscounted,
    amount: '599.40',
    amount_without_discount: '999.00',
    discount_amount: '399.60',
    refund_amount: '599.40',
  })
  expect(rowsOf(discounted)).toEqual([
    ['items', '999.00'],
    ['discount', '-399.60'],
    ['total', '599.40'],
    ['refunded', '599.40'],
  ])
  for (const each of [documented, discounted]) {
    const rows = moneyRows(each)
    const above = rows.slice(
      0,
      rows.findIndex(({ key }) => key === 'total'),
    )
    expect(addMoney(above.map(({ amount }) => amount))).toBe(each.amount)
  }
})

it('what the total may hold and need not add to it stands below it', () => {
  // Prices that hold the discount already.
  const reduced = plainOrder([item('11', { price: '90.00' })], { ...undiscounted, discount_amount: '10.00' })
  expect(rowsOf(reduced).slice(0, 2)).toEqual([
    ['total', '90.00'],
    ['discountInside', '10.00'],
  ])
  // Lines that don't make the total: part of them is not on the order any more.
  const less = plainOrder([item('11', { price: '50.00' })], {
    ...undiscounted,
    amount: '100.00',
    shipping_amount: '8.50',
  })
  expect(rowsOf(less).slice(0, 2)).toEqual([
    ['total', '100.00'],
    ['shippingInside', '8.50'],
  ])
})

it('the interest adds to the rows only where the total holds it', () => {
  const more = { ...undiscounted, installment_interest_amount: '5.00' }
  const inside = plainOrder([item('11', { price: '100.00' })], { ...more, amount: '105.00' })
  expect(rowsOf(inside).slice(0, 3)).toEqual([
    ['items', '100.00'],
    ['interest', '5.00'],
    ['total', '105.00'],
  ])
  const besides = plainOrder([item('11', { price: '100.00' })], more)
  expect(rowsOf(besides).slice(0, 2)).toEqual([
    ['total', '100.00'],
    ['interestBesides', '5.00'],
  ])
})
