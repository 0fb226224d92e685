import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createCommerceClient } from '../../../src-main/akinon/commerce-client.ts'
import { createOmnitronClient } from '../../../src-main/akinon/omnitron-client.ts'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { documented } from './documents.ts'
import { nodeFetch } from './node-wire.ts'
import { type Answering, sendHtml, sendJson, serve } from './serve.ts'

const commerce = async (answer: Answering) => {
  const shop = await serve(answer)
  return {
    shop,
    client: createCommerceClient(
      createReadClient({ baseUrl: shop.baseUrl, fetch: nodeFetch, language: () => 'tr-tr' }),
    ),
  }
}
const notFound: Answering = (_, response) => sendJson(response, { detail: 'Invalid page.' }, 404)

describe('the Commerce client', () => {
  it('asks each list at its documented path', async () => {
    const { shop, client } = await commerce((_, response) => sendJson(response, { count: 0, next: null, results: [] }))
    await client.orders(2, 50, { search: 'A/1 &' })
    await client.orders(1, 10, { search: '', status: '550', created_date__gte: '2024-10-24T00:00:00.000Z' })
    await client.orders(1, 10)
    await client.reasons(1, 50)
    await client.requests(1, 50)
    await client.oldOrders(1, 50)
    await client.addresses(1, 50)
    expect(shop.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /users/orders/?search=A%2F1+%26&page=2&limit=50',
      'GET /users/orders/?status=550&created_date__gte=2024-10-24T00%3A00%3A00.000Z&page=1&limit=10',
      'GET /users/orders/?page=1&limit=10',
      'GET /users/orders/cancellation_reasons/?page=1&limit=50',
      'GET /users/orders/cancellation_requests/?page=1&limit=50',
      'GET /users/old-orders/?page=1&limit=50',
      'GET /address/?page=1&limit=50',
    ])
  })

  it('asks each detail at its documented path', async () => {
    const { shop, client } = await commerce((_, response) => sendJson(response, { data: { id: '1/2' } }))
    const replies = [await client.order('1/2'), await client.cancellationView('1/2'), await client.oldOrder('1/2')]
    expect(replies.map(reply => reply.ok && reply.value.id)).toEqual(['1/2', '1/2', '1/2'])
    expect(shop.seen.map(seen => seen.path)).toEqual([
      '/users/orders/1%2F2/',
      '/users/orders/1%2F2/cancellation/',
      '/users/old-orders/1%2F2/',
    ])
  })

  it('says when the page was begun, not when it came', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1000 })
    onTestFinished(() => void vi.useRealTimers())
    const { client } = await commerce((_, response) => {
      vi.setSystemTime(2000)
      sendJson(response, documented('commerce-orders-list'))
    })
    const reply = await client.orders(1, 20)
    expect(reply).toMatchObject({ ok: true, value: { startedAt: 1000, count: 7, more: false } })
  })

  it('refuses an order that is not the one asked for', async () => {
    const { client } = await commerce((_, response) => sendJson(response, { id: 2 }))
    expect(await client.order('1')).toMatchObject({ ok: false, failure: { kind: 'incompatible', code: 'another-id' } })
  })

  it('carries the words of an error that came with a 200, and no field of a row', async () => {
    const { client } = await commerce((_, response) => sendJson(response, { detail: 'Kapalıyız.', note: 'x' }))
    for (const reply of [await client.orders(1, 10), await client.order('1')]) {
      expect(reply).toMatchObject({ failure: { kind: 'incompatible', errors: [{ field: null, text: 'Kapalıyız.' }] } })
    }
  })

  it('compares ids past 2^53 digit by digit', async () => {
    const { client } = await commerce((_, response) => response.end('{"id":9007199254740993}'))
    expect((await client.order('9007199254740993')).ok).toBe(true)
    expect((await client.order('9007199254740992')).ok).toBe(false)
  })

  it('takes a 404 beyond the first page for the end, a 404 on the first for a failure', async () => {
    const { client } = await commerce(notFound)
    expect(await client.orders(2, 20)).toMatchObject({ ok: true, value: { rows: [], more: false } })
    expect(await client.orders(1, 20)).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
  })

  it('does not take a gateway page for the end', async () => {
    const { client } = await commerce((_, response) => sendHtml(response, '<h1>404</h1>', 404))
    expect(await client.orders(2, 20)).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
  })

  it('does not take an error in a 200, or null, for an empty list', async () => {
    const answers = [{ detail: 'No.' }, null, 'x']
    const { client } = await commerce((_, response) => sendJson(response, answers.shift()))
    for (const _ of [1, 2, 3])
      expect(await client.orders(1, 20)).toMatchObject({ ok: false, failure: { kind: 'incompatible' } })
  })

  it('tells a user from nobody', async () => {
    const answers: unknown[] = [{ pk: 6471, first_name: 'Ayşe', email: 'a@example.com' }, { pk: null }]
    const { shop, client } = await commerce((_, response) => sendJson(response, answers.shift()))
    expect(await client.currentUser()).toMatchObject({ ok: true, value: { pk: '6471', last_name: null } })
    expect(await client.currentUser()).toMatchObject({ ok: false, failure: { kind: 'signed-out', code: 'anonymous' } })
    expect(shop.seen[0]?.path).toBe('/current_user/')
  })
})

describe('the Omnitron client', () => {
  it('shows its token and keeps every row', async () => {
    const shop = await serve((_, response) => sendJson(response, documented('omnitron-pending-list')))
    const client = createOmnitronClient({
      baseUrl: shop.baseUrl,
      fetch: nodeFetch,
      language: () => 'tr',
      token: () => 'Token k1\n',
      prefix: 'v1',
    })
    expect(await client.pending(1, 10)).toMatchObject({ ok: true, value: { rows: [{ id: '32' }, { id: '33' }] } })
    expect(shop.seen[0]).toMatchObject({
      path: '/api/v1/orders/?cancel_status=waiting&page=1&limit=10',
      headers: { authorization: 'Token k1' },
    })
  })

  it('asks nothing without a token', async () => {
    const shop = await serve((_, response) => sendJson(response, []))
    const client = createOmnitronClient({
      baseUrl: shop.baseUrl,
      fetch: nodeFetch,
      language: () => 'tr',
      token: () => null,
      prefix: 'i1',
    })
    expect(await client.pending(1, 10)).toMatchObject({ ok: false, failure: { kind: 'signed-out' } })
    expect(shop.seen).toEqual([])
  })
})
