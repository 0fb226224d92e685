import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../src-main/akinon/json.ts'
import { readAddress, readAddressRow, readUser } from '../../../src-main/akinon/read-customer.ts'
import { readOldOrder, readOrder } from '../../../src-main/akinon/read-order.ts'
import { readPending } from '../../../src-main/akinon/read-pending.ts'
import { readActiveRequest, readReason, readRequest } from '../../../src-main/akinon/read-request.ts'
import { pendingOrderSchema } from '../../../src-main/contract/pending.ts'
import { addressSchema, oldOrderSchema, orderSchema } from '../../../src-main/contract/resources.ts'

// The numbers are those of the list of odd responses, API.md part (e).

const item = (more: object) => readOrder({ id: 1, orderitem_set: [{ id: 7, ...more }] })?.orderitem_set[0]

describe('orders', () => {
  it('5: comes out of {data}, and a data field of its own is left alone', () => {
    expect(readOrder({ data: { pk: 9 } })?.id).toBe('9')
    expect(readOrder({ id: 1, data: { id: 2 } })).toMatchObject({ id: '1', data: { id: 2 } })
  })

  it('12: takes every kind of status', () => {
    const statuses = [{}, null, 'x', 50, { value: 999, label: '<b>\u202e</b>' }].map(
      status => readOrder({ id: 1, status })?.status,
    )
    expect(statuses).toEqual([
      { value: null, label: null },
      { value: null, label: null },
      { value: 'x', label: null },
      { value: '50', label: null },
      { value: '999', label: '<b>\u202e</b>' },
    ])
  })

  it('13: finds the number of pieces in the line, else in its attributes', () => {
    const pieces = (more: object) => item(more)?.quantity
    expect(pieces({ quantity: 3 })).toBe('3')
    expect(pieces({ quantity: '1.500' })).toBe('1.500')
    expect(pieces({ attributes: { quantity: 4 } })).toBe('4')
    expect(pieces({ quantity: null, attributes: { quantity: '2.000' } })).toBe('2.000')
    expect(pieces({ attributes: { quantity: { value: '4', label: '4 adet' } } })).toBe('4')
    expect(pieces({ quantity: '3', attributes: { quantity: 4 } })).toBe('3')
    expect(pieces({ quantity: 'x', attributes: { quantity: 4 } })).toBe('x')
    // About something else: the contents of a bottle.
    for (const quantity of ['500 ml', '', null, -1, [4], {}]) expect(pieces({ attributes: { quantity } })).toBeNull()
    expect(
      readPending({ id: 1, orderitem_set: [{ id: 7, attributes: { quantity: 4 } }] })?.orderitem_set[0]?.quantity,
    ).toBe('4')
  })

  it('14: reads the price of one piece and of all of them, as sent', () => {
    const line = item({ price: 10, unit_price: '10.0', total_amount: 30.5, discount_amount: '' })
    expect(line).toMatchObject({ price: '10', unit_price: '10.0', total_amount: '30.5', discount_amount: null })
    expect(readRequest({ id: 1, refund_amount: 12.5 })?.refund_amount).toBe('12.5')
  })

  it('13: takes a deleted product and hostile addresses as they are', () => {
    expect([item({ product: null })?.product, item({ product: {} })?.product, item({})?.product]).toEqual([
      null,
      null,
      null,
    ])
    expect(item({ product: 12 })?.product).toMatchObject({ pk: '12', name: null, attributes: {} })
    expect(item({ image: 'javascript:alert(1)' })?.image).toBe('javascript:alert(1)')
  })

  it('14: shows money as sent and never makes up a 0', () => {
    const sent = ['', null, '1e3', 'NaN', '1.234,56', '-5.00', '0.000', 10, 0.1 + 0.2, undefined, {}, []]
    expect(sent.map(amount => readOrder({ id: 1, amount })?.amount)).toEqual([
      null,
      null,
      '1e3',
      'NaN',
      '1.234,56',
      '-5.00',
      '0.000',
      '10',
      '0.30000000000000004',
      null,
      null,
      null,
    ])
    const parsed = parseJson('{"id":1,"amount":123456789012345678901234567890}')
    expect(parsed.ok && readOrder(parsed.value)?.amount).toBe('123456789012345678901234567890')
  })

  it('15: keeps dates raw', () => {
    const dates = [
      '2021-05-24T08:26:12.213928123Z',
      '2021-05-24T08:26',
      '2021-05-24T08:26:12+03:00',
      '0001-01-01',
      'soon',
      '',
    ]
    expect(dates.map(created_date => readOrder({ id: 1, created_date })?.created_date)).toEqual([
      ...dates.slice(0, 5),
      null,
    ])
  })

  it('16: takes ids of every kind', () => {
    const ids = ['9007199254740993', 'abc', 0, -1].map(id => readOrder({ id })?.id)
    expect(ids).toEqual(['9007199254740993', 'abc', '0', '-1'])
    expect([
      readOrder({}),
      readOrder({ id: null }),
      readOrder({ id: {} }),
      readOrder([]),
      readOrder('x'),
      readOrder(null),
    ]).toEqual(Array(6).fill(null))
  })

  it('17: takes order numbers as text', () => {
    const numbers = ['00123', 'A/B C', '=1+1', 12345].map(number => readOrder({ id: 1, number })?.number)
    expect(numbers).toEqual(['00123', 'A/B C', '=1+1', '12345'])
  })

  it('19: leaves missing flags unknown', () => {
    expect(item({})).toMatchObject({ is_cancellable: null, is_refundable: null, is_cancelled: null, quantity: null })
    expect(item({ is_cancellable: 'true', is_refundable: 0, quantity: 2 })).toMatchObject({
      is_cancellable: true,
      is_refundable: false,
      quantity: '2',
    })
  })

  it('19: keeps every request of an item, in order, those without an id too', () => {
    const set = [{ id: 2, status: { value: 'rejected' } }, { status: 'open' }, null, { id: 1, order_item: 7 }, {}]
    const read = item({ cancellationrequest_set: set })?.cancellationrequest_set
    expect(read?.map(row => [row.id, row.order_item, row.status.value])).toEqual([
      ['2', '7', 'rejected'],
      ['unnamed:7:1', '7', 'open'],
      ['1', '7', null],
    ])
  })

  it('counts items it cannot read', () => {
    const order = readOrder({ id: 1, orderitem_set: [{ id: 1 }, null, 'x', { sku: 'no id' }] })
    expect([order?.orderitem_set.length, order?.unreadable_items]).toEqual([1, 3])
    expect(readOrder({ id: 1, orderitem_set: null })).toMatchObject({ orderitem_set: [], unreadable_items: 0 })
  })

  it('23: carries unknown fields along, prototype-like keys and percent signs included', () => {
    const parsed = parseJson(
      '{"id":1,"__proto__":{"is_cancellable":true},"constructor":{"a":1},"extra_field":{"a":{"b":[1,{"c":"%50 + %50"}]}},"attributes":[1]}',
    )
    const order = parsed.ok ? readOrder(parsed.value) : null
    expect(Object.getPrototypeOf(order)).toBe(Object.prototype)
    expect(order?.is_cancellable).toBeNull()
    expect(order).toMatchObject({ extra_field: { a: { b: [1, { c: '%50 + %50' }] } } })
    expect(item({ attributes: ['a'], attributes_kwargs: 'x' })).toMatchObject({
      attributes: { 0: 'a' },
      attributes_kwargs: {},
    })
  })

  it('fits the contract whatever the fields hold', () => {
    const keys = Object.keys(orderSchema.shape).filter(key => key !== 'id')
    for (const odd of [null, {}, [], '', 'x', 0, -1, true, { pk: 1 }, [{ id: 1 }], [[null]], [0], { results: [1] }]) {
      const row = { id: 1, ...Object.fromEntries(keys.map(key => [key, odd])) }
      expect(orderSchema.safeParse(readOrder(row)).error, JSON.stringify(odd)).toBeUndefined()
      expect(pendingOrderSchema.safeParse(readPending(row)).error, JSON.stringify(odd)).toBeUndefined()
      expect(oldOrderSchema.safeParse(readOldOrder({ ...row, oldorderitem_set: odd })).error).toBeUndefined()
      const items = {
        id: 1,
        orderitem_set: [{ id: 2, ...Object.fromEntries(Object.keys(item({}) ?? {}).map(key => [key, odd])), pk: 2 }],
      }
      expect(orderSchema.safeParse(readOrder(items)).error, JSON.stringify(odd)).toBeUndefined()
    }
  })
})

