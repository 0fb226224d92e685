import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createCommerceClient } from '../../../src-main/akinon/commerce-client.ts'
import { createOmnitronClient } from '../../../src-main/akinon/omnitron-client.ts'
import { createOneShotWriter } from '../../../src-main/akinon/one-shot-writer.ts'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { sendCancellation, sendCancellations } from '../../../src-main/akinon/send-requests.ts'
import { sendTradeIn } from '../../../src-main/akinon/send-trade-in.ts'
import { isNobody } from '../../../src-main/akinon/session-doubt.ts'
import { whoIs } from '../../../src-main/akinon/whose-session.ts'
import { ok } from '../../../src-main/contract/failures.ts'
import { MemoryJar, nodeSession, withJar } from './node-wire.ts'
import { sendHtml, sendJson, serve } from './serve.ts'

type Answers = (response: ServerResponse) => void

const refusal = { detail: 'Authentication credentials were not provided.' }
const json =
  (status: number, body: unknown): Answers =>
  response =>
    sendJson(response, body, status)
const page =
  (status: number): Answers =>
  response =>
    sendHtml(response, '<h1>Forbidden</h1>', status)
const redirect =
  (location: string): Answers =>
  response =>
    response.writeHead(302, { location }).end()

/** A shop that answers everything in one way, and the page of the signed-in user in another. */
async function shop(everything: Answers, user: Answers) {
  const { baseUrl, seen } = await serve((request, response) =>
    request.path.startsWith('/current_user/') ? user(response) : everything(response),
  )
  const jar = new MemoryJar()
  jar.cookies.set('osessionid', 's1').set('csrftoken', 'c1')
  const place = { baseUrl, fetch: withJar(jar), language: () => 'tr-tr' }
  const wire = {
    writer: createOneShotWriter({ makeSession: () => nodeSession, size: 1 }),
    jar,
    baseUrl,
    language: place.language,
    fetchCsrf: async () => ok('c2'),
    asksNobody: () => isNobody(createReadClient(place)),
    timeoutMs: 3000,
  }
  return {
    place,
    wire,
    seen,
    client: createCommerceClient(createReadClient(place)),
    posts: () => seen.filter(one => one.method === 'POST'),
  }
}

const somebody = json(200, { pk: 5, email: 'a@b.c' })
const payload = { order_item: '7', cancellation_type: 'cancel', reason: '3' } as const
const one = { command: { kind: 'cancellation-request', payload }, baselineIds: [] } as const

/** What the page of the user says, and whether a doubtful answer beside it then means that nobody is signed in. */
const users: readonly (readonly [string, Answers, boolean])[] = [
  ['401', json(401, refusal), true],
  ['403 without a code', json(403, refusal), true],
  ['403 in Turkish', json(403, { detail: 'Kimlik doğrulama bilgileri verilmedi.' }), true],
  ['403 with a code', json(403, { ...refusal, code: 'not_authenticated' }), true],
  ['200 with nobody', json(200, { first_name: null }), true],
  ['200 with {}', json(200, {}), true],
  ['a redirect to the login', redirect('/users/login/?next=/current_user/'), true],
  ['somebody', somebody, false],
  ['a page of 403', page(403), false],
  ['404', json(404, { detail: 'Not found.' }), false],
  ['500', json(500, {}), false],
]

