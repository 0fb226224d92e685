import { describe, expect, it } from 'vitest'
import { entryStates } from '../../../../../src-main/contract/entries.ts'
import { failure } from '../../../../../src-main/contract/failures.ts'
import { limits } from '../../../../../src-main/contract/limits.ts'
import { unknownVariables } from '../../../../../src-renderer/features/common/words/template.ts'
import { type Situation, silences, situations } from '../../../../../src-renderer/features/request/tell/situations.ts'
import {
  entrySubject,
  knownOf,
  orderSubjects,
  pendingSubjects,
  requestSubject,
  type TellScene,
  type TellSubject,
} from '../../../../../src-renderer/features/request/tell/subjects.ts'
import {
  noFacts,
  type TellLanguage,
  tellLanguages,
  valuesOf,
  variables,
} from '../../../../../src-renderer/features/request/tell/variables.ts'
import {
  deliveredWording,
  missingNames,
  sentenceOf,
  troubleOf,
} from '../../../../../src-renderer/features/request/tell/wordings.ts'
import { summariseRequest } from '../../../../../src-renderer/lists/requests.ts'
import { groupByItem } from '../../../../../src-renderer/model/entries.ts'
import { words } from '../../../fakes/draw.tsx'
import { makePending, makePendingItem } from '../../../fakes/rows.ts'
import { code, customer, entry, item, order, request } from '../../../fakes/screen-rows.ts'

const scene: TellScene = { shopName: 'Moda Limanı', shopIsAway: false, today: '2026-11-22' }
const delivered = (situation: Situation, language: TellLanguage) => words[language].t(`tell.sentence.${situation}`)
const filled = ({ toTell, facts }: TellSubject, language: TellLanguage) =>
  toTell.kind === 'none'
    ? null
    : sentenceOf(delivered(toTell.situation, language), valuesOf(facts, language, words[language].t))
const situationOf = ({ toTell }: TellSubject) => (toTell.kind === 'none' ? `none: ${toTell.why}` : toTell.situation)
const known = {
  orderNumber: '4021',
  productName: 'Keten Gömlek',
  customerName: 'Elif Yılmaz',
  amount: '899.90',
  currency: 'try',
}

it('greets nobody by an e-mail address, which rows bear where no name is known', () => {
  const summary = summariseRequest(request())
  expect(knownOf({ ...summary, person: 'elif@example.com' }, null).customerName).toBeNull()
  expect(knownOf({ ...summary, person: 'Elif Yılmaz' }, null).customerName).toBe('Elif Yılmaz')
})

