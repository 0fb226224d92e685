import { describe, expect, it } from 'vitest'
import { pickupHours } from '../../../../../src-renderer/features/common/words/record-words.ts'
import { type SlipSources, shortReference, slipOf } from '../../../../../src-renderer/features/request/slip/slip-of.ts'
import { words } from '../../../fakes/draw.tsx'
import { address, code, customer, entry, item, order, reason, request } from '../../../fakes/screen-rows.ts'

const asked = order([item('11'), item('12', {}, 'İpek Fular')])
const back = {
  status: code('waiting'),
  code: 'KI-48210077',
  start_date: '2026-11-20',
  end_date: '2026-11-27',
  tracking_url: null,
  tracking_number: null,
  shipping_company: code('yurtici', 'Yurtiçi Kargo'),
  pickup_date: { date: '2026-11-22', start: '09:00', end: '12:00' },
}
const sources = (more: Partial<SlipSources>): SlipSources => ({
  account: customer,
  order: asked,
  orderNumber: null,
  entries: [],
  requests: [],
  reasons: [reason('5', { subject: 'Beden uymadı', translations: { tr: 'Beden uymadı', en: 'Did not fit' } })],
  addresses: [],
  language: 'tr',
  ...more,
})
const queued = entry('0f6b2c1e-aaaa-4bbb-8ccc-1234567890ab', 'QUEUED', {
  about: { ...entry('a', 'QUEUED').about, line: { amount: '899.90', pieces: '2' } },
  command: {
    kind: 'cancellation-request',
    payload: {
      order_item: '11',
      cancellation_type: 'refund',
      reason: '5',
      quantity: 2,
      iban: 'TR330006100519786457841326',
      pickup_address: '41',
      pickup_date: { date: '2026-11-25', hour_range: { start: '10:00', end: '12:00' } },
      shipping_company: '4',
    },
  },
})
const done = entry('done', 'CONFIRMED', { result: { requestId: '900', via: 'response', easyReturnCode: null } })

describe('a slip', () => {
  it('names a carrier by its label, and says a pickup with the hours that are known', () => {
    const asking = (pickup_date: object, shipping_company: string) => {
      const payload = { ...queued.command.payload, pickup_date, shipping_company } as typeof queued.command.payload
      return entry('e', 'QUEUED', { command: { kind: 'cancellation-request', payload } })
    }
    const company = { pk: '1', name: '2', shipping_company: code('yurtici', 'Yurtiçi Kargo') }
    const of = (pickup: object) => {
      const line = item('11', { available_easy_return_shipping_companies: [company] })
      return slipOf(sources({ order: order([line]), entries: [asking(pickup, '1')] })).parts[0]
    }
    expect(of({ date: '2026-11-25' })).toMatchObject({
      carrier: 'Yurtiçi Kargo',
      pickup: { date: '2026-11-25', start: null, end: null },
    })
    const said = [{}, { hour_range: { start: '10:00' } }, { hour_range: { end: '12:00' } }].map(hours =>
      pickupHours(of({ date: '2026-11-25', ...hours })?.pickup ?? {}, words.en.t),
    )
    expect(said).toEqual([null, 'from 10:00', 'until 12:00'])
  })

  it('of a waiting entry says what was asked and that it is on its way, and masks the IBAN', () => {
    const [part, ...rest] = slipOf(sources({ entries: [queued] })).parts
    expect(rest).toEqual([])
    expect(part).toMatchObject({
      state: { kind: 'on-its-way', state: 'QUEUED' },
      quantity: '2',
      reason: 'Beden uymadı',
      reference: '0F6B2C1E',
      requestId: null,
      carrier: 'Aras Kargo',
      pickup: { date: '2026-11-25', start: '10:00', end: '12:00' },
    })
    expect(part?.pickupAddress).toContain(address.line)
    expect(JSON.stringify(part)).not.toContain('0006100519786457841326')
    expect(part?.maskedIban).toBe('TR33 •••• 26')
  })

  it('joins an entry and the request it became, by what the shop says', () => {
    const atShop = request({ easy_return: back, status: code('approved'), quantity: '1' })
    const { parts } = slipOf(sources({ entries: [done], requests: [atShop] }))
    expect(parts).toHaveLength(1)
    expect(parts[0]).toMatchObject({
      state: { kind: 'at-shop', status: code('approved') },
      requestId: '900',
      reference: shortReference('done'),
      returnCode: 'KI-48210077',
      returnUntil: '2026-11-27',
      carrier: 'Yurtiçi Kargo',
      pickup: back.pickup_date,
    })
  })

  it('holds requests that somebody else made, and nothing that was discarded', () => {
    const other = request({ id: '901', order_item: '12' })
    const dropped = entry('gone', 'DROPPED')
    const slip = slipOf(sources({ entries: [queued, dropped], requests: [other] }))
    expect(slip.parts.map(part => [part.productName, part.requestId])).toEqual([
      ['Keten Gömlek', null],
      ['İpek Fular', '901'],
    ])
    expect(slip).toMatchObject({
      shopName: 'Moda Limanı',
      orderNumber: '4021337758120094',
      customerName: 'Elif Yılmaz',
    })
  })

  it('counts a line without a quantity as one piece, as everywhere', () => {
    const plain = order([item('11', { quantity: null })])
    expect(slipOf(sources({ order: plain, entries: [entry('e', 'QUEUED')] })).parts[0]?.quantity).toBe('1')
  })

  it('gives the reason in the customer’s language', () => {
    expect(slipOf(sources({ entries: [queued], language: 'en' })).parts[0]?.reason).toBe('Did not fit')
  })

  it('is made of an entry alone when the order is not on this computer', () => {
    const slip = slipOf(sources({ account: null, order: null, entries: [queued] }))
    expect(slip).toMatchObject({ shopName: null, orderNumber: '4021337758120094', customerName: 'Elif Yılmaz' })
    expect(slip.parts[0]).toMatchObject({
      figure: { kind: 'estimate', amount: '899.90' },
      pickupAddress: null,
      carrier: null,
    })
  })

  it('never calls a request confirmed that has no answer of the shop', () => {
    for (const state of ['QUEUED', 'SENDING', 'UNKNOWN', 'NEEDS_REVIEW', 'REJECTED'] as const)
      expect(slipOf(sources({ entries: [entry('e', state)] })).parts[0]?.state).toEqual({ kind: 'on-its-way', state })
  })
})