describe('19: the active request', () => {
  it.each([null, undefined, {}, [], '', false, [null], [[]]])('is none for %j', sent => {
    expect(readActiveRequest(sent, '7')).toBeNull()
  })

  it.each([
    [{ id: 5 }, '5'],
    [[{ id: 5 }], '5'],
    [[[{ id: 5 }, 'x']], '5'],
    [[{ status: 'open' }, { id: 6 }], '6'],
    [5, '5'],
    [{ status: { value: 'open' } }, 'active:7'],
    [[{ easy_return: { code: '14223' } }], 'active:7'],
    [true, 'active:7'],
  ])('is found in %j', (sent, id) => {
    expect(readActiveRequest(sent, '7')).toMatchObject({ id, order_item: '7' })
  })

  it('makes up no id that the contract would refuse', () => {
    expect(readActiveRequest(true, 'x'.repeat(200))?.id.length).toBe(200)
  })
})

describe('requests, reasons and users', () => {
  it('20: takes odd reasons', () => {
    expect(
      readRequest({ id: 0, reason: '', cancellation_type: { value: 'refund', label: 'İade' }, status: {} }),
    ).toMatchObject({
      id: '0',
      reason: null,
      cancellation_type: 'refund',
    })
    expect(readReason({ id: -1, translations: null, order: '3', is_active: 'true' })).toMatchObject({
      id: '-1',
      translations: {},
      order: 3,
      is_active: true,
      extra_information_needed: null,
    })
    expect(
      readReason({ id: 1, order: '', translations: { 'EN-US': { subject: 'A' }, en: 'B', tr: null } }),
    ).toMatchObject({
      order: null,
      translations: { 'en-us': 'A', en: 'B' },
    })
  })

  it('reads an easy return with bare codes and no pickup date', () => {
    expect(
      readRequest({ id: 1, easy_return: { status: 'active', pickup_date: {}, raw_request: 'x' } })?.easy_return,
    ).toMatchObject({
      status: { value: 'active', label: null },
      pickup_date: null,
      raw_request: 'x',
    })
    expect(readRequest({ id: 1, easy_return: {} })?.easy_return).toBeNull()
  })

  it('takes an anonymous answer for nobody', () => {
    expect([readUser({}), readUser({ pk: null }), readUser({ pk: 6471 })?.pk]).toEqual([null, null, '6471'])
  })
})

