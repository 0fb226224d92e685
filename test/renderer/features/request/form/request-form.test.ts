import { describe, expect, it } from 'vitest'
import { cancellationPayloadSchema } from '../../../../../src-main/contract/commands.ts'
import { limits } from '../../../../../src-main/contract/limits.ts'
import { carrierWords, reasonText } from '../../../../../src-renderer/features/common/words/record-words.ts'
import {
  commonCompanies,
  commonTypes,
  pickupAddresses,
  reasonsFor,
} from '../../../../../src-renderer/features/request/form/choices.ts'
import { DraftStore } from '../../../../../src-renderer/features/request/form/drafts.ts'
import {
  emptyForm,
  findProblems,
  fromPayload,
  type RequestForm,
  toPayload,
} from '../../../../../src-renderer/features/request/form/form.ts'
import { companyName, enumText } from '../../../../../src-renderer/model/enum-text.ts'
import { words } from '../../../fakes/draw.tsx'
import { address, item, reason } from '../../../fakes/screen-rows.ts'

describe('reasonsFor', () => {
  it('offers active reasons of the type in the shop’s order', () => {
    const reasons = [
      reason('1', { order: 30 }),
      reason('2', { order: 10 }),
      reason('3', { is_active: false }),
      reason('4', { cancellation_type: 'cancel' }),
      reason('5', { order: null, is_active: null }),
    ]
    expect(reasonsFor(reasons, 'refund').map(each => each.id)).toEqual(['2', '1', '5'])
    expect(reasonsFor(reasons, 'cancel').map(each => each.id)).toEqual(['4'])
    expect(reasonsFor(reasons, '')).toEqual([])
  })

  it('offers inactive reasons only where the type has no other', () => {
    const off = (id: string, type: string | null) => reason(id, { is_active: false, cancellation_type: type, order: 1 })
    expect(reasonsFor([off('1', 'refund'), off('2', null), off('3', 'cancel')], 'refund').map(each => each.id)).toEqual(
      ['1', '2'],
    )
    expect(reasonsFor([off('1', 'refund'), reason('4', { cancellation_type: null })], 'refund')).toMatchObject([
      { id: '4' },
    ])
    expect(reasonsFor([reason('1', { cancellation_type: 'refund' })], 'cancel')).toEqual([])
  })

  it('says a reason in the reader’s language, then in the shop’s', () => {
    const words = reason('1', { subject: 'Beden', translations: { 'en-us': 'Size', tr: 'Beden uymadı' } })
    expect(reasonText(words, 'en')).toBe('Size')
    expect(reasonText(words, 'tr')).toBe('Beden uymadı')
    expect(reasonText(reason('2', { subject: 'Diğer' }), 'en')).toBe('Diğer')
    expect(reasonText(reason('-1', { subject: null }), 'en')).toBe('#-1')
  })
})

describe('what several lines have in common', () => {
  it('is the type that each of them allows', () => {
    expect(commonTypes([['cancel', 'refund'], ['refund']])).toEqual(['refund'])
    expect(commonTypes([['cancel'], ['refund']])).toEqual([])
    expect(commonTypes([])).toEqual([])
  })

  it('is the carriers that each of them offers, with the return view filling in', () => {
    const bare = item('12', { available_easy_return_shipping_companies: [] })
    const view = item('12', {
      available_easy_return_shipping_companies: [{ pk: '4', name: null, shipping_company: null }],
    })
    expect(commonCompanies([item('11')], [], String)).toHaveLength(2)
    expect(commonCompanies([item('11'), bare], [], String)).toEqual([])
    expect(commonCompanies([item('11'), bare], [view], String)).toEqual([{ value: '4', label: 'Aras Kargo' }])
  })

  it('calls a carrier by its label where its name is a code, and says of a bare number what it is the number of', () => {
    const named = (name: string | null, label: string | null, value: string | null = null) => ({
      pk: '9',
      name,
      shipping_company: label === null && value === null ? null : { value, label },
    })
    const wordsOf = (company: ReturnType<typeof named>) => carrierWords(companyName(company), words.en.t)
    expect(wordsOf(named('2', 'Yurtiçi Kargo', 'yurtici'))).toBe('Yurtiçi Kargo')
    expect(wordsOf(named('yurtici', 'Yurtiçi Kargo', 'yurtici'))).toBe('Yurtiçi Kargo')
    expect(wordsOf(named('Yurtiçi kolay iade', 'Yurtiçi Kargo', 'yurtici'))).toBe('Yurtiçi kolay iade')
    expect(wordsOf(named('2', null, '2'))).toBe('Carrier no. 2')
    expect(wordsOf(named('2', null, 'aras'))).toBe('aras')
    expect(wordsOf(named(null, null))).toBe('Carrier no. 9')
    expect(carrierWords(enumText({ value: '2', label: 'Yurtiçi Kargo' }), words.en.t)).toBe('Yurtiçi Kargo')
    expect(carrierWords(enumText({ value: '2', label: null }), words.tr.t)).toBe('2 numaralı kargo firması')
    expect(carrierWords(enumText({ value: null, label: null }), words.tr.t)).toBeNull()
  })

  it('lists each address once', () => {
    expect(pickupAddresses([address], [address, null, { ...address, pk: '42' }], each => each.pk ?? '')).toEqual([
      { value: '41', label: '41' },
      { value: '42', label: '42' },
    ])
  })

  it('names an address that says nothing of itself by its key', () => {
    expect(pickupAddresses([address], [], () => '')).toEqual([{ value: '41', label: '#41' }])
  })
})

