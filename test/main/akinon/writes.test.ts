import { describe, expect, it, vi } from 'vitest'
import type { WriteSession } from '../../../src-main/akinon/electron-wire.ts'
import { createOneShotWriter } from '../../../src-main/akinon/one-shot-writer.ts'
import { sendCancellation } from '../../../src-main/akinon/send-requests.ts'
import { sendTradeIn } from '../../../src-main/akinon/send-trade-in.ts'
import { failed, failure, ok, type Reply } from '../../../src-main/contract/failures.ts'
import { documented, documentText } from './documents.ts'
import { MemoryJar, nodeSession } from './node-wire.ts'
import { type Answering, sendHtml, sendJson, serve } from './serve.ts'

const payload = {
  order_item: '126',
  cancellation_type: 'refund',
  reason: '9007199254740993',
  description: 'ş',
} as const
const command = { kind: 'cancellation-request', payload } as const
const created = documented('commerce-create-response-200')

function parts(sessions: WriteSession[] = []) {
  const jar = new MemoryJar()
  jar.cookies.set('osessionid', 's1').set('csrftoken', 'c1')
  const writer = createOneShotWriter({ makeSession: n => sessions[n] ?? nodeSession, size: 1 })
  return { jar, writer, language: () => 'tr-tr', asksNobody: async () => false }
}

async function send(
  answer: Answering,
  more: { baselineIds?: string[]; csrf?: Reply<string | null>; timeoutMs?: number; noToken?: boolean } = {},
) {
  const shop = await serve(answer)
  const common = parts()
  let fetched = 0
  if (more.noToken) common.jar.cookies.delete('csrftoken')
  const wire = {
    ...common,
    baseUrl: `${shop.baseUrl}/tr`,
    fetchCsrf: async () => {
      fetched++
      if (!more.csrf) common.jar.cookies.set('csrftoken', 'c2')
      return more.csrf ?? ok('c2')
    },
    timeoutMs: more.timeoutMs ?? 3000,
  }
  const outcome = await sendCancellation(wire, { command, baselineIds: more.baselineIds ?? [] })
  const kind =
    outcome.kind === 'confirmed' ? `confirmed #${outcome.request.id}` : `${outcome.kind} ${outcome.failure.kind}`
  return { shop, kind, fetched, jar: common.jar }
}

