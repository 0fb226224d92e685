import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { type Driven, startWriterApp } from './writer-app/driver.ts'

let driven: Driven
let server: Server
let answer: RequestListener
let seen: { method: string | undefined; headers: IncomingHttpHeaders; body: string }[]
const baseUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

test.beforeAll(async () => {
  driven = await startWriterApp()
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      seen.push({ method: request.method, headers: request.headers, body: Buffer.concat(chunks).toString() })
      answer(request, response)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
test.afterAll(async () => {
  await driven.close()
  server.closeAllConnections()
  server.close()
})
test.beforeEach(() => {
  seen = []
})

const cancel = (at: string = baseUrl()) => driven.app.evaluate((_, url) => globalThis.writerApp?.cancel(url), at)

const read = (at: string = baseUrl()) => driven.app.evaluate((_, url) => globalThis.writerApp?.read(url), at)

for (const status of [301, 302, 303, 307, 308]) {
  test(`a ${status} after a POST is not followed, and tells where it pointed`, async () => {
    answer = (_, response) => response.writeHead(status, { location: '/users/login/?next=/x' }).end()
    expect(await cancel()).toMatchObject({ kind: 'unknown', failure: { kind: 'signed-out', status } })
    expect(seen.map(one => one.method)).toEqual(['POST'])
  })
}

test('a redirect to another host carries nothing there', async () => {
  answer = (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/hello' }).end()
  expect(await cancel()).toMatchObject({ kind: 'unknown', failure: { kind: 'not-json', status: 302 } })
  expect(seen.length).toBe(1)
})

test("the account's cookies go out, and new ones come back into its jar", async () => {
  await driven.app.evaluate(async (_, url) => {
    await globalThis.writerApp?.setCookie(url, 'osessionid', 's1')
    await globalThis.writerApp?.setCookie(url, 'csrftoken', 'c1')
  }, baseUrl())
  answer = (_, response) => {
    response.setHeader('set-cookie', [
      'osessionid=s2; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=/; HttpOnly',
      'csrftoken=c2; Path=/',
    ])
    response.setHeader('content-type', 'application/json')
    response.end('{"id":5,"order_item":7}')
  }
  expect(await cancel()).toMatchObject({ kind: 'confirmed', request: { id: '5' } })
  expect(seen).toMatchObject([
    {
      headers: {
        cookie: 'osessionid=s1; csrftoken=c1',
        'x-csrftoken': 'c1',
        referer: `${baseUrl()}/`,
        'accept-language': 'tr-tr',
      },
      body: '{"order_item":7,"cancellation_type":"cancel","reason":3}',
    },
  ])
  const after = await driven.app.evaluate((_, url) => globalThis.writerApp?.cookies(url), baseUrl())
  expect(after).toEqual({ osessionid: 's2', csrftoken: 'c2' })
})

test('nobody listening is proof that nothing was sent', async () => {
  expect(await cancel('http://127.0.0.1:2')).toMatchObject({
    kind: 'not-sent',
    failure: { kind: 'offline', code: 'ERR_CONNECTION_REFUSED' },
  })
})

test('a name that does not resolve is proof that nothing was sent', async () => {
  expect(await cancel('https://no-such-shop.invalid')).toMatchObject({ kind: 'not-sent', failure: { kind: 'offline' } })
})

test('silence ends in unknown', async () => {
  answer = () => undefined
  expect(await cancel()).toMatchObject({ kind: 'unknown', failure: { code: 'ERR_TIMED_OUT' } })
  expect(seen.length).toBe(1)
})

const reads: readonly [string, string, string | null, RequestListener][] = [
  [
    'a redirect to the login page',
    'signed-out',
    null,
    (_, response) => response.writeHead(302, { location: '/users/login/' }).end(),
  ],
  [
    'a redirect to a portal',
    'not-json',
    null,
    (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/hi' }).end(),
  ],
  ['a reset', 'unreachable-after-send', 'ERR_CONNECTION_RESET', request => request.socket.resetAndDestroy()],
  ['a closed connection', 'unreachable-after-send', 'ERR_EMPTY_RESPONSE', request => request.socket.destroy()],
  [
    'bytes that are no gzip',
    'unreachable-after-send',
    'ERR_CONTENT_DECODING_FAILED',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all'),
  ],
  ['an empty 200', 'not-json', 'empty-answer', (_, response) => response.end()],
  ['a 401', 'signed-out', null, (_, response) => response.writeHead(401).end('{}')],
  ['silence', 'unreachable-after-send', 'ERR_TIMED_OUT', () => undefined],
]
for (const [name, kind, code, how] of reads) {
  test(`a read tells ${name}: ${kind}`, async () => {
    answer = how
    expect(await read()).toMatchObject({ ok: false, failure: { kind, code } })
  })
}

test('a read that is cut in the middle of its body is no list', async () => {
  answer = (request, response) => {
    response.writeHead(200, { 'content-length': 1000, 'content-type': 'application/json' })
    response.write('{"results":[', () => setTimeout(() => request.socket.destroy(), 30))
  }
  expect(await read()).toMatchObject({ ok: false, failure: { code: 'ERR_CONTENT_LENGTH_MISMATCH' } })
})

test('failing reads in any number leave the host reachable', async () => {
  answer = (_, response) => response.writeHead(200).write('{"results":[')
  // Chromium opens six connections to a host: a seventh unread body would block it for good.
  await Promise.all(Array.from({ length: 8 }, () => read()))
  answer = (_, response) => response.end('{"count":0,"next":null,"results":[]}')
  expect(await read()).toMatchObject({ ok: true, value: { rows: [], more: false } })
  expect(seen.at(-1)?.headers).toMatchObject({
    accept: 'application/json',
    referer: `${baseUrl()}/`,
    'accept-language': 'tr-tr',
  })
})
