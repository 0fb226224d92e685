import { describe, expect, it } from 'vitest'
import { createCommerceClient } from '../../../src-main/akinon/commerce-client.ts'
import { createReadClient } from '../../../src-main/akinon/read-client.ts'
import { probeOmnitron, signInCommerce, signInOmnitron } from '../../../src-main/akinon/sign-in.ts'
import { identify, whoIs } from '../../../src-main/akinon/whose-session.ts'
import { MemoryJar, nodeFetch, withJar } from './node-wire.ts'
import { type Answering, sendHtml, sendJson, serve } from './serve.ts'

type Routes = Readonly<Record<string, Answering>>

const route =
  (routes: Routes): Answering =>
  (request, response, raw) => {
    const answer = routes[request.path.split('?')[0] ?? '']
    if (answer) answer(request, response, raw)
    else sendJson(response, { detail: 'Not found.' }, 404)
  }
const json =
  (value: unknown, status = 200): Answering =>
  (_, response) =>
    sendJson(response, value, status)

async function login(routes: Routes, jar = new MemoryJar()) {
  const shop = await serve(route(routes))
  const at = { baseUrl: shop.baseUrl, fetch: withJar(jar), language: () => 'tr-tr' }
  const reply = await signInCommerce({
    ...at,
    email: 'a@example.com',
    password: 'gizli',
    csrfToken: () => jar.csrfToken(),
  })
  return { shop, jar, reply, kind: reply.ok ? 'ok' : reply.failure.kind }
}

const csrf: Answering = (_, response) => {
  response.setHeader('set-cookie', 'csrftoken=c1; Path=/')
  sendJson(response, { csrf_token: 'c1' })
}

describe('signing a customer in', () => {
  it('fetches a token, posts once and keeps the cookie', async () => {
    const { shop, jar, kind } = await login({
      '/csrf_token/': csrf,
      '/users/login/': (_, response) => {
        response.setHeader('set-cookie', ['osessionid=s1; HttpOnly; Path=/', 'csrftoken=c2'])
        sendJson(response, { key: 'k', redirect_url: null })
      },
    })
    expect(kind).toBe('ok')
    expect(shop.seen[1]).toMatchObject({
      method: 'POST',
      headers: {
        'x-csrftoken': 'c1',
        cookie: 'csrftoken=c1',
        referer: `${shop.baseUrl}/`,
        'content-type': 'application/json',
      },
      body: '{"email":"a@example.com","password":"gizli"}',
    })
    expect(Object.fromEntries(jar.cookies)).toEqual({ osessionid: 's1', csrftoken: 'c2' })
  })

  it.each<[string, Answering]>([
    ['missing', json({}, 404)],
    ['a page', (_, response) => sendHtml(response, '<h1>x</h1>')],
    ['a redirect', (_, response) => response.writeHead(302, { location: '/users/login/' }).end()],
  ])('goes on when the token page is %s', async (_name, tokenPage) => {
    const { kind } = await login({ '/csrf_token/': tokenPage, '/users/login/': json({ key: 'k' }) })
    expect(kind).toBe('ok')
  })

  it('takes the token from the cookie where the page has none', async () => {
    const cookieOnly: Answering = (_, response) => {
      response.setHeader('set-cookie', 'csrftoken=c9; Path=/')
      sendHtml(response, 'ok')
    }
    const { shop } = await login({ '/csrf_token/': cookieOnly, '/users/login/': json({ key: 'k' }) })
    expect(shop.seen[1]?.headers['x-csrftoken']).toBe('c9')
  })

  it.each<[string, string, Answering]>([
    ['a captcha', 'captcha', json({ redirect_url: '/users/pz-captcha/?next=/' })],
    ['a second step', 'otp', json({}, 202)],
    ['wrong credentials', 'rejected', json({ non_field_errors: ['Hatalı'] }, 400)],
    ['wrong credentials in a 200', 'rejected', json({ password: ['Hatalı'] })],
    ['wrong credentials as 401', 'rejected', json({ detail: 'Hatalı' }, 401)],
    ['a wrong code', 'rejected', json({ code: ['Hatalı'] }, 406)],
    ['too many tries', 'throttled', json({}, 429)],
    ['a broken shop', 'server-error', json({}, 500)],
    ['a CSRF refusal', 'csrf', (_, response) => sendHtml(response, 'CSRF verification failed', 403)],
    ['an empty 200 that signed nobody in', 'rejected', (_, response) => response.writeHead(200).end()],
    [
      'a redirect that signed nobody in',
      'rejected',
      (_, response) => response.writeHead(302, { location: '/users/login/' }).end(),
    ],
  ])('tells %s', async (_name, expected, answer) => {
    const { kind } = await login({
      '/csrf_token/': csrf,
      '/users/login/': answer,
      '/current_user/': json({ pk: null }),
    })
    expect(kind).toBe(expected)
  })

  it('believes an answer without a key when the user is there afterwards', async () => {
    const user = json({ pk: 1 })
    const redirect: Answering = (_, response) => response.writeHead(302, { location: '/' }).end()
    expect((await login({ '/csrf_token/': csrf, '/users/login/': json({}), '/current_user/': user })).kind).toBe('ok')
    expect((await login({ '/csrf_token/': csrf, '/users/login/': redirect, '/current_user/': user })).kind).toBe('ok')
  })
})

