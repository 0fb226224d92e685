import { describe, expect, it, onTestFinished } from 'vitest'
import { signInOmnitron } from '../../../src-main/akinon/sign-in.ts'
import { staffSignInSchema } from '../../../src-main/contract/accounts.ts'
import { startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { nodeFetch } from './node-wire.ts'
import { type Answering, sendHtml, sendJson, serve } from './serve.ts'

const json =
  (value: unknown, status = 200): Answering =>
  (_, response) =>
    sendJson(response, value, status)

const loginPath = '/api/i1/auth/login/'
const verifyPath = '/api/v1/auth/totp/verify/'

async function signIn(routes: Readonly<Record<string, Answering>>, code?: string) {
  const shop = await serve((request, response, raw) => {
    const answer = routes[request.path] ?? json({ detail: 'Not found.' }, 404)
    answer(request, response, raw)
  })
  const at = { baseUrl: shop.baseUrl, fetch: nodeFetch, language: () => 'tr', username: 'u', password: 'p' }
  return { reply: await signInOmnitron({ ...at, code }), calls: shop.seen.map(({ path }) => path), seen: shop.seen }
}

describe('the second factor of staff', () => {
  const tempToken = json({ temp_token: 't1' })

  it('is asked for when a temporary token came and there is no code', async () => {
    const { reply, calls } = await signIn({ [loginPath]: tempToken })
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'otp' } })
    expect(calls).toEqual([loginPath])
  })

  it('goes out with the temporary token and gives the key', async () => {
    const { reply, seen } = await signIn({ [loginPath]: tempToken, [verifyPath]: json({ key: 'k1' }) }, '123456')
    expect(reply).toEqual({ ok: true, value: { token: 'k1', prefix: 'i1' } })
    expect(seen[1]).toMatchObject({ method: 'POST', path: verifyPath, body: '{"temp_token":"t1","token":"123456"}' })
  })

  it('keeps the paths on which the login was', async () => {
    const routes = { '/api/v1/auth/login/': tempToken, [verifyPath]: json({ key: 'k1' }) }
    expect((await signIn(routes, '123456')).reply).toEqual({ ok: true, value: { token: 'k1', prefix: 'v1' } })
  })

  it('is not sent where no second factor is on', async () => {
    const { reply, calls } = await signIn({ [loginPath]: json({ key: 'k1' }) }, '123456')
    expect([reply.ok, calls]).toEqual([true, [loginPath]])
  })

  it('is asked for as before when the answer has neither key nor temporary token', async () => {
    const { reply, calls } = await signIn({ [loginPath]: json({ totp: true }) }, '123456')
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'otp' } })
    expect(calls).toEqual([loginPath])
  })

  it.each<[string, Answering, object]>([
    [
      'a 400 under its own name',
      json({ token: ['Hatalı'] }, 400),
      { code: 'totp-refused', errors: [{ field: 'code', text: 'Hatalı' }] },
    ],
    [
      'a 401 with a code',
      json({ detail: 'Süresi doldu', code: 'authentication_failed' }, 401),
      { code: 'authentication_failed', errors: [{ field: 'code', text: 'Süresi doldu' }] },
    ],
    ['a 403 page', (_, response) => sendHtml(response, '<h1>403</h1>', 403), { errors: [] }],
  ])('says %s at the field, and sends nothing again', async (_name, answer, failure) => {
    const { reply, calls } = await signIn({ [loginPath]: tempToken, [verifyPath]: answer }, '000000')
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'rejected', ...failure } })
    expect(calls).toEqual([loginPath, verifyPath])
  })

  it.each<[string, Answering, string]>([
    ['is throttled', json({}, 429), 'throttled'],
    ['is broken', json({}, 500), 'server-error'],
    ['is not there', json({}, 404), 'not-found'],
    ['answers no key', json({ ok: true }), 'incompatible'],
    ['answers a page', (_, response) => sendHtml(response, '<h1>hi</h1>'), 'not-json'],
    ['hangs up', (_, response) => response.destroy(), 'unreachable-after-send'],
  ])('tells when the second step %s, without a second login', async (_name, answer, kind) => {
    const { reply, calls } = await signIn({ [loginPath]: tempToken, [verifyPath]: answer }, '123456')
    expect(reply).toMatchObject({ ok: false, failure: { kind } })
    expect(calls).toEqual([loginPath, verifyPath])
  })

  it('works at the demo shop', async () => {
    const shop = await startDemoShop({ orders: 5 })
    onTestFinished(() => shop.stop())
    const at = { baseUrl: shop.omnitronUrl, fetch: nodeFetch, language: () => 'tr', username: 'totp-1', password: 'p' }
    const kindOf = async (code?: string) => {
      const reply = await signInOmnitron({ ...at, code })
      return reply.ok ? 'ok' : reply.failure.kind
    }
    expect([await kindOf(), await kindOf('000000'), await kindOf('123456')]).toEqual(['otp', 'rejected', 'ok'])
  })
})

describe('the contract', () => {
  it('takes six digits for a code, or none', () => {
    const valid = (code: unknown) =>
      staffSignInSchema.safeParse({
        omnitronUrl: 'https://shop.example',
        with: { kind: 'password', username: 'u', password: 'p', code },
      }).success
    expect(['123456', undefined].map(valid)).toEqual([true, true])
    expect(['12345', '1234567', '12 456', '١٢٣٤٥٦', '', null].map(valid)).toEqual(Array(6).fill(false))
  })
})
