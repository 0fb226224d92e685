import { describe, expect, it } from 'vitest'
import { candidateBases, findCommerce, findOmnitron, resolveBaseUrl } from '../../../src-main/akinon/shop-address.ts'
import { nodeFetch } from './node-wire.ts'
import { type Answering, sendHtml, sendJson, serve } from './serve.ts'

const refuse: Answering = (_, response) => sendJson(response, { detail: 'Giriş yapın.' }, 401)
const token: Answering = (_, response) => sendJson(response, { csrf_token: 'c1' })
const page: Answering = (_, response) => sendHtml(response, '<h1>Mağaza</h1>')
const pageOf =
  (status: number): Answering =>
  (_, response) =>
    sendHtml(response, '<h1>Yok</h1>', status)

/** A site whose API answers at some paths; everything else is a page. */
const site = (api: Readonly<Record<string, Answering>>, other = pageOf(404)) =>
  serve((request, response, raw) => (api[request.path.split('?')[0] ?? ''] ?? other)(request, response, raw))

const find = async (baseUrl: string, typed: string, by = findCommerce) => {
  const resolved = resolveBaseUrl(`${baseUrl}${typed}`)
  if (!resolved.ok) return resolved.failure.code
  const reply = await by({ baseUrl: resolved.value, fetch: nodeFetch, language: () => 'tr-tr' })
  return reply.ok ? reply.value.slice(baseUrl.length) : `${reply.failure.kind} ${reply.failure.code}`
}

describe('a shop behind any of its pages', () => {
  const anyPage = [
    '',
    '/',
    '/users/login/?next=/',
    '/users/login/?next=/users/orders/#top',
    '/USERS/Login/',
    '/account/orders/17',
    '/kirmizi-elbise-123/',
    '/kadin/giyim/elbise/kirmizi-elbise-123/?integration_color=1',
    '/tr/users/login/',
    '/en/kadin/elbise  ',
  ]

  it.each(anyPage)('is its root, when somebody pastes %j', async typed => {
    const { baseUrl, seen } = await site({ '/current_user/': refuse })
    expect(await find(baseUrl, typed)).toBe('')
    expect(seen.every(({ method, headers }) => method === 'GET' && headers.cookie === undefined)).toBe(true)
  })

  it.each(anyPage)('is found by its token, when somebody pastes %j', async typed => {
    const { baseUrl } = await site({ '/csrf_token/': token }, page)
    expect(await find(baseUrl, typed)).toBe('')
  })

  it.each(['/tr', '/tr/', '/tr/users/login/?next=/tr/', '/tr/kirmizi-elbise-123/', '/tr/account/#x'])(
    'keeps a prefix under which the shop really is: %s',
    async typed => {
      const { baseUrl } = await site({ '/tr/current_user/': refuse, '/current_user/': refuse })
      expect(await find(baseUrl, typed)).toBe('/tr')
    },
  )

  it('is its root when every other path leads to the sign-in', async () => {
    const redirect: Answering = (_, response) => response.writeHead(302, { location: '/users/login/' }).end()
    const { baseUrl } = await site({}, redirect)
    expect(await find(baseUrl, '/kirmizi-elbise-123/')).toBe('')
    const withApi = await site({ '/current_user/': refuse }, redirect)
    expect(await find(withApi.baseUrl, '/kirmizi-elbise-123/')).toBe('')
  })

  it('is known by its orders alone', async () => {
    const { baseUrl } = await site({ '/users/orders/': refuse })
    expect(await find(baseUrl, '/users/login/')).toBe('')
  })

  it('takes a 403 without a code for a refusal, too', async () => {
    const forbid: Answering = (_, response) => sendJson(response, { detail: 'no' }, 403)
    expect(await find((await site({ '/current_user/': forbid })).baseUrl, '/tr/')).toBe('')
  })
})

describe('where no shop is', () => {
  it.each<[string, Answering, string]>([
    ['pages', page, 'not-json no-shop-here'],
    ['pages of 404', pageOf(404), 'not-found no-shop-here'],
    ['JSON of something else', (_, response) => sendJson(response, { hello: 1 }), 'not-found no-shop-here'],
    ['404 in JSON', (_, response) => sendJson(response, { detail: 'x' }, 404), 'not-found no-shop-here'],
    ['maintenance', (_, response) => response.writeHead(302, { location: '/bakim/' }).end(), 'moved another-page'],
    ['500', (_, response) => sendJson(response, {}, 500), 'server-error null'],
    ['429', (_, response) => sendJson(response, {}, 429), 'throttled null'],
  ])('%s is told as what it is', async (_name, other, expected) => {
    const { baseUrl, seen } = await site({}, other)
    expect(await find(baseUrl, '/tr/')).toBe(expected)
    expect(seen.every(({ method }) => method === 'GET')).toBe(true)
  })

  it('asks a server that can’t be reached once', async () => {
    expect(await find('http://127.0.0.1:65533', '/a/b/c/')).toBe('offline ERR_CONNECTION_REFUSED')
  })
})

describe('Omnitron', () => {
  it.each(['', '/', '/admin/', '/login?next=/', '/dashboard/orders/', '/orders/5/#/x'])(
    'is found behind %j',
    async typed => {
      for (const prefix of ['i1', 'v1']) {
        const { baseUrl } = await site({ [`/api/${prefix}/orders/`]: refuse })
        expect(await find(baseUrl, typed, findOmnitron)).toBe('')
      }
    },
  )
})

it('a long path is not asked for segment by segment', () => {
  expect(candidateBases(`https://s.example/${'a/'.repeat(40)}`)).toHaveLength(5)
})
