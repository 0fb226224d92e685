import { expect, it } from 'vitest'
import { moneyRows } from '../../../src-renderer/features/orders/money-block.ts'
import { code, item, order } from './fake-rows.ts'

const left = (more: Parameters<typeof order>[1]) =>
  moneyRows(order([item('11')], more)).find(({ key }) => key === 'left')

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

it('nothing is left to refund of what was not paid', () => {
  expect(left({ is_payable: true })).toBeUndefined()
  expect(left({ status: code('300') })).toBeUndefined()
  expect(left({ is_payable: null })).toBeDefined()
})