const form: RequestForm = { ...emptyForm, type: 'refund', reason: '5' }
const line = { orderItem: '11', quantity: 1, maxQuantity: 1 }
const now = new Date(2026, 10, 20, 12).getTime()

describe('findProblems', () => {
  it('finds nothing wrong with the least that is needed', () => {
    expect(findProblems(form, [line], reason('5'), now)).toEqual({})
  })

  it('asks for a description only when the reason does', () => {
    const demanding = reason('5', { extra_information_needed: true })
    expect(findProblems(form, [line], demanding, now)).toEqual({ description: 'descriptionMissing' })
    expect(findProblems({ ...form, description: 'x' }, [line], demanding, now)).toEqual({})
  })

  it('takes a pickup day alone and with any of its hours, and no hours without a day', () => {
    const at = (pickupDate: string, pickupStart: string, pickupEnd: string) =>
      findProblems({ ...form, pickupDate, pickupStart, pickupEnd }, [line], reason('5'), now).pickup_date
    for (const [start, end] of [
      ['', ''],
      ['10:00', ''],
      ['', '12:00'],
      ['10:00', '12:00'],
    ] as const)
      expect(at('2026-11-21', start, end), `${start}-${end}`).toBeUndefined()
    expect(at('2026-11-21', '10:00', '09:00')).toBe('pickupOrder')
    expect(at('2026-11-21', '10:00', '10:00')).toBe('pickupOrder')
    expect(at('2026-11-19', '', '')).toBe('pickupPast')
    expect([at('', '10:00', ''), at('', '', '12:00'), at('', '10:00', '12:00')]).toEqual(Array(3).fill('pickupNoDate'))
  })

  it('stops a pickup day that is over or that nobody can mean, by this computer’s calendar', () => {
    const at = (pickupDate: string, when = now) =>
      findProblems({ ...form, pickupDate }, [line], reason('5'), when).pickup_date
    const lastMinute = new Date(2026, 10, 20, 23, 59).getTime()
    for (const when of [new Date(2026, 10, 20).getTime(), lastMinute]) {
      expect(at('2026-11-20', when)).toBeUndefined()
      expect(at('2026-11-19', when)).toBe('pickupPast')
    }
    expect(at('2026-11-20', lastMinute + 60_000)).toBe('pickupPast')
    expect(at('2027-11-20')).toBeUndefined()
    expect(['2027-11-21', '2062-11-21'].map(day => at(day))).toEqual(['pickupFar', 'pickupFar'])
    const noDays = ['26123-05-12', '20261-05-12', '0026-05-12', '9999-12-31', '12.05.2027']
    expect(noDays.map(day => [day, at(day)])).toEqual(noDays.map(day => [day, 'pickupNoDay']))
    expect(findProblems({ ...form, type: 'cancel', pickupDate: '2020-01-01' }, [line], reason('5'), now)).toEqual({})
  })

  it.each(['cancel', 'refund'] as const)(
    'stops a wrong IBAN and one without a holder, unless told otherwise (%s)',
    type => {
      const fits = reason('5', { cancellation_type: null })
      const problems = (more: Partial<RequestForm>) => findProblems({ ...form, type, ...more }, [line], fits, now)
      const wrong = { iban: 'TR34 0006 1005 1978 6457 8413 26', holderName: 'Elif' }
      const right = { iban: 'TR33 0006 1005 1978 6457 8413 26', holderName: 'Elif' }
      expect(problems(right)).toEqual({})
      expect(problems(wrong)).toEqual({ iban: 'ibanWrong' })
      expect(problems({ ...right, holderName: ' ' })).toEqual({ holder_name: 'holderMissing' })
      expect(problems({ ...wrong, holderName: '', ibanAsIs: true })).toEqual({})
      const both = { fully_refund_as_loyalty_money: 'ibanAndLoyalty' }
      expect(problems({ ...right, loyalty: true })).toEqual(both)
      expect(problems({ ...right, loyalty: true, ibanAsIs: true })).toEqual(both)
      expect(problems({ loyalty: true })).toEqual({})
    },
  )

  it('stops every text that the contract does not take, and none that it takes', () => {
    const texts = { description: limits.description, holderName: limits.holderName, iban: limits.iban } as const
    for (const [field, most] of Object.entries(texts)) {
      const typed = (length: number): RequestForm => ({ ...form, ibanAsIs: true, [field]: 'x'.repeat(length) })
      const isSent = (length: number) => Object.keys(findProblems(typed(length), [line], reason('5'), now)).length === 0
      const isTaken = (length: number) => cancellationPayloadSchema.safeParse(toPayload(typed(length), line)).success
      expect([isSent(most), isTaken(most)], field).toEqual([true, true])
      expect([isSent(most + 1), isTaken(most + 1)], field).toEqual([false, false])
    }
  })

  it('keeps the quantity within what was ordered', () => {
    for (const quantity of [null, 0, 4, 1.5])
      expect(findProblems(form, [{ ...line, quantity, maxQuantity: 3 }], reason('5'), now).quantity).toBeDefined()
  })
})

