import { describe, expect, it } from 'vitest'
import { eligibilityOf } from '../../../src-renderer/model/eligibility.ts'
import { code, entry, item, request } from '../fakes/screen-rows.ts'

const whole = { is_cancelled: false }
const whyOf = (more: Parameters<typeof item>[1], order: { is_cancelled: boolean | null } = whole) =>
  eligibilityOf(item('11', { is_cancellable: false, is_refundable: false, ...more }), order, null).whyNot

describe('eligibilityOf', () => {
  it('offers exactly what the shop’s flags allow', () => {
    expect(eligibilityOf(item('11', { is_cancellable: true, is_refundable: true }), whole, null).types).toEqual([
      'cancel',
      'refund',
    ])
    expect(eligibilityOf(item('11'), whole, null)).toEqual({ types: ['refund'], whyNot: null })
  })

  it('offers nothing for a line with an open entry, refused ones included', () => {
    for (const state of ['QUEUED', 'SENDING', 'UNKNOWN', 'NEEDS_REVIEW', 'REJECTED'] as const)
      expect(eligibilityOf(item('11'), whole, entry('e', state))).toEqual({
        types: [],
        whyNot: { code: 'entry', state, entryId: 'e' },
      })
  })

  it('names the open request, whichever place the shop keeps it in', () => {
    const open = request({ id: '77' })
    for (const line of [{ active_cancellation_request: open }, { cancellationrequest_set: [open] }])
      expect(eligibilityOf(item('11', line), whole, null).whyNot).toMatchObject({ code: 'requested', requestId: '77' })
  })

  it('is not stopped by a request that was refused', () => {
    const refused = request({ status: code('rejected') })
    expect(eligibilityOf(item('11', { cancellationrequest_set: [refused] }), whole, null).types).toEqual(['refund'])
  })

  it('allows nothing when a flag is missing, and says so', () => {
    expect(whyOf({ is_cancellable: null, is_refundable: null })).toEqual({ code: 'flags-missing' })
  })

  it('tells cancelled, refunded, waiting and on its way apart', () => {
    expect(whyOf({ is_cancelled: true })).toEqual({ code: 'cancelled' })
    expect(whyOf({ status: code('canceled') })).toEqual({ code: 'cancelled' })
    expect(whyOf({}, { is_cancelled: true })).toEqual({ code: 'cancelled' })
    expect(whyOf({ status: code('600') })).toEqual({ code: 'refunded' })
    expect(whyOf({ status: code('50') })).toEqual({ code: 'cancellation-waiting' })
    expect(whyOf({ status: code('500') })).toEqual({ code: 'on-the-way' })
    expect(whyOf({ status: code('999', 'Bilinmeyen') })).toEqual({
      code: 'not-allowed',
      status: code('999', 'Bilinmeyen'),
    })
  })
})
