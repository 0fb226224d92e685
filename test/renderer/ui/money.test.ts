import { describe, expect, it } from 'vitest'
import {
  addMoney,
  formatMoney,
  isZeroMoney,
  multiplyMoney,
  negateMoney,
  subtractMoney,
} from '../../../src-renderer/ui/format/money.ts'

describe('formatMoney', () => {
  it('groups by locale and keeps the digits the shop sent', () => {
    expect(formatMoney('1234567.50', 'try', 'tr-TR')).toBe('₺1.234.567,50')
    expect(formatMoney('1234567.50', 'TRY', 'en-GB')).toBe('₺1,234,567.50')
    expect(formatMoney('0.000', 'KWD', 'en-GB')).toContain('0.000')
  })

  it('never passes through a float', () => {
    expect(formatMoney('123456789012345678901234567890.12', null, 'en-GB')).toBe(
      '123,456,789,012,345,678,901,234,567,890.12',
    )
  })

  it('puts the sign before the symbol', () => {
    expect(formatMoney('-5.00', 'try', 'tr-TR')).toBe('−₺5,00')
  })

  it('shows what is no plain decimal as it came', () => {
    for (const odd of ['1e3', 'NaN', '1.234,56', 'bedava']) expect(formatMoney(odd, 'try', 'tr-TR')).toBe(`${odd} TRY`)
  })

  it('never makes up a zero', () => {
    expect(formatMoney(null, 'try', 'tr-TR')).toBeNull()
    expect(formatMoney('', 'try', 'tr-TR')).toBeNull()
  })

  it('survives a currency that is none', () => {
    expect(formatMoney('5.00', '₿₿', 'en-GB')).toBe('5.00 ₿₿')
    expect(formatMoney('5.00', null, 'en-GB')).toBe('5.00')
  })
})

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

  it('subtracts, negates, multiplies', () => {
    expect(subtractMoney('10.00', '2.50')).toBe('7.50')
    expect(negateMoney('-1.00')).toBe('1.00')
    expect(multiplyMoney('0.10', 3)).toBe('0.30')
    expect(isZeroMoney('0.00')).toBe(true)
    expect(isZeroMoney(null)).toBe(false)
  })

  it('takes a plus sign, which the library does not', () => {
    expect(isZeroMoney('+0.00')).toBe(true)
    expect(addMoney(['+1.50', '1'])).toBe('2.50')
    expect(subtractMoney('+10.00', '+2.50')).toBe('7.50')
    expect(negateMoney('+2.50')).toBe('-2.50')
    expect(multiplyMoney('+0.10', 3)).toBe('0.30')
  })
})