describe('sending a cancellation request', () => {
  it('posts once, with the cookies, the token and exact ids', async () => {
    const { shop, kind, jar } = await send((_, response) => {
      response.setHeader('set-cookie', ['osessionid=s2; Path=/', 'csrftoken=c3; Expires=Wed, 21 Oct 2099 07:28:00 GMT'])
      sendJson(response, created)
    })
    expect(kind).toBe('confirmed #1')
    expect(shop.seen).toMatchObject([
      {
        method: 'POST',
        path: '/tr/users/orders/cancellation_requests/',
        headers: {
          cookie: 'osessionid=s1; csrftoken=c1',
          'x-csrftoken': 'c1',
          referer: `${shop.baseUrl}/`,
          'accept-language': 'tr-tr',
          'content-type': 'application/json',
        },
        body: '{"order_item":126,"cancellation_type":"refund","reason":9007199254740993,"description":"ş"}',
      },
    ])
    expect(Object.fromEntries(jar.cookies)).toEqual({ osessionid: 's2', csrftoken: 'c3' })
  })

  it('does not confirm a request that was there before', async () => {
    const { kind } = await send((_, response) => sendJson(response, created), { baselineIds: ['1'] })
    expect(kind).toBe('unknown incompatible')
  })

  it('does not confirm a request of another type', async () => {
    const { kind } = await send((_, response) =>
      sendJson(response, { id: 3, order_item: 126, cancellation_type: 'cancel' }),
    )
    expect(kind).toBe('unknown incompatible')
  })

  it('is told no by a request that comes back rejected', async () => {
    const { kind } = await send((_, response) =>
      sendJson(response, {
        id: 3,
        order_item: 126,
        cancellation_type: 'refund',
        status: { value: 'rejected', label: 'Red' },
      }),
    )
    expect(kind).toBe('rejected rejected')
  })

  it('fetches a token first when it has none', async () => {
    const { shop, kind, fetched } = await send((_, response) => sendJson(response, created, 201), { noToken: true })
    expect([kind, fetched, shop.seen[0]?.headers['x-csrftoken']]).toEqual(['confirmed #1', 1, 'c2'])
  })

  it('goes without a token where the shop has none, or sends the one of the page', async () => {
    const bare = await send((_, response) => sendJson(response, created), { noToken: true, csrf: ok(null) })
    expect([bare.kind, bare.shop.seen[0]?.headers['x-csrftoken']]).toEqual(['confirmed #1', undefined])
    const page = await send((_, response) => sendJson(response, created), { noToken: true, csrf: ok('p1') })
    expect(page.shop.seen[0]?.headers['x-csrftoken']).toBe('p1')
  })

  it('posts nothing when the token can not be had', async () => {
    const { shop, kind } = await send((_, response) => sendJson(response, created), {
      noToken: true,
      csrf: failed(failure('unreachable-after-send', { code: 'ERR_CONNECTION_RESET' })),
    })
    expect([kind, shop.seen.length]).toEqual(['not-sent offline', 0])
  })

  it('renews a refused token once and posts once more', async () => {
    const { shop, kind, fetched } = await send((request, response) => {
      if (request.headers['x-csrftoken'] === 'c1') sendHtml(response, 'CSRF verification failed.', 403)
      else sendJson(response, created)
    })
    expect([kind, fetched, shop.seen.length]).toEqual(['confirmed #1', 1, 2])
  })

  it('stops after the second refusal', async () => {
    const { shop, kind, fetched } = await send((_, response) => sendJson(response, { detail: 'CSRF Failed: x' }, 403))
    expect([kind, fetched, shop.seen.length]).toEqual(['not-sent csrf', 1, 2])
  })

  it.each<[string, string, Answering]>([
    ['a reset', 'unknown unreachable-after-send', (_, _response, raw) => raw.socket.resetAndDestroy()],
    ['a closed connection', 'unknown unreachable-after-send', (_, _response, raw) => raw.socket.destroy()],
    ['silence', 'unknown unreachable-after-send', () => undefined],
    ['a redirect', 'unknown signed-out', (_, response) => response.writeHead(302, { location: '/users/login/' }).end()],
    ['a 500', 'unknown server-error', (_, response) => sendJson(response, {}, 500)],
    ['a 400 in JSON', 'rejected rejected', (_, response) => sendJson(response, { quantity: 'x' }, 400)],
    ['a 429', 'not-sent throttled', (_, response) => sendJson(response, {}, 429)],
    ['a 401', 'not-sent signed-out', (_, response) => sendJson(response, {}, 401)],
    [
      'half a body',
      'unknown not-json',
      (_, response, raw) => {
        response.writeHead(201, { 'content-length': 500 })
        response.write('{"id":1,', () => raw.socket.destroy())
      },
    ],
    [
      'a 400 whose body breaks off',
      'unknown not-json',
      (_, response, raw) => {
        response.writeHead(400, { 'content-length': 500 })
        response.write('{"a', () => raw.socket.destroy())
      },
    ],
  ])('posts once and says what %s proves: %s', async (_name, expected, answer) => {
    const { shop, kind } = await send(answer, { timeoutMs: 400 })
    expect(kind).toBe(expected)
    expect(shop.seen.length).toBe(1)
  })
})

