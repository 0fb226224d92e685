import { describe, expect, it } from 'vitest'
import { createOneShotWriter } from '../../../src-main/akinon/one-shot-writer.ts'
import { sendCancellations } from '../../../src-main/akinon/send-requests.ts'
import type { CancellationPayload } from '../../../src-main/contract/commands.ts'
import { ok } from '../../../src-main/contract/failures.ts'
import { documented } from './documents.ts'
import { MemoryJar, nodeSession } from './node-wire.ts'
import { type Answering, sendHtml, sendJson, serve } from './serve.ts'

const line = (order_item: string, more: Partial<CancellationPayload> = {}) => ({
  command: {
    kind: 'cancellation-request',
    payload: { order_item, cancellation_type: 'cancel', reason: '3', ...more },
  } as const,
  baselineIds: ['1'],
})
const lines = [line('7'), line('9007199254740993', { quantity: 2 }), line('9')]
const row = (id: number | string, orderItem: number | string, more = {}) => ({
  id,
  order_item: orderItem,
  cancellation_type: 'cancel',
  status: { value: 'open', label: 'Açık' },
  ...more,
})

async function send(answer: Answering) {
  const shop = await serve(answer)
  const jar = new MemoryJar()
  jar.cookies.set('osessionid', 's1').set('csrftoken', 'c1')
  const writer = createOneShotWriter({ makeSession: () => nodeSession, size: 1 })
  const language = () => 'tr-tr'
  const fetchCsrf = async () => {
    jar.cookies.set('csrftoken', 'c2')
    return ok('c2')
  }
  const wire = {
    jar,
    writer,
    language,
    baseUrl: shop.baseUrl,
    fetchCsrf,
    asksNobody: async () => false,
    timeoutMs: 400,
  }
  const outcomes = await sendCancellations(wire, lines)
  const ends = outcomes.map(one =>
    one.kind === 'confirmed' ? `confirmed #${one.request.id}` : `${one.kind} ${one.failure.code ?? one.failure.kind}`,
  )
  return { shop, outcomes, ends }
}

const answering =
  (body: unknown, status = 201): Answering =>
  (_, response) =>
    sendJson(response, body, status)