describe('old orders, pending orders and addresses', () => {
  it('21: takes old orders with objects for addresses and half of everything missing', () => {
    const row = {
      id: 5,
      shipping_address: { line: 'Cad. 1', city: { name: 'Adana' } },
      currency: 'try',
      status: { label: 'Pasif' },
    }
    expect(readOldOrder(row)).toMatchObject({
      shipping_address: 'Cad. 1, Adana',
      billing_address: null,
      status: 'Pasif',
      oldorderitem_set: [],
    })
    const items = readOldOrder({
      id: 5,
      oldorderitem_set: [{ quantity: null, price: 12.5 }, {}, 'Kitap'],
    })?.oldorderitem_set
    expect(items?.map(row => [row.product, row.quantity, row.price])).toEqual([
      [null, null, '12.5'],
      ['Kitap', null, null],
    ])
  })

  it('22: takes pending orders with integers for relations', () => {
    const row = {
      pk: 3,
      customer: 7,
      shipping_address: 8,
      channel: 'Shop',
      orderitem_set: [{ id: 1, cancel_status: { value: 'waiting' } }],
    }
    const read = readPending(row)
    expect(pendingOrderSchema.safeParse(read).error).toBeUndefined()
    expect(read).toMatchObject({
      id: '3',
      customer: { id: '7', email: null },
      shipping_address: { pk: '8', line: null },
    })
    expect(read?.orderitem_set[0]?.cancel_status).toBe('waiting')
  })

  it('24: takes odd addresses', () => {
    const long = `${'ş'.repeat(512)}\u0007🙂`
    const read = readAddress({
      id: 3,
      line: long,
      city: null,
      township: 271,
      district: 'MERKEZ',
      phone_number: 0,
      is_corporate: 'true',
      tax_no: 12,
    })
    expect(addressSchema.safeParse(read).success).toBe(true)
    expect(read).toMatchObject({
      pk: '3',
      line: long,
      city: null,
      township: { pk: '271', name: null },
      district: { pk: null, name: 'MERKEZ' },
      phone_number: '0',
      is_corporate: true,
      tax_no: '12',
    })
    expect([readAddress({}), readAddress(null), readAddress('Cad. 1')?.line]).toEqual([null, null, 'Cad. 1'])
    expect([readAddressRow({ line: 'no id' }), readAddressRow({ pk: 1 })?.pk]).toEqual([null, '1'])
  })
})