describe('signing in to a shop with only the documented calls', () => {
  const list = json({ count: 0, results: [] })
  const withCookie =
    (value: unknown): Answering =>
    (_, response) => {
      response.setHeader('set-cookie', 'sessionid=s1; Path=/')
      sendJson(response, value)
    }

  it.each<[string, unknown]>([
    ['{}', {}],
    ['{"ok": true}', { ok: true }],
    ['the user', { user: { id: 1, email: 'a@example.com' } }],
  ])('believes %s when the orders open', async (_name, answer) => {
    expect((await login({ '/users/login/': withCookie(answer), '/users/orders/': list })).kind).toBe('ok')
  })

  it('believes no such answer when the orders stay shut', async () => {
    const shut = json({ detail: 'x' }, 401)
    const { kind } = await login({ '/users/login/': json({ ok: true }), '/users/orders/': shut })
    expect(kind).toBe('rejected')
  })
})

describe('finding out whose session it is', () => {
  const who = async (routes: Routes) => {
    const shop = await serve(route(routes))
    const reply = await identify({ baseUrl: shop.baseUrl, fetch: nodeFetch, language: () => 'tr' })
    return reply.ok ? reply.value : reply.failure.kind
  }
  const orders = json({ results: [{ id: 1, user: { pk: 6471 }, user_email: 'A@example.com' }] })

  it.each<[string, Routes, unknown]>([
    [
      'the user',
      { '/current_user/': json({ pk: 7, first_name: 'Ayşe', last_name: 'Şen' }) },
      { id: '7', label: 'Ayşe Şen' },
    ],
    ['the user without a name', { '/current_user/': json({ pk: 7, email: 'a@x' }) }, { id: '7', label: 'a@x' }],
    ['the first order', { '/users/orders/': orders }, { id: '6471', label: 'A@example.com' }],
    [
      'the first order of a silent user',
      { '/current_user/': json({}), '/users/orders/': orders },
      { id: '6471', label: 'A@example.com' },
    ],
    [
      'the e-mail of the first order',
      { '/users/orders/': json([{ id: 1, user_email: 'A@x' }]) },
      { id: 'a@x', label: 'A@x' },
    ],
    ['nobody, when there are no orders', { '/users/orders/': json({ results: [] }) }, { id: null, label: null }],
    ['that it ended', { '/current_user/': json({}, 401), '/users/orders/': orders }, 'signed-out'],
    [
      'that it ended, from the orders',
      { '/current_user/': json({ pk: null }), '/users/orders/': json({}, 401) },
      'signed-out',
    ],
    ['that the shop is broken', { '/current_user/': json({}, 500), '/users/orders/': orders }, 'server-error'],
  ])('says %s', async (_name, routes, expected) => {
    expect(await who(routes)).toEqual(expected)
  })
})