describe('several requests in one bulk call', () => {
  it('are one POST with exact ids, as the document writes it', async () => {
    const { shop, ends } = await send(answering([row(11, 7), row(12, '9007199254740993'), row(13, 9)]))
    expect(shop.seen).toMatchObject([
      {
        method: 'POST',
        path: '/users/orders/bulk_cancellation_requests/',
        headers: { cookie: 'osessionid=s1; csrftoken=c1', 'x-csrftoken': 'c1', 'content-type': 'application/json' },
        body:
          '{"cancel_order_items":[{"order_item":7,"cancellation_type":"cancel","reason":3},' +
          '{"order_item":9007199254740993,"cancellation_type":"cancel","reason":3,"quantity":2},' +
          '{"order_item":9,"cancellation_type":"cancel","reason":3}]}',
      },
    ])
    expect(ends).toEqual(['confirmed #11', 'confirmed #12', 'confirmed #13'])
  })

  it('read the document’s own answer', async () => {
    const rows = documented('commerce-bulk-response-201')
    const items = (Array.isArray(rows) ? rows : []).map(one => String(one.order_item))
    expect(items.length).toBeGreaterThan(0)
    const { shop } = await send(answering(rows))
    expect(shop.seen.length).toBe(1)
  })

  const missing = 'unknown row-missing'
  it.each<[string, unknown, string[]]>([
    [
      'in another order',
      [row(13, 9), row(11, 7), row(12, '9007199254740993')],
      ['confirmed #11', 'confirmed #12', 'confirmed #13'],
    ],
    ['in an envelope', { count: 3, results: [row(13, 9), row(11, 7)] }, ['confirmed #11', missing, 'confirmed #13']],
    ['in data', { data: [row(13, 9)] }, [missing, missing, 'confirmed #13']],
    ['as one object', row(11, 7), ['confirmed #11', missing, missing]],
    ['with a row missing', [row(11, 7), row(13, 9)], ['confirmed #11', missing, 'confirmed #13']],
    ['with none', [], [missing, missing, missing]],
    ['as null', null, [missing, missing, missing]],
    [
      'with statuses that are not open',
      [row(11, 7, { status: 'rejected' }), row(12, 9, { status: 'approved' })],
      ['rejected rejected-at-once', missing, 'confirmed #12'],
    ],
    ['with a request that was there before', [row(1, 7)], [missing, missing, missing]],
    ['with a request of another type', [row(11, 7, { cancellation_type: 'refund' })], [missing, missing, missing]],
    ['with two requests for one item', [row(11, 7), row(12, 7)], [missing, missing, missing]],
    [
      'with an error in a row’s place',
      [row(11, 7), { quantity: 'Fazla', error_code: 'cancellation_request_100_4' }, row(13, 9)],
      ['confirmed #11', 'refused-together cancellation_request_100_4', 'confirmed #13'],
    ],
    [
      'with an error that names its item',
      [{ order_item: 9, non_field_errors: ['Olmaz'], code: 'no' }, row(11, 7)],
      ['confirmed #11', missing, 'refused-together no'],
    ],
  ])('are matched by order item, answered %s', async (_name, body, expected) => {
    const { shop, ends } = await send(answering(body))
    expect(ends).toEqual(expected)
    expect(shop.seen.length).toBe(1)
  })

  it.each<[string, Answering, string]>([
    ['a 400', answering({ detail: 'x' }, 400), 'refused-together rejected'],
    ['a 404', answering({ detail: 'x' }, 404), 'refused-together not-found'],
    [
      'a 404 page',
      (_, response) => sendHtml(response, '<h1>Not Found</h1>', 404),
      'refused-together page-instead-of-json',
    ],
    ['a 405', answering({ detail: 'x' }, 405), 'refused-together rejected'],
    [
      'a 406 with a code',
      answering({ non_field_errors: 'x', error_code: 'cancellation_request_100_8' }, 406),
      'refused-together cancellation_request_100_8',
    ],
    [
      '"it exists"',
      answering({ error_code: 'cancellation_request_100_1' }, 400),
      'refused-together cancellation_request_100_1',
    ],
    ['a 202', answering([row(11, 7)], 202), missing],
    ['a 429', answering({}, 429), 'not-sent throttled'],
    ['a 401', answering({}, 401), 'not-sent signed-out'],
    ['a 500', answering({}, 500), 'unknown server-error'],
    ['a page', (_, response) => sendHtml(response, '<p>x</p>', 502), 'unknown page-instead-of-json'],
    ['a reset', (_, _response, raw) => raw.socket.resetAndDestroy(), 'unknown ERR_CONNECTION_RESET'],
  ])('end all alike after %s', async (_name, answer, expected) => {
    const { shop, ends } = await send(answer)
    expect(ends).toEqual([expected, expected, expected])
    expect(shop.seen.length).toBe(1)
  })

  it.each<[string, unknown]>([
    ['by place', [{}, { quantity: ['Fazla'] }, {}]],
    ['by place, under the field', { cancel_order_items: [{}, { quantity: 'Fazla' }, {}] }],
    ['by item', { '9007199254740993': { quantity: 'Fazla' } }],
  ])('get the errors of their own line only, said %s', async (_name, body) => {
    const { outcomes } = await send(answering(body, 400))
    expect(outcomes.map(one => (one.kind === 'confirmed' ? null : one.failure.errors))).toEqual([
      [],
      [{ field: 'quantity', text: 'Fazla' }],
      [],
    ])
  })

  it('all get what the shop says of them together', async () => {
    const { outcomes } = await send(answering({ non_field_errors: ['Kapalı'], cancel_order_items: 'Boş' }, 400))
    const errors = [
      { field: null, text: 'Kapalı' },
      { field: null, text: 'Boş' },
    ]
    expect(outcomes.map(one => (one.kind === 'confirmed' ? null : one.failure.errors))).toEqual([
      errors,
      errors,
      errors,
    ])
  })

  it('are posted once more only after a refused token', async () => {
    const { shop, ends } = await send((request, response) => {
      if (request.headers['x-csrftoken'] === 'c1') sendHtml(response, 'CSRF verification failed.', 403)
      else sendJson(response, [row(11, 7), row(12, '9007199254740993'), row(13, 9)], 201)
    })
    expect(shop.seen.map(seen => seen.headers['x-csrftoken'])).toEqual(['c1', 'c2'])
    expect(ends).toEqual(['confirmed #11', 'confirmed #12', 'confirmed #13'])
  })
})
