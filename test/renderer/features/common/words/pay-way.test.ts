import { expect, it } from 'vitest'
import { paymentWords } from '../../../../../src-renderer/features/common/words/record-words.ts'
import { commonPayWay, payWayOf } from '../../../../../src-renderer/model/priced-order.ts'
import { words } from '../../../fakes/draw.tsx'

const paid = (payment_type: string | null, slug: string | null = null) => ({
  payment_option: { pk: '1', name: null, slug, payment_type },
  payment_option_slug: null,
})

it('knows by the shop’s code how an order was paid', () => {
  const ways = {
    credit_card: 'card',
    saved_card: 'card',
    masterpass: 'card',
    funds_transfer: 'transfer',
    bank_transfer: 'transfer',
    pay_on_delivery: 'cash',
    cash_on_delivery: 'cash',
    gift_card: 'unknown',
    loyalty: 'unknown',
  }
  for (const [type, way] of Object.entries(ways)) expect(payWayOf(paid(type)), type).toBe(way)
  expect(payWayOf(paid(null, 'havale-eft'))).toBe('transfer')
  expect(payWayOf({ payment_option: null, payment_option_slug: 'kapida_odeme' })).toBe('cash')
  expect(payWayOf({ payment_option: null, payment_option_slug: null })).toBe('unknown')
})

it('says a code in words, and leaves a name as it is', () => {
  expect(paymentWords('havale_eft', words.tr.t)).toBe('Havale/EFT')
  expect(paymentWords('kapida_odeme', words.en.t)).toBe('Cash or on delivery')
  expect(paymentWords('Kredi Kartı İle Öde', words.en.t)).toBe('Kredi Kartı İle Öde')
  expect(paymentWords('xq_7', words.en.t)).toBe('xq_7')
  expect(paymentWords(null, words.en.t)).toBeNull()
})

it('says of several orders only what all of them have in common', () => {
  expect(commonPayWay([paid('credit_card'), paid('saved_card')])).toBe('card')
  expect(commonPayWay([paid('credit_card'), paid('funds_transfer')])).toBe('unknown')
  expect(commonPayWay([])).toBe('unknown')
})
