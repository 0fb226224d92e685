import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import {
  addMoney,
  currencyDigits,
  divideDown,
  isDecimal,
  isZeroMoney,
  negateMoney,
  subtractMoney,
} from '../../../src-renderer/model/decimal.ts'

describe('arithmetic', () => {
  it('adds without binary noise and keeps the places', () => {
    expect(addMoney(['0.10', '0.20'])).toBe('0.30')
    expect(addMoney(['1', '0.005'])).toBe('1.005')
  })

  it('gives nothing rather than a wrong sum', () => {
    expect(addMoney(['1.00', null])).toBeNull()
    expect(addMoney([])).toBeNull()
    expect(subtractMoney('10.00', 'x')).toBeNull()
  })

  it('subtracts and negates', () => {
    expect(subtractMoney('10.00', '2.50')).toBe('7.50')
    expect(negateMoney('-1.00')).toBe('1.00')
    expect(isZeroMoney('0.00')).toBe(true)
    expect(isZeroMoney(null)).toBe(false)
  })

  it('takes a plus sign, which the library does not', () => {
    expect(isZeroMoney('+0.00')).toBe(true)
    expect(addMoney(['+1.50', '1'])).toBe('2.50')
    expect(subtractMoney('+10.00', '+2.50')).toBe('7.50')
    expect(negateMoney('+2.50')).toBe('-2.50')
  })
})

it('what is no text is no decimal: rows of an older version may hold numbers', () => {
  expect([10, null, undefined, {}, '1e3', '1.234,56', ' 5'].map(isDecimal)).not.toContain(true)
})

it('division drops digits and never rounds up, however long the figures are', () => {
  expect(divideDown(new Big('100'), new Big('3'), 2).down.toFixed(2)).toBe('33.33')
  expect(divideDown(new Big('99999999999999999999999999999.99'), new Big('7'), 2).down.toFixed(2)).toBe(
    '14285714285714285714285714285.71',
  )
})

it('knows how many digits a currency has', () => {
  expect(['try', 'JPY', 'kwd', null, 'bonus'].map(currencyDigits)).toEqual([2, 0, 3, 2, 2])
})
