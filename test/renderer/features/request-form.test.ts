import { describe, expect, it } from 'vitest'
import { cancellationPayloadSchema } from '../../../src-main/contract/commands.ts'
import { DraftStore } from '../../../src-renderer/features/cancellation/draft-store.ts'
import {
  emptyForm,
  findProblems,
  fromPayload,
  type RequestForm,
  toPayload,
} from '../../../src-renderer/features/cancellation/form.ts'
import {
  commonCompanies,
  commonTypes,
  pickupAddresses,
  reasonsFor,
} from '../../../src-renderer/features/cancellation/options.ts'
import { reasonText } from '../../../src-renderer/features/data/reason-text.ts'
import { address, item, reason } from './fake-rows.ts'

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
    expect(commonCompanies([item('11')], [])).toHaveLength(2)
    expect(commonCompanies([item('11'), bare], [])).toEqual([])
    expect(commonCompanies([item('11'), bare], [view])).toEqual([{ value: '4', label: 'Aras Kargo' }])
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

  it('wants a whole pickup or none', () => {
    const pickup = { ...form, pickupDate: '2026-11-21', pickupStart: '10:00', pickupEnd: '' }
    expect(findProblems(pickup, [line], reason('5'), now).pickup_date).toBe('pickupIncomplete')
    expect(findProblems({ ...pickup, pickupEnd: '09:00' }, [line], reason('5'), now).pickup_date).toBe('pickupOrder')
    expect(findProblems({ ...pickup, pickupEnd: '12:00' }, [line], reason('5'), now)).toEqual({})
    expect(
      findProblems({ ...pickup, pickupDate: '2026-11-19', pickupEnd: '12:00' }, [line], reason('5'), now).pickup_date,
    ).toBe('pickupPast')
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
      loyalty: true,
    }
    const payload = toPayload(full, { ...line, quantity: 2, maxQuantity: 3 })
    expect(cancellationPayloadSchema.parse(payload)).toEqual(payload)
    expect(payload?.quantity).toBe(2)
    expect(payload && fromPayload(payload)).toEqual(full)
  })

  it('leaves the refund’s fields out of a cancellation, and an empty field out of both', () => {
    expect(toPayload({ ...form, type: 'cancel', iban: 'TR33', loyalty: true }, line)).toEqual({
      order_item: '11',
      cancellation_type: 'cancel',
      reason: '5',
    })
    expect(toPayload(form, line)).toEqual({ order_item: '11', cancellation_type: 'refund', reason: '5' })
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
})
