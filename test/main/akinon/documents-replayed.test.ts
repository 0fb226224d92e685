import { describe, expect, it } from 'vitest'
import { type CommerceClient, createCommerceClient } from '../../../src-main/akinon/commerce-client.ts'
import { createOmnitronClient } from '../../../src-main/akinon/omnitron-client.ts'
import { createOneShotWriter } from '../../../src-main/akinon/one-shot-writer.ts'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { sendCancellation, sendCancellations } from '../../../src-main/akinon/send-requests.ts'
import { sendTradeIn } from '../../../src-main/akinon/send-trade-in.ts'
import { type CancellationPayload, cancellationPayloadSchema } from '../../../src-main/contract/commands.ts'
import type { Reply } from '../../../src-main/contract/failures.ts'
import type { Page } from '../../../src-main/contract/pages.ts'
import { documented, documentText } from './documents.ts'
import { MemoryJar, nodeFetch, nodeSession, withJar } from './node-wire.ts'
import { type Answering, serve } from './serve.ts'

/** The documents' own examples, word for word, on the wire: what is asked, and what becomes of the answer. */

const json: Answering = (_, response) => response.setHeader('content-type', 'application/json')
const replay =
  (name: string, status = 200): Answering =>
  (request, response, raw) => {
    json(request, response, raw)
    response.writeHead(status).end(documentText(`${name}.json`))
  }

function customerOf(baseUrl: string) {
  const jar = new MemoryJar()
  jar.cookies.set('cookie-name', 'session_id').set('csrftoken', 'token')
  const language = () => 'tr-tr'
  const client = createCommerceClient(createReadClient({ baseUrl, fetch: withJar(jar), language }))
  const writer = createOneShotWriter({ makeSession: () => nodeSession, size: 1 })
  const fetchCsrf = () => Promise.reject(new Error('no token is wanted'))
  const wire = { baseUrl, jar, language, writer, fetchCsrf, asksNobody: async () => false }
  return { client, wire }
}

/** As the documents write the headers, for every call of a customer. */
const customerHeaders = { 'accept-language': 'tr-tr', cookie: expect.stringContaining('cookie-name=session_id') }
const writeHeaders = { ...customerHeaders, 'content-type': 'application/json', 'x-csrftoken': 'token' }

const rowsOf = <T extends { readonly id: string }>(reply: Reply<Page<T>>) =>
  reply.ok ? [reply.value.count, reply.value.rows.map(row => row.id), reply.value.unreadable] : reply.failure
const idOf = (reply: Reply<{ readonly id: string }>) => (reply.ok ? reply.value.id : reply.failure)

const reads: readonly (readonly [string, string, string, (client: CommerceClient) => Promise<unknown>, unknown])[] = [
  ['orders', '/users/orders/', 'commerce-orders-list', async c => rowsOf(await c.orders(1, 12)), [7, ['6016'], []]],
  ['an order', '/users/orders/1/', 'commerce-order-detail', async c => idOf(await c.order('1')), '1'],
  [
    'the return items',
    '/users/orders/940901/cancellation/',
    'commerce-cancellation-view',
    async c => idOf(await c.cancellationView('940901')),
    '940901',
  ],
  [
    'reasons',
    '/users/orders/cancellation_reasons/',
    'commerce-reasons-list',
    async c => rowsOf(await c.reasons(1, 12)),
    [1, ['1'], []],
  ],
  [
    'requests',
    '/users/orders/cancellation_requests/',
    'commerce-requests-list',
    async c => rowsOf(await c.requests(1, 12)),
    [6, ['6', '5'], []],
  ],
  [
    'old orders',
    '/users/old-orders/',
    'commerce-old-orders-list',
    async c => rowsOf(await c.oldOrders(1, 12)),
    [1, ['5'], []],
  ],
  ['an old order', '/users/old-orders/5/', 'commerce-old-order-detail', async c => idOf(await c.oldOrder('5')), '5'],
]

describe('the documented reads', () => {
  it.each(reads)('%s: GET %s', async (_, path, name, read, expected) => {
    const shop = await serve(replay(name))
    expect(await read(customerOf(shop.baseUrl).client)).toEqual(expected)
    expect(shop.seen).toMatchObject([{ method: 'GET', headers: customerHeaders, body: '' }])
    expect(shop.seen[0]?.path.split('?')[0]).toBe(path)
  })

  it('pending orders: GET /api/i1/orders/?limit=10&page=1&cancel_status=waiting', async () => {
    const shop = await serve(replay('omnitron-pending-list'))
    const client = createOmnitronClient({
      baseUrl: shop.baseUrl,
      fetch: nodeFetch,
      language: () => 'tr-tr',
      token: () => 'f532eXX9332d',
      prefix: 'i1',
    })
    expect(rowsOf(await client.pending(1, 10))).toEqual([2, ['32', '33'], []])
    expect(shop.seen).toMatchObject([{ method: 'GET', headers: { authorization: 'Token f532eXX9332d' } }])
    const { pathname, searchParams } = new URL(shop.seen[0]?.path ?? '', shop.baseUrl)
    expect(pathname).toBe('/api/i1/orders/')
    expect(Object.fromEntries(searchParams)).toEqual({ limit: '10', page: '1', cancel_status: 'waiting' })
  })
})