describe('asking later whose session it is', () => {
  const asked = async (userId: string, routes: Routes) => {
    const shop = await serve(route(routes))
    const client = createReadClient({ baseUrl: shop.baseUrl, fetch: nodeFetch, language: () => 'tr' })
    const reply = await whoIs(createCommerceClient(client), userId)
    return reply.ok ? reply.value.pk : reply.failure.kind
  }
  const page = (value: unknown) => ({ '/current_user/': json(value) })
  const list = (...rows: unknown[]) => ({ '/users/orders/': json({ results: rows }) })

  it.each<[string, string, Routes, string]>([
    ['the same user', '7', page({ pk: 7 }), '7'],
    ['another user', '7', page({ pk: 8 }), '8'],
    ['a user who was known by the address', 'a@x', page({ pk: 7, email: 'A@x' }), 'a@x'],
    ['another address', 'a@x', page({ pk: 7, email: 'b@x' }), '7'],
    ['a user of whom only the address was known', 'a@x', page({ pk: 7 }), 'a@x'],
    ['anybody where nobody had a name', 'session', page({ pk: 7 }), 'session'],
    ['anybody where a person gave the name', 'session:ayşe', page({ pk: 7 }), 'session:ayşe'],
    ['a named session and a page that names nobody', 'session:a', { ...page({ pk: null }), ...list() }, 'session:a'],
    ['a named session and an order of anybody', 'session:a', list({ id: 1, user: 9 }), 'session:a'],
    ['no page of users, an order of the same', '6471', list({ id: 1, user: 6471 }), '6471'],
    ['no page of users, an order of another', '6471', list({ id: 1, user: 9 }), '9'],
    ['no page of users, an order that names nobody', '6471', list({ id: 1 }), '6471'],
    ['no page of users and an order with another address', 'a@x', list({ id: 1, user_email: 'example@x' }), 'a@x'],
    ['no page of users and no orders', 'a@x', list(), 'a@x'],
    ['a page that names nobody, but orders do', '6471', { ...page({}), ...list({ id: 1, user: 6471 }) }, '6471'],
    ['a page that names nobody', '6471', { ...page({ pk: null }), ...list() }, 'signed-out'],
    ['orders that want a sign-in', 'a@x', { '/users/orders/': json({}, 401) }, 'signed-out'],
    ['a page of users that is not made', 'a@x', { '/current_user/': json({}, 501), ...list() }, 'a@x'],
  ])('answers for %s', async (_name, userId, routes, expected) => {
    expect(await asked(userId, routes)).toBe(expected)
  })
})

describe('signing staff in', () => {
  const staff = async (routes: Routes) => {
    const shop = await serve(route(routes))
    const reply = await signInOmnitron({
      baseUrl: shop.baseUrl,
      fetch: nodeFetch,
      language: () => 'tr',
      username: 'u',
      password: 'p',
    })
    return { shop, outcome: reply.ok ? reply.value : reply.failure.kind }
  }

  it('takes the integration paths first', async () => {
    const { shop, outcome } = await staff({ '/api/i1/auth/login/': json({ key: 'k1' }) })
    expect(outcome).toEqual({ token: 'k1', prefix: 'i1' })
    expect(shop.seen).toMatchObject([{ method: 'POST', body: '{"username":"u","password":"p"}' }])
  })

  it.each<[string, Answering]>([
    ['missing', json({}, 404)],
    ['a page', (_, response) => sendHtml(response, '<h1>hi</h1>')],
  ])('goes on to v1 when i1 is %s', async (_name, answer) => {
    const { outcome } = await staff({ '/api/i1/auth/login/': answer, '/api/v1/auth/login/': json({ key: 'k2' }) })
    expect(outcome).toEqual({ token: 'k2', prefix: 'v1' })
  })

  it('never sends a refused password to the other paths', async () => {
    const { shop, outcome } = await staff({ '/api/i1/auth/login/': json({ non_field_errors: ['x'] }, 400) })
    expect([outcome, shop.seen.length]).toEqual(['rejected', 1])
  })

  it('tells when a second factor is wanted', async () => {
    const { outcome } = await staff({ '/api/i1/auth/login/': json({ temp_token: 't' }) })
    expect(outcome).toBe('otp')
  })

  it('finds the paths of a pasted token, or that it is worth nothing', async () => {
    const routes = { '/api/v1/orders/': json({ results: [] }) }
    const shop = await serve(route(routes))
    const at = { baseUrl: shop.baseUrl, fetch: nodeFetch, language: () => 'tr', token: 'k' }
    expect(await probeOmnitron(at)).toEqual({ ok: true, value: { token: 'k', prefix: 'v1' } })
    const closed = await serve(route({ '/api/i1/orders/': json({ detail: 'x', code: 'y' }, 401) }))
    expect(await probeOmnitron({ ...at, baseUrl: closed.baseUrl })).toMatchObject({
      ok: false,
      failure: { kind: 'signed-out' },
    })
  })
})
