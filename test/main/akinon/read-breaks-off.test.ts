import { describe, expect, it } from 'vitest'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { nodeFetch } from './node-wire.ts'
import { type Answering, sendJson, serve } from './serve.ts'

const breaks: Readonly<Record<string, Answering>> = {
  'is reset before the answer': (_, _response, raw) => raw.socket.resetAndDestroy(),
  'is closed before the answer': (_, _response, raw) => raw.socket.destroy(),
}

/** Answers the first requests in turn, and any later one as the last. */
const shopThat = (...ways: readonly Answering[]) => {
  let count = 0
  return serve((request, response, raw) => {
    const way = ways[Math.min(count, ways.length - 1)]
    count += 1
    return way?.(request, response, raw)
  })
}
const fine: Answering = (_, response) => sendJson(response, { ok: 1 })
const clientOf = (baseUrl: string, timeoutMs = 5000) =>
  createReadClient({ baseUrl, fetch: nodeFetch, language: () => 'tr-tr', retryDelayMs: 0, timeoutMs })

describe.each(Object.entries(breaks))('a connection that %s', (_, way) => {
  it('costs a read nothing: it is asked a second time, with the same headers', async () => {
    const shop = await shopThat(way, fine)
    expect(await clientOf(shop.baseUrl).get(['users', 'orders'])).toMatchObject({
      ok: true,
      value: { value: { ok: 1 } },
    })
    const [first, second, ...more] = shop.seen
    expect(more).toEqual([])
    expect(second).toMatchObject({ method: 'GET', path: first?.path })
    for (const name of ['accept', 'accept-language', 'x-requested-with', 'referer'])
      expect(second?.headers[name], name).toBe(first?.headers[name])
  })

  it('is reported when it happens twice, and no third request goes out', async () => {
    const shop = await shopThat(way)
    expect(await clientOf(shop.baseUrl).get(['x'])).toMatchObject({ failure: { kind: 'unreachable-after-send' } })
    expect(shop.seen.length).toBe(2)
  })

  it('never makes a POST go out twice', async () => {
    const shop = await shopThat(way, fine)
    const reply = await clientOf(shop.baseUrl).exchange(['users', 'login'], { body: '{}' })
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'unreachable-after-send' } })
    expect(shop.seen.map(({ method }) => method)).toEqual(['POST'])
  })
})

it.each([
  [429, { 'retry-after': '0' }],
  [500, {}],
  [502, {}],
  [503, { 'retry-after': '0' }],
  [504, {}],
  [408, {}],
])('an answer of %i is taken as it is, once', async (status, headers) => {
  const shop = await shopThat((_, response) => response.writeHead(status, headers).end('{}'), fine)
  expect(await clientOf(shop.baseUrl).get(['x'])).toMatchObject({ ok: false, failure: { status } })
  expect(shop.seen.length).toBe(1)
})

it('a shop that does not answer in time is not asked again', async () => {
  const shop = await shopThat(() => undefined, fine)
  expect(await clientOf(shop.baseUrl, 200).get(['x'])).toMatchObject({ failure: { code: 'ERR_TIMED_OUT' } })
  expect(shop.seen.length).toBe(1)
})

it('a redirect is not asked for again', async () => {
  const shop = await shopThat((_, response) => response.writeHead(302, { location: '/users/login/' }).end(), fine)
  expect(await clientOf(shop.baseUrl).get(['x'])).toMatchObject({ failure: { kind: 'signed-out' } })
  expect(shop.seen.length).toBe(1)
})
