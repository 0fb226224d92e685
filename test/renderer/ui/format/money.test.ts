import { describe, expect, it } from 'vitest'
import { formatMoney } from '../../../../src-renderer/ui/format/money.ts'

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

describe('the digits', () => {
  it('are at least those that the currency has', () => {
    expect(formatMoney('12.5', 'try', 'tr-TR')).toBe('₺12,50')
    expect(formatMoney('123.9', 'try', 'tr-TR')).toBe('₺123,90')
    expect(formatMoney('12', 'try', 'en-GB')).toBe('₺12.00')
    expect(formatMoney('1.5', 'KWD', 'tr-TR')).toMatch(/^KWD\s1,500$/u)
    expect(formatMoney('1500', 'JPY', 'en-GB')).toMatch(/1,500$/u)
  })

  it('that are more than usual are kept', () => {
    expect(formatMoney('12.505', 'try', 'tr-TR')).toBe('₺12,505')
    expect(formatMoney('1500.5', 'JPY', 'en-GB')).toMatch(/1,500\.5$/u)
  })

  it('of an unknown currency, or none, stay as they came', () => {
    expect(formatMoney('12.5', null, 'tr-TR')).toBe('12,5')
    expect(formatMoney('12.5', 'bonus', 'tr-TR')).toBe('12,5 bonus')
  })
})

describe('the sign', () => {
  const face = (text: string | null) => text?.replace(/[\s.]/gu, '').toLowerCase()

  it.each(['tr-TR', 'en-GB'])('of no two currencies looks alike: %s', locale => {
    const codes = Intl.supportedValuesOf('currency')
    const seen = new Map<string | undefined, string>()
    for (const code of codes) {
      // The number itself is the same for all, whatever digits they have.
      const written = face(formatMoney('100.0000', code.toLowerCase(), locale))
      expect([code, seen.get(written) ?? null]).toEqual([code, null])
      seen.set(written, code)
    }
    expect(codes.length).toBeGreaterThan(150)
  })

  it('names the country where many have the same', () => {
    expect(formatMoney('100', 'CAD', 'tr-TR')).toBe('CA$100,00')
    expect(formatMoney('100', 'USD', 'tr-TR')).toBe('$100,00')
    expect(formatMoney('100', 'USD', 'en-GB')).toBe('US$100.00')
    expect(formatMoney('100', 'SEK', 'en-GB')).toMatch(/^SEK\s100\.00$/u)
    expect(formatMoney('100', 'EUR', 'tr-TR')).toBe('€100,00')
  })
})