describe('toPayload', () => {
  it('fits the contract and comes back as it was typed', () => {
    const full: RequestForm = {
      ...form,
      description: 'Kutu açık',
      shippingCompany: '3',
      pickupAddress: '41',
      pickupDate: '2026-11-21',
      pickupStart: '10:00',
      pickupEnd: '12:00',
      iban: 'TR330006100519786457841326',
      holderName: 'Elif Yılmaz',
      ibanAsIs: false,
      loyalty: true,
    }
    const payload = toPayload(full, { ...line, quantity: 2, maxQuantity: 3 })
    expect(cancellationPayloadSchema.parse(payload)).toEqual(payload)
    expect(payload?.quantity).toBe(2)
    expect(payload && fromPayload(payload)).toEqual(full)
  })

  it('leaves the way back of the parcel out of a cancellation, and an empty field out of both', () => {
    const moved = { shippingCompany: '3', pickupAddress: '41', pickupDate: '2026-11-21' }
    expect(toPayload({ ...form, ...moved, type: 'cancel', iban: 'TR33', loyalty: true }, line)).toEqual({
      order_item: '11',
      cancellation_type: 'cancel',
      reason: '5',
      iban: 'TR33',
      fully_refund_as_loyalty_money: true,
    })
    expect(toPayload(form, line)).toEqual({ order_item: '11', cancellation_type: 'refund', reason: '5' })
  })

  it('sends of a pickup what was filled in, and reads it back', () => {
    const hours = [
      ['', '', undefined],
      ['10:00', '', { start: '10:00' }],
      ['', '12:00', { end: '12:00' }],
    ] as const
    for (const [pickupStart, pickupEnd, hour_range] of hours) {
      const typed: RequestForm = { ...form, pickupDate: '2026-11-21', pickupStart, pickupEnd }
      const payload = toPayload(typed, line)
      expect(payload?.pickup_date).toEqual({ date: '2026-11-21', ...(hour_range ? { hour_range } : {}) })
      expect(cancellationPayloadSchema.parse(payload)).toEqual(payload)
      expect(payload && fromPayload(payload)).toEqual(typed)
    }
  })

  it('sends what is no IBAN as it was typed', () => {
    expect(toPayload({ ...form, iban: ' test-iban ' }, line)?.iban).toBe('test-iban')
  })
})

describe('DraftStore', () => {
  const storeOf = () => {
    let minted = 0
    return new DraftStore(() => `id-${++minted}`)
  }

  it('mints one id a line and keeps it however often the line is chosen', () => {
    const store = storeOf()
    store.select('k', '11', true, 1)
    store.select('k', '11', true, 1)
    store.setForm('k', { reason: '5' })
    expect(store.get('k').lines.get('11')).toEqual({ id: 'id-1', quantity: 1 })
  })

  it('takes a new id after the line was saved', () => {
    const store = storeOf()
    store.select('k', '11', true, 1)
    store.remove('k', ['11'])
    store.select('k', '11', true, 1)
    expect(store.get('k').lines.get('11')?.id).toBe('id-2')
  })

  it('keeps what was typed while any line is left', () => {
    const store = storeOf()
    store.select('k', '11', true, 1)
    store.select('k', '12', true, 1)
    store.setForm('k', { description: 'x' })
    store.remove('k', ['11'])
    expect(store.get('k').form.description).toBe('x')
    store.remove('k', ['12'])
    expect(store.get('k').form.description).toBe('')
  })

  it('keeps what was typed when the lines are only unticked', () => {
    const store = storeOf()
    store.select('k', '11', true, 1)
    store.setForm('k', { description: 'x' })
    store.drop('k', ['11'])
    expect([store.get('k').lines.size, store.get('k').form.description]).toEqual([0, 'x'])
  })
})