describe.each(users)('when the page of the user says %s', (_, user, isOver) => {
  const read = isOver ? 'signed-out' : null

  it.each<[string, Answers, string]>([
    ['403 without a code', json(403, refusal), 'rejected'],
    ['a page of 403', page(403), 'not-json'],
    ['a redirect to maintenance', redirect('/bakim/'), 'moved'],
  ])('a list that answers %s', async (_name, everything, kind) => {
    const { client } = await shop(everything, user)
    expect(await client.orders(1, 10)).toMatchObject({ ok: false, failure: { kind: read ?? kind } })
    expect(await client.order('7')).toMatchObject({ ok: false, failure: { kind: read ?? kind } })
  })

  it.each<[string, Answers, string]>([
    ['403 without a code', json(403, refusal), 'rejected rejected'],
    ['a page of 403', page(403), 'unknown not-json'],
  ])('a request that is answered %s', async (_name, everything, kind) => {
    const { wire, posts } = await shop(everything, user)
    const outcome = await sendCancellation(wire, one)
    if (outcome.kind === 'confirmed') throw new Error('nothing was made')
    expect(`${outcome.kind} ${outcome.failure.kind}`).toBe(isOver ? 'not-sent signed-out' : kind)
    expect(posts()).toHaveLength(1)
  })

  it('requests sent together', async () => {
    const { wire, posts } = await shop(json(403, refusal), user)
    const expected = isOver
      ? { kind: 'not-sent', failure: { kind: 'signed-out', status: 403 } }
      : { kind: 'refused-together', failure: { kind: 'rejected' } }
    expect(await sendCancellations(wire, [one, one])).toMatchObject([expected, expected])
    expect(posts()).toHaveLength(1)
  })

  it('a request that is answered with a redirect stays unknown, whoever is signed in', async () => {
    const { wire, posts } = await shop(redirect('/bakim/'), user)
    expect(await sendCancellation(wire, one)).toMatchObject({ kind: 'unknown', failure: { kind: read ?? 'moved' } })
    expect(posts()).toHaveLength(1)
  })

  it('a trade-in', async () => {
    const { wire, seen } = await shop(json(403, refusal), user)
    const reply = await sendTradeIn({ ...wire, orderItem: '7', decision: 'approved' })
    expect(reply).toMatchObject({ failure: { kind: read ?? 'rejected' } })
    expect(seen.filter(({ path }) => path.includes('tradein'))).toHaveLength(1)
  })
})

it('asks nobody twice when an answer is plain', async () => {
  const { client, seen } = await shop(json(401, refusal), somebody)
  expect(await client.orders(1, 10)).toMatchObject({ failure: { kind: 'signed-out' } })
  expect(seen).toHaveLength(1)
})

it('takes a user’s page of 403 beside lists of 403 for the end of the session', async () => {
  const { client } = await shop(json(403, refusal), json(403, refusal))
  expect(await whoIs(client, '5')).toMatchObject({ failure: { kind: 'signed-out', status: 403 } })
})

it('a shop whose user’s page redirects is asked for an order instead', async () => {
  const { client } = await shop(json(200, { results: [{ id: 1, user: 5 }] }), redirect('/'))
  expect(await whoIs(client, '5')).toMatchObject({ ok: true, value: { pk: '5' } })
})

describe('Omnitron, which has no page of the user', () => {
  const ask = async (answers: (token: string, response: ServerResponse) => void) => {
    const { baseUrl } = await serve((request, response) => answers(request.headers.authorization ?? '', response))
    const at = { baseUrl, fetch: withJar(new MemoryJar()), language: () => 'tr-tr', prefix: 'i1' } as const
    const reply = await createOmnitronClient({ ...at, token: () => 'mine' }).pending(1, 10)
    return reply.ok ? 'ok' : reply.failure.kind
  }

  it.each<[string, (token: string, response: ServerResponse) => void, string]>([
    ['every token in the same words', (_, response) => sendJson(response, refusal, 403), 'signed-out'],
    [
      'a token without the right in other words',
      (token, response) =>
        sendJson(response, { detail: token.endsWith('mine') ? 'İzniniz yok.' : 'Geçersiz token.' }, 403),
      'rejected',
    ],
    [
      'a token without the right with another status',
      (token, response) => sendJson(response, { detail: 'x' }, token.endsWith('mine') ? 403 : 401),
      'rejected',
    ],
    ['a code', (_, response) => sendJson(response, { ...refusal, code: 'not_authenticated' }, 403), 'signed-out'],
    ['401', (_, response) => sendJson(response, refusal, 401), 'signed-out'],
    ['a page of 403', (_, response) => sendHtml(response, '<h1>no</h1>', 403), 'not-json'],
  ])('answers %s', async (_name, answers, expected) => {
    expect(await ask(answers)).toBe(expected)
  })
})