describe('every state has its sentence in both languages, or none on purpose', () => {
  it.each(situations)('%s', situation => {
    for (const language of tellLanguages) {
      const wording = delivered(situation, language)
      expect(wording).not.toContain('tell.sentence')
      expect(troubleOf(wording)).toBeNull()
      expect(wording).toContain('{orderNumber}')
    }
    // One language must not promise what the other does not know.
    const named = (language: TellLanguage) =>
      [...delivered(situation, language).matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    expect(named('tr')).toEqual(named('en'))
  })

  it.each(silences)('%s says why there is none', why => {
    for (const language of tellLanguages) expect(words[language].exists(`tell.none.${why}`)).toBe(true)
  })

  it('of an entry', () => {
    const toTell = Object.fromEntries(
      entryStates.map(state => [state, situationOf(entrySubject(entry('a', state), scene, null))]),
    )
    expect(toTell).toEqual({
      QUEUED: 'queued',
      SENDING: 'sending',
      UNKNOWN: 'checking',
      NEEDS_REVIEW: 'review',
      REJECTED: 'refused',
      CONFIRMED: 'received',
      DROPPED: 'none: discarded',
    })
    expect(situationOf(entrySubject(entry('a', 'QUEUED'), { ...scene, shopIsAway: true }, null))).toBe('queued-offline')
  })

  it('of a request', () => {
    const toTell = (status: string | null, type: string | null) =>
      situationOf(requestSubject(request({ status: code(status), cancellation_type: type }), known, scene))
    for (const status of ['open', 'waiting', 'waiting_approval', 'confirmation_waiting'])
      expect(toTell(status, 'refund')).toBe('received')
    expect(toTell('confirmed', 'refund')).toBe('in-progress')
    expect(toTell('waiting_for_payment', 'refund')).toBe('in-progress')
    expect(toTell('approved', 'cancel')).toBe('approved-cancel')
    expect(toTell('approved', 'refund')).toBe('approved-refund')
    expect(toTell('completed', 'refund')).toBe('completed-refund')
    expect(toTell('rejected', 'cancel')).toBe('rejected')
    expect(toTell('cancelled', 'cancel')).toBe('called-off')
    for (const empty of [null, '', ' ']) expect(toTell(empty, 'refund')).toBe('received')
    for (const strange of ['toString', '__proto__', 'zq']) expect(toTell(strange, 'refund')).toBe('shop-words')
  })

  it('of a line without a request', () => {
    const toTell = (more: Parameters<typeof item>[1]) =>
      situationOf(orderSubjects(order([item('11', more)]), new Map(), scene)[0] as TellSubject)
    const closed = { is_cancellable: false, is_refundable: false }
    expect(toTell({})).toBe('may-refund')
    expect(toTell({ is_cancellable: true })).toBe('may-cancel')
    expect(toTell({ ...closed, status: code('500') })).toBe('on-the-way')
    expect(toTell({ ...closed, status: code('100') })).toBe('already-cancelled')
    expect(toTell({ ...closed, status: code('600') })).toBe('already-refunded')
    expect(toTell({ ...closed, status: code('50') })).toBe('waiting-at-shop')
    expect(toTell(closed)).toBe('not-allowed')
    expect(toTell({ ...closed, is_cancellable: null })).toBe('none: shop-silent')
  })

  it('of an order that waits at Omnitron', () => {
    const toTell = (status: string) =>
      pendingSubjects(makePending(1, { orderitem_set: [makePendingItem('11', status)] }), scene).map(situationOf)
    expect(toTell('waiting')).toEqual(['pending-waiting'])
    expect(toTell('approved')).toEqual(['pending-approved'])
    expect(toTell('rejected')).toEqual(['pending-rejected'])
    expect(toTell('zq')).toEqual(['pending-waiting'])
  })
})

describe('the way back', () => {
  const back = (more: object) =>
    requestSubject(
      request({
        easy_return: {
          status: code('active'),
          code: 'KD-77',
          start_date: null,
          end_date: null,
          tracking_url: null,
          tracking_number: null,
          shipping_company: code('yurtici', 'Yurtiçi Kargo'),
          pickup_date: null,
          ...more,
        },
      }),
      known,
      scene,
    )

  it('a code comes with its carrier, and without one when the shop names none', () => {
    expect(situationOf(back({}))).toBe('return-code')
    expect(filled(back({}), 'tr')?.text).toContain('KD-77')
    expect(filled(back({}), 'tr')?.text).toContain('Yurtiçi Kargo')
    expect(situationOf(back({ shipping_company: null }))).toBe('return-code-plain')
  })

  it('a pickup that is to come is toTell in the customer’s own calendar words', () => {
    const subject = back({ pickup_date: { date: '2026-11-24', start: '09:00', end: '12:00' } })
    expect(filled(subject, 'tr')?.text).toContain('24 Kasım Salı')
    expect(filled(subject, 'en')?.text).toMatch(/Tuesday,? 24 November/)
    expect(filled(subject, 'en')?.text).toContain('09:00–12:00')
  })

  it('a pickup day that is over is not announced', () => {
    expect(situationOf(back({ pickup_date: { date: '2026-11-20', start: '09:00', end: '12:00' } }))).toBe('return-code')
  })

  it('a pickup with one hour or none is toTell without a hole', () => {
    const at = (start: string | null, end: string | null) => {
      const subject = back({ pickup_date: { date: '2026-11-24', start, end } })
      return tellLanguages.map(language => filled(subject, language))
    }
    for (const toTell of [...at('09:00', null), ...at(null, '12:00'), ...at(null, null)])
      expect(toTell?.holes).toEqual([])
    expect(at('09:00', null)[1]?.text).toContain('from 09:00')
    expect(at(null, '12:00')[0]?.text).toContain('en geç 12:00')
    expect(situationOf(back({ pickup_date: { date: '2026-11-24', start: null, end: null } }))).toBe('pickup-day')
  })

  it('a carrier that is a number is no carrier to a customer', () => {
    expect(situationOf(back({ shipping_company: code('2') }))).toBe('return-code-plain')
    expect(filled(back({ shipping_company: code('2', 'Yurtiçi Kargo') }), 'tr')?.text).toContain('Yurtiçi Kargo')
  })
})

describe('values', () => {
  it('are written as the customer’s language writes them, not as the screen does', () => {
    const { facts } = requestSubject(
      request({ status: code('approved') }),
      { ...known, figure: { kind: 'shop', amount: '3348.30' } },
      scene,
    )
    expect(valuesOf(facts, 'tr', words.tr.t).amount).toBe('₺3.348,30')
    expect(valuesOf(facts, 'en', words.en.t).amount).toBe('₺3,348.30')
    expect(valuesOf(facts, 'tr', words.tr.t).requestType).toBe('iade')
    expect(valuesOf(facts, 'en', words.en.t).requestType).toBe('refund')
  })

  it('of an estimate say that it is one, and a sentence names no amount that nobody knows', () => {
    const { facts } = requestSubject(
      request({ status: code('approved') }),
      { ...known, figure: { kind: 'estimate', amount: '14363.99' } },
      scene,
    )
    expect(valuesOf(facts, 'tr', words.tr.t).amount).toBe('yaklaşık ₺14.363,99')
    expect(valuesOf(facts, 'en', words.en.t).amount).toBe('about ₺14,363.99')
    for (const { t } of Object.values(words))
      for (const situation of situations) {
        expect(deliveredWording(situation, false, t)).not.toContain('{amount}')
        expect(deliveredWording(situation, false, t)).not.toMatch(/^tell\./)
      }
  })

  it('of a refusal are the shop’s own words', () => {
    const why = failure('rejected', { errors: [{ field: null, text: 'İade süresi geçmiş' }] })
    const subject = entrySubject(entry('a', 'REJECTED', { lastFailure: why }), scene, null)
    expect(filled(subject, 'tr')?.text).toContain('“İade süresi geçmiş”')
    expect(filled(subject, 'tr')?.holes).toEqual([])
  })

  it('that are missing are named, each once', () => {
    const sentence = sentenceOf(delivered('received', 'en'), valuesOf(noFacts, 'en', words.en.t))
    expect(sentence.holes).toContain('requestId')
    expect(missingNames(['requestId', 'returnCode'], words.en.t)).toBe('request number, return code')
  })

  it('of an e-mail address are no name to greet somebody with', () => {
    const nameless = entry('a', 'QUEUED')
    const subject = entrySubject(
      { ...nameless, about: { ...nameless.about, customerName: 'elif@example.com' } },
      scene,
      null,
    )
    expect(filled(subject, 'en')?.holes).toEqual(['customerName'])
  })
})

describe('wordings', () => {
  it('with a name that nothing fills are refused, and say which', () => {
    expect(troubleOf('{orderNumber} {siparis} {constructor}')).toEqual({
      kind: 'unknown',
      names: ['siparis', 'constructor'],
    })
    expect(troubleOf('  ')).toEqual({ kind: 'empty' })
    expect(troubleOf('x'.repeat(limits.wording + 1))).toEqual({ kind: 'too-long' })
  })

  it('of ours put no Turkish ending on a value', () => {
    for (const situation of situations) expect(delivered(situation, 'tr')).not.toMatch(/\}['’\p{L}]/u)
  })

  it('have words for every variable', () => {
    for (const language of tellLanguages)
      for (const name of variables) expect(words[language].exists(`tell.variable.${name}`)).toBe(true)
    expect(unknownVariables('{shopName}', variables)).toEqual([])
  })
})

it('what is under way is toTell first', () => {
  const waiting = groupByItem([entry('a', 'QUEUED', { orderItem: '12' })], customer.id)
  const subjects = orderSubjects(order([item('11'), item('12')]), waiting, scene)
  expect(subjects.map(situationOf)).toEqual(['queued', 'may-refund'])
})
