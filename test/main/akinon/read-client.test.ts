import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { MemoryJar, nodeFetch, withJar } from './node-wire.ts'
import { type Answering, sendHtml, sendJson, serve } from './serve.ts'

const get = async (answer: Answering, timeoutMs = 5000) => {
  const shop = await serve(answer)
  const client = createReadClient({
    baseUrl: `${shop.baseUrl}/tr`,
    fetch: nodeFetch,
    language: () => 'tr-tr',
    timeoutMs,
    retryDelayMs: 0,
  })
  const reply = await client.get(['users', 'orders'], { page: 1 })
  return { shop, reply, outcome: reply.ok ? reply.value.value : reply.failure.kind }
}

describe('a read over real sockets', () => {
  it('asks as the shop wants to be asked', async () => {
    const { shop, outcome } = await get((_, response) => sendJson(response, { ok: 1 }))
    expect(outcome).toEqual({ ok: 1 })
    expect(shop.seen).toMatchObject([
      {
        method: 'GET',
        path: '/tr/users/orders/?page=1',
        headers: {
          accept: 'application/json',
          'accept-language': 'tr-tr',
          'x-requested-with': 'XMLHttpRequest',
          referer: `${shop.baseUrl}/`,
        },
      },
    ])
  })

  it('reads a body with a BOM, the wrong type and no charset', async () => {
    const { outcome } = await get((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain; charset=latin1' })
      response.end('\ufeff{"name":"Şırnak İl"}')
    })
    expect(outcome).toEqual({ name: 'Şırnak İl' })
  })

  it('reads gzip', async () => {
    const { outcome } = await get((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.end(gzipSync('{"a":1}'))
    })
    expect(outcome).toEqual({ a: 1 })
  })

  it.each<[string, string, Answering]>([
    [
      'a redirect to the login page',
      'signed-out',
      (_, response) => response.writeHead(302, { location: '/users/login/?next=/' }).end(),
    ],
    [
      'a redirect to a portal',
      'not-json',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/hi' }).end(),
    ],
    ['a login page', 'signed-out', (_, response) => sendHtml(response, '<form><input type="password"></form>')],
    ['a captive portal', 'not-json', (_, response) => sendHtml(response, '<h1>Welcome to the airport</h1>')],
    ['an empty body', 'not-json', (_, response) => response.writeHead(200).end()],
    ['a 204', 'not-json', (_, response) => response.writeHead(204).end()],
    ['half a JSON', 'not-json', (_, response) => response.end('{"a":')],
    [
      'bytes that are no gzip',
      'unreachable-after-send',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no'),
    ],
    ['a 503 page', 'server-error', (_, response) => sendHtml(response, '<h1>503</h1>', 503)],
    ['a 401', 'signed-out', (_, response) => sendJson(response, { detail: 'x' }, 401)],
    [
      'a reset in the middle of the body',
      'unreachable-after-send',
      (_, response, raw) => {
        response.writeHead(200, { 'content-length': 100 })
        response.write('{"a":', () => setTimeout(() => raw.socket.resetAndDestroy(), 30))
      },
    ],
  ])('gives %s its kind: %s', async (_name, kind, answer) => {
    const { shop, outcome } = await get(answer)
    expect(outcome).toBe(kind)
    expect(shop.seen.length).toBe(1)
  })

  it('gives up on a body that drips, and closes its socket', async () => {
    let closed = false
    const { outcome } = await get((_, response, raw) => {
      raw.socket.on('close', () => {
        closed = true
      })
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    }, 300)
    expect(outcome).toBe('unreachable-after-send')
    await expect.poll(() => closed).toBe(true)
  })

  it('is offline when nobody listens', async () => {
    const client = createReadClient({ baseUrl: 'http://127.0.0.1:2', fetch: nodeFetch, language: () => 'tr' })
    expect(await client.get(['x'])).toMatchObject({
      ok: false,
      failure: { kind: 'offline', code: 'ERR_CONNECTION_REFUSED' },
    })
  })

  it('sends nothing to a path that can not be', async () => {
    const shop = await serve((_, response) => sendJson(response, {}))
    const client = createReadClient({ baseUrl: shop.baseUrl, fetch: nodeFetch, language: () => 'tr' })
    expect(await client.get(['users', '..'])).toMatchObject({ ok: false, failure: { kind: 'bad-input' } })
    expect(shop.seen).toEqual([])
  })

  it('leaves the cookies to the session', async () => {
    const jar = new MemoryJar()
    const shop = await serve((_, response) => {
      response.setHeader('set-cookie', ['a=1; Path=/', 'b=2; Expires=Wed, 21 Oct 2099 07:28:00 GMT'])
      sendJson(response, {})
    })
    const client = createReadClient({ baseUrl: shop.baseUrl, fetch: withJar(jar), language: () => 'tr' })
    await client.get(['x'])
    await client.get(['x'])
    expect(shop.seen[1]?.headers.cookie).toBe('a=1; b=2')
  })
})
