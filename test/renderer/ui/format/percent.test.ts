import { expect, it } from 'vitest'
import { formatPercent } from '../../../../src-renderer/ui/format/money.ts'

it.each([
  ['18.00', 'tr-TR', '%18'],
  ['18.00', 'en-GB', '18%'],
  ['8.5', 'tr-TR', '%8,5'],
  ['0.00', 'en-GB', '0%'],
  ['0.000001', 'en-GB', '0.000001%'],
  ['KDV yok', 'tr-TR', 'KDV yok'],
  ['1e9', 'en-GB', '1e9'],
  ['99999999999999999999', 'en-GB', '99999999999999999999'],
  ['', 'en-GB', null],
  [null, 'en-GB', null],
])('writes %s in %s as %s', (text, locale, written) => {
  expect(formatPercent(text, locale)).toBe(written)
})