const idKeys = ['order_item', 'reason', 'shipping_company', 'pickup_address']

/** A documented item as the app holds it: ids are text there, so that none loses a digit. */
function payloadOf(item: unknown): CancellationPayload {
  const row = Object.entries(item as Record<string, unknown>)
  return cancellationPayloadSchema.parse(
    Object.fromEntries(row.map(([key, value]) => [key, idKeys.includes(key) ? String(value) : value])),
  )
}

const toSend = (item: unknown) => ({
  command: { kind: 'cancellation-request', payload: payloadOf(item) } as const,
  baselineIds: [],
})

describe('the documented single request', () => {
  const path = '/users/orders/cancellation_requests/'

  it.each(['commerce-create-request', 'commerce-create-request-without-quantity'])(
    'sends %s in the document’s names and types',
    async name => {
      const shop = await serve(replay('commerce-create-response-200'))
      await sendCancellation(customerOf(shop.baseUrl).wire, toSend(documented(name)))
      expect(shop.seen).toMatchObject([{ method: 'POST', path, headers: writeHeaders }])
      expect(JSON.parse(shop.seen[0]?.body ?? '')).toEqual(JSON.parse(documentText(`${name}.json`)))
    },
  )

  it('takes the documented 200 for the request it made', async () => {
    const shop = await serve(replay('commerce-create-response-200'))
    // The two examples are of different lines: the answer's is asked for here.
    const asked = toSend({ ...(documented('commerce-create-request') as object), order_item: 126 })
    expect(await sendCancellation(customerOf(shop.baseUrl).wire, asked)).toMatchObject({
      kind: 'confirmed',
      request: { id: '1', order_item: '126', easy_return: { code: '14223' }, quantity: '2' },
    })
  })

  it.each([
    [
      'commerce-create-response-406',
      406,
      'cancellation_request_100_8',
      { field: null, text: 'Pickup address is required.' },
    ],
    [
      'commerce-create-response-400',
      400,
      null,
      { field: 'quantity', text: 'Quantity can not be greater than order item quantity.' },
    ],
  ] as const)('takes %s for a refusal, with the shop’s words in their place', async (name, status, code, error) => {
    const shop = await serve(replay(name, status))
    const outcome = await sendCancellation(customerOf(shop.baseUrl).wire, toSend(documented('commerce-create-request')))
    expect(outcome).toMatchObject({ kind: 'rejected', failure: { kind: 'rejected', status, code, errors: [error] } })
    expect(shop.seen).toHaveLength(1)
  })
})

describe('the documented bulk request', () => {
  const path = '/users/orders/bulk_cancellation_requests/'
  const itemsOf = (name: string) => (documented(name) as { cancel_order_items: unknown[] }).cancel_order_items

  it.each(['commerce-bulk-request', 'commerce-bulk-request-minimal'])(
    'sends %s in the document’s names and types',
    async name => {
      const shop = await serve(replay('commerce-bulk-response-201', 201))
      await sendCancellations(customerOf(shop.baseUrl).wire, itemsOf(name).map(toSend))
      expect(shop.seen).toMatchObject([{ method: 'POST', path, headers: writeHeaders }])
      expect(JSON.parse(shop.seen[0]?.body ?? '')).toEqual(JSON.parse(documentText(`${name}.json`)))
    },
  )

  it('takes the documented 201, a bare array, for the request it made', async () => {
    const shop = await serve(replay('commerce-bulk-response-201', 201))
    const sends = itemsOf('commerce-bulk-request-minimal').map(toSend)
    expect(await sendCancellations(customerOf(shop.baseUrl).wire, sends)).toMatchObject([
      { kind: 'confirmed', request: { id: '18', order_item: '271', reason: '3' } },
    ])
  })
})

describe('the documented trade-in decisions', () => {
  it.each(['approved', 'rejected'] as const)('%s: one GET, answered in plain words', async decision => {
    const text = documentText(`commerce-tradein-${decision}.txt`)
    const shop = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text)
    })
    const { wire } = customerOf(shop.baseUrl)
    const reply = await sendTradeIn({ ...wire, orderItem: '485', decision })
    expect(reply).toEqual({ ok: true, value: { text: text.trim(), alreadyDecided: false } })
    const path = `/users/order_item/485/tradein_${decision}/`
    expect(shop.seen).toMatchObject([{ method: 'GET', path, headers: customerHeaders, body: '' }])
  })
})