describe('the one-shot writer', () => {
  it('closes connections right before each write and writes one at a time', async () => {
    const log: string[] = []
    const ends = new Map<string, () => void>()
    const mayEnd = (body: string) => new Promise<void>(resolve => ends.set(body, resolve))
    const session: WriteSession = {
      passProxy: async () => {
        log.push('pass')
      },
      closeAllConnections: async () => {
        log.push('close')
      },
      fetch: async (_input, init) => {
        log.push(`send ${String(init?.body)}`)
        expect(init).toMatchObject({ redirect: 'error', cache: 'no-store', credentials: 'omit' })
        await mayEnd(String(init?.body))
        log.push(`done ${String(init?.body)}`)
        return new Response('{}')
      },
    }
    const { jar, writer } = parts([session])
    const one = (body: string) => writer.write({ url: 'https://s.example/x/', method: 'POST', headers: {}, jar, body })
    const all = Promise.all([one('1'), one('2'), one('3')])
    for (const body of ['1', '2', '3']) {
      await vi.waitFor(() => expect(ends.has(body)).toBe(true))
      ends.get(body)?.()
    }
    await all
    expect(log).toEqual(['1', '2', '3'].flatMap(n => ['pass', 'close', `send ${n}`, `done ${n}`]))
  })

  it('proves that nothing was sent when the way there breaks', async () => {
    let sent = 0
    const broken: WriteSession = {
      passProxy: nodeSession.passProxy,
      closeAllConnections: () => Promise.reject(new Error('gone')),
      fetch: async () => {
        sent++
        return new Response()
      },
    }
    const { jar, writer } = parts([broken])
    const written = await writer.write({ url: 'https://s.example/x/', method: 'POST', headers: {}, jar })
    expect(written).toMatchObject({ ok: false, error: { code: 'NOT_STARTED' } })
    expect(sent).toBe(0)
  })

  it('gives the session back after a timeout, whatever the fetch does', async () => {
    const stuck: WriteSession = {
      passProxy: nodeSession.passProxy,
      closeAllConnections: async () => undefined,
      fetch: () => new Promise(() => undefined),
    }
    const { jar, writer } = parts([stuck])
    const one = () => writer.write({ url: 'https://s.example/x/', method: 'POST', headers: {}, jar, timeoutMs: 20 })
    expect(await Promise.all([one(), one()])).toMatchObject([
      { error: { code: 'ERR_TIMED_OUT' } },
      { error: { code: 'ERR_TIMED_OUT' } },
    ])
  })
})

describe('deciding a trade-in', () => {
  const decide = async (answer: Answering) => {
    const shop = await serve(answer)
    const reply = await sendTradeIn({
      ...parts(),
      baseUrl: shop.baseUrl,
      orderItem: '7',
      decision: 'approved',
      timeoutMs: 500,
    })
    return { shop, outcome: reply.ok ? reply.value : reply.failure.kind }
  }
  const words = documentText('commerce-tradein-approved.txt')

  it.each<[string, unknown, Answering]>([
    ['the documented text', { text: words, alreadyDecided: false }, (_, response) => response.end(words)],
    ['an empty body', { text: null, alreadyDecided: false }, (_, response) => response.writeHead(200).end()],
    ['a JSON string', { text: words, alreadyDecided: false }, (_, response) => sendJson(response, words)],
    ['a 404', { text: 'Yok', alreadyDecided: true }, (_, response) => sendJson(response, { detail: 'Yok' }, 404)],
    ['a 404 page', { text: null, alreadyDecided: true }, (_, response) => sendHtml(response, '<html>x</html>', 404)],
    ['a login page', 'signed-out', (_, response) => sendHtml(response, '<html><input type="password"></html>')],
    ['a portal', 'not-json', (_, response) => sendHtml(response, '<html><body>hi</body></html>')],
    ['a 401', 'signed-out', (_, response) => sendJson(response, {}, 401)],
    ['a redirect', 'signed-out', (_, response) => response.writeHead(302, { location: '/login' }).end()],
    ['a 500', 'server-error', (_, response) => sendJson(response, {}, 500)],
    ['an error in a 200', 'incompatible', (_, response) => sendJson(response, { detail: 'Olmaz' })],
    ['a 202', 'incompatible', (_, response) => sendJson(response, words, 202)],
    ['silence', 'unreachable-after-send', () => undefined],
    ['a reset', 'unreachable-after-send', (_, _response, raw) => raw.socket.resetAndDestroy()],
  ])('asks once and reads %s', async (_name, expected, answer) => {
    const { shop, outcome } = await decide(answer)
    expect(outcome).toEqual(expected)
    expect(shop.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /users/order_item/7/tradein_approved/',
    ])
    expect(shop.seen[0]?.headers['x-csrftoken']).toBeUndefined()
  })
})
