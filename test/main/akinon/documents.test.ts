import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { readAddress } from '../../../src-main/akinon/read-customer.ts'
import { readErrors } from '../../../src-main/akinon/read-errors.ts'
import { readPage } from '../../../src-main/akinon/read-lists.ts'
import { readOldOrder, readOrder } from '../../../src-main/akinon/read-order.ts'
import { readPending } from '../../../src-main/akinon/read-pending.ts'
import { readPickupDate, readReason, readRequest } from '../../../src-main/akinon/read-request.ts'
import { pageSchema } from '../../../src-main/contract/pages.ts'
import { pendingOrderSchema } from '../../../src-main/contract/pending.ts'
import {
  addressSchema,
  cancellationReasonSchema,
  cancellationRequestSchema,
  oldOrderSchema,
  orderSchema,
} from '../../../src-main/contract/resources.ts'
import { documented, documentNames } from './documents.ts'

const ask = { page: 1, limit: 20, startedAt: 5 }

function page<T>(name: string, read: (row: unknown) => T | null, schema: z.ZodType) {
  const value = readPage(documented(name), ask, read)
  expect(pageSchema(schema).safeParse(value).error).toBeUndefined()
  if (!value) throw new Error(`${name} is no list`)
  expect(value.unreadable).toEqual([])
  return value
}

describe('the documented lists', () => {
  it('reads orders, with statuses of {} and one row for a count of 7', () => {
    const read = page('commerce-orders-list', readOrder, orderSchema)
    expect(read).toMatchObject({ count: 7, more: false, startedAt: 5 })
    const [order] = read.rows
    expect(order).toMatchObject({
      id: '6016',
      number: '2745403029312170',
      status: { value: null, label: null },
      amount: '99.99',
      amount_without_discount: '109.99',
      shipping_tax_rate: null,
      shipping_address: null,
      bank: null,
      user: '6471',
      is_cancelled: true,
      created_date: '2024-10-24T09:32:05.544358Z',
      installment_count: '1',
      basket: 9901,
      extra_field: {},
    })
  })

  it('reads reasons', () => {
    const [reason] = page('commerce-reasons-list', readReason, cancellationReasonSchema).rows
    expect(reason).toMatchObject({
      id: '1',
      cancellation_type: 'cancel',
      subject: 'Yanlış Ürün Aldım',
      translations: { 'en-us': 'I got the wrong product' },
      extra_information_needed: false,
      order: 100,
      is_active: true,
    })
  })

  it('reads requests that share a uuid', () => {
    const { rows } = page('commerce-requests-list', readRequest, cancellationRequestSchema)
    expect(rows.map(({ id, order_item, reason, uuid }) => [id, order_item, reason, uuid])).toEqual([
      ['6', '284', '2', '1a2b3456-7cd4-49bb-9bf4-9495e9af845d'],
      ['5', '285', '2', '1a2b3456-7cd4-49bb-9bf4-9495e9af845d'],
    ])
  })

  it('reads old orders', () => {
    const { rows } = page('commerce-old-orders-list', readOldOrder, oldOrderSchema)
    expect(rows).toEqual([readOldOrder(documented('commerce-old-order-detail'))])
    expect(rows[0]).toMatchObject({
      id: '5',
      number: '12345',
      status: 'pasive',
      currency: { value: 'try', label: 'TL' },
      amount: '10.00',
      shipping_address: 'dene adress',
      shipping_company: null,
      installment_count: '3',
    })
  })

  it('reads pending orders, the one without a waiting item too', () => {
    const { rows } = page('omnitron-pending-list', readPending, pendingOrderSchema)
    expect(
      rows.map(row => [row.id, row.number, row.status.value, row.amount, row.orderitem_set[0]?.cancel_status]),
    ).toEqual([
      ['32', 'd4d10357bbf314b0', '450', '11.40', null],
      ['33', '95d4deb15760461', '50', '33.22', 'waiting'],
    ])
    expect(rows[1]).toMatchObject({
      customer: { id: '1105', phone_number: null },
      shipping_address: { pk: null, city: { pk: '65', name: 'Adıyaman' }, country: { pk: null, code: 'tr' } },
      channel: { name: 'Shop', conf: { server: 'http://localhost:8080/api/v1/' } },
      payment_option: 2,
    })
    expect(rows[0]?.shipping_address?.district).toBeNull()
  })

  it('reads the bare array of the bulk answer', () => {
    const { rows } = page('commerce-bulk-response-201', readRequest, cancellationRequestSchema)
    expect(rows[0]).toMatchObject({
      id: '18',
      order_item: '271',
      reason: '3',
      status: { value: 'open', label: 'Open' },
    })
  })
})

describe('the documented details', () => {
  it('reads an order', () => {
    const order = readOrder(documented('commerce-order-detail'))
    expect(orderSchema.safeParse(order).error).toBeUndefined()
    expect(order).toMatchObject({ id: '1', amount: '20.37', payment_option: { pk: '18', payment_type: 'saved_card' } })
    expect(order?.orderitem_set[0]).toMatchObject({
      id: '485',
      order: '388',
      price: '11.87',
      retail_price: '47.47',
      quantity: null,
      active_cancellation_request: null,
      cancellationrequest_set: [],
      product: { name: 'Repertoıre Room Spray 100 Ml', attributes: { uretim_yeri: 'TÜRKİYE' }, form_schema: null },
    })
    expect(addressSchema.safeParse(readAddress(order?.shipping_address)).success).toBe(true)
  })

  it('reads the cancellation view', () => {
    const order = readOrder(documented('commerce-cancellation-view'))
    expect(orderSchema.safeParse(order).error).toBeUndefined()
    expect(order?.orderitem_set[0]?.available_easy_return_shipping_companies).toEqual([
      { pk: '1', name: '2', shipping_company: { value: 'yurtici', label: 'Yurtiçi Kargo' } },
    ])
    expect(order?.discountitem_set.map(row => row.amount)).toEqual(['399.60', '0.00'])
    expect(order?.billing_address).toEqual(order?.shipping_address)
  })

  it('reads the created request', () => {
    const request = readRequest(documented('commerce-create-response-200'))
    expect(cancellationRequestSchema.safeParse(request).error).toBeUndefined()
    expect(request).toMatchObject({
      id: '1',
      order_item: '126',
      quantity: '2',
      fully_refund_as_loyalty_money: true,
      easy_return: {
        status: { value: 'active', label: 'Active' },
        code: '14223',
        end_date: null,
        pickup_date: { date: '2024-01-01', start: '09:00', end: '12:00' },
      },
    })
  })

  it('reads both refusals', () => {
    expect(readErrors(documented('commerce-create-response-406'))).toEqual({
      errors: [{ field: null, text: 'Pickup address is required.' }],
      code: 'cancellation_request_100_8',
    })
    expect(readErrors(documented('commerce-create-response-400'))).toEqual({
      errors: [{ field: 'quantity', text: 'Quantity can not be greater than order item quantity.' }],
      code: null,
    })
  })
})

describe('the object in the prose', () => {
  it('is read as a pickup date', () => {
    expect(readPickupDate(documented('commerce-pickup-date'))).toEqual({
      date: '2024-01-01',
      start: '09:00',
      end: '12:00',
    })
  })
})

describe('every document', () => {
  const readers = [readOrder, readRequest, readReason, readOldOrder, readPending, readAddress, readErrors]

  it.each(documentNames)('%s goes through every reader', name => {
    const value = documented(name)
    for (const read of readers) expect(() => read(value)).not.toThrow()
    expect(() => readPage(value, ask, readOrder)).not.toThrow()
  })
})
