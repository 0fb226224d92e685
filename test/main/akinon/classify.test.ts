import { describe, expect, it } from 'vitest'
import { classifyAnswer, classifyError, classifyWrite, classifyWriteError } from '../../../src-main/akinon/classify.ts'
import { type Answer, toWireError, WireError } from '../../../src-main/akinon/wire.ts'
import { outcomeSchema } from '../../../src-main/contract/entries.ts'

const where = { baseUrl: 'https://s.example', url: 'https://s.example/users/orders/' }
const html = '<!doctype html><html><body><h1>502</h1></body></html>'
const loginPage = '<html><form action="/users/login/" method="post"><input name="p" type="password"></form></html>'
const csrfPage = '<html><body>CSRF verification failed. Request aborted.</body></html>'

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return { url: where.url, status, headers: new Headers(headers), bytes }
}

const ours = { id: 9, order_item: 7, cancellation_type: 'cancel' }
const write = (status: number, body: unknown, headers?: Record<string, string>) => {
  const outcome = classifyWrite(
    answer(status, body, headers),
    request => request.order_item === '7' && request.id !== '1',
  )
  expect(outcomeSchema.safeParse(outcome).error).toBeUndefined()
  return outcome.kind === 'confirmed' ? `confirmed #${outcome.request.id}` : `${outcome.kind} ${outcome.failure.kind}`
}

describe('a write that got no answer', () => {
  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'not-sent offline'],
    ['ERR_CONNECTION_REFUSED', 'not-sent offline'],
    ['ERR_CONNECTION_TIMED_OUT', 'not-sent offline'],
    ['ERR_INTERNET_DISCONNECTED', 'not-sent offline'],
    ['ERR_ADDRESS_UNREACHABLE', 'not-sent offline'],
    ['ERR_PROXY_CONNECTION_FAILED', 'not-sent offline'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'not-sent offline'],
    ['ERR_BLOCKED_BY_CLIENT', 'not-sent offline'],
    ['ERR_CERT_AUTHORITY_INVALID', 'not-sent certificate'],
    ['ERR_CERT_DATE_INVALID', 'not-sent certificate'],
    ['ERR_UNSAFE_PORT', 'not-sent bad-address'],
    ['ERR_INVALID_URL', 'not-sent bad-address'],
    ['ERR_DISALLOWED_URL_SCHEME', 'not-sent bad-address'],
    ['ERR_UNKNOWN_URL_SCHEME', 'not-sent bad-address'],
    ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'not-sent certificate'],
    ['ERR_INVALID_ARGUMENT', 'not-sent bug'],
    ['NOT_STARTED', 'not-sent bug'],
    ['ERR_SSL_PROTOCOL_ERROR', 'unknown unreachable-after-send'],
    ['ERR_CONNECTION_RESET', 'unknown unreachable-after-send'],
    ['ERR_CONNECTION_CLOSED', 'unknown unreachable-after-send'],
    ['ERR_CONNECTION_ABORTED', 'unknown unreachable-after-send'],
    ['ERR_EMPTY_RESPONSE', 'unknown unreachable-after-send'],
    ['ERR_TIMED_OUT', 'unknown unreachable-after-send'],
    ['ERR_NETWORK_CHANGED', 'unknown unreachable-after-send'],
    ['ERR_HTTP2_PROTOCOL_ERROR', 'unknown unreachable-after-send'],
    ['ERR_INVALID_HTTP_RESPONSE', 'unknown unreachable-after-send'],
    ['ERR_CONTENT_LENGTH_MISMATCH', 'unknown unreachable-after-send'],
    ['ERR_ABORTED', 'unknown unreachable-after-send'],
    ['ERR_FAILED', 'unknown unreachable-after-send'],
    ['ERR_SOMETHING_NEW', 'unknown unreachable-after-send'],
    [null, 'unknown unreachable-after-send'],
  ])('%s: %s', (code, expected) => {
    const outcome = classifyWriteError(new WireError(code), where)
    expect(outcome.kind === 'confirmed' || `${outcome.kind} ${outcome.failure.kind}`).toBe(expected)
    expect(outcome).toMatchObject({ failure: { code } })
  })

  it.each([
    ['https://s.example/users/login/?next=/x', 'signed-out'],
    ['https://s.example/tr/giris-yap?next=/users/orders/', 'signed-out'],
    ['https://s.example/uye-giri%C5%9Fi/', 'signed-out'],
    ['https://s.example/?next=/users/orders/', 'signed-out'],
    ['https://sso.example/login', 'signed-out'],
    ['https://sso.example/auth/realms/shop', 'signed-out'],
    ['https://s.example/', 'moved'],
    ['https://s.example/bakim/', 'moved'],
    ['https://s.example/blog-inceleme/', 'moved'],
    ['https://s.example/users/orders', 'moved'],
    ['https://s.example/tr/users/orders/', 'moved'],
    ['https://www.s.example/users/orders/', 'moved'],
    ['http://s.example/users/orders/', 'moved'],
    ['https://s.example/captcha/?x=1', 'captcha'],
    ['http://portal.example/hello', 'not-json'],
    ['http://[', 'not-json'],
  ])('is unknown after a redirect to %s', (location, kind) => {
    const error = new WireError(null, { status: 302, location })
    expect(classifyWriteError(error, where)).toMatchObject({ kind: 'unknown', failure: { kind, status: 302 } })
    expect(classifyError(error, where).kind).toBe(kind)
  })
})

describe('a write that got an answer', () => {
  it.each([
    [200, ours, 'confirmed #9'],
    [201, ours, 'confirmed #9'],
    [200, { data: ours }, 'confirmed #9'],
    [201, [ours], 'confirmed #9'],
    [201, { pk: 9, order_item: 7 }, 'confirmed #9'],
    [202, ours, 'unknown incompatible'],
    [200, { ...ours, order_item: 8 }, 'unknown incompatible'],
    [200, { ...ours, id: 1 }, 'unknown incompatible'],
    [200, { order_item: 7 }, 'unknown incompatible'],
    [201, [ours, ours], 'unknown incompatible'],
    [201, [], 'unknown incompatible'],
    [200, 'null', 'unknown incompatible'],
    [200, '', 'unknown not-json'],
    [204, '', 'unknown not-json'],
    [200, '{"id":9,"order_it', 'unknown not-json'],
    [200, html, 'unknown not-json'],
    [200, loginPage, 'unknown signed-out'],
    [302, '', 'unknown incompatible'],
    [304, '', 'unknown incompatible'],
    [400, { quantity: 'too many' }, 'rejected rejected'],
    [404, { detail: 'x' }, 'rejected not-found'],
    [405, { detail: 'x' }, 'rejected rejected'],
    [406, { non_field_errors: 'x', error_code: 'cancellation_request_100_8' }, 'rejected rejected'],
    [409, { detail: 'x' }, 'rejected conflict'],
    [410, { detail: 'x' }, 'rejected not-found'],
    [415, { detail: 'x' }, 'rejected rejected'],
    [422, ['x'], 'rejected rejected'],
    [403, { detail: 'You may not.' }, 'rejected rejected'],
    [400, { non_field_errors: 'x', error_code: 'cancellation_request_100_1' }, 'unknown conflict'],
    [406, { detail: 'x', code: 'cancellation_request_100_1' }, 'unknown conflict'],
    // A page is a gateway's; it can't say what the shop behind it did.
    [400, html, 'unknown not-json'],
    [403, html, 'unknown not-json'],
    [404, html, 'unknown not-found'],
    [404, '', 'unknown not-found'],
    [405, html, 'rejected not-json'],
    [413, html, 'rejected not-json'],
    [415, html, 'rejected not-json'],
    [401, { detail: 'x' }, 'not-sent signed-out'],
    [401, html, 'not-sent signed-out'],
    [403, { detail: 'x', code: 'not_authenticated' }, 'not-sent signed-out'],
    [403, { detail: 'CSRF Failed: CSRF token missing.' }, 'not-sent csrf'],
    [403, csrfPage, 'not-sent csrf'],
    [403, { detail: 'x', code: 'csrf_failed' }, 'not-sent csrf'],
    [403, '<html><input name="csrfmiddlewaretoken"></html>', 'unknown not-json'],
    [407, html, 'not-sent offline'],
    [408, { detail: 'x' }, 'unknown server-error'],
    [425, '', 'unknown server-error'],
    [500, { detail: 'x' }, 'unknown server-error'],
    [502, html, 'unknown server-error'],
    [503, '', 'unknown server-error'],
    [504, html, 'unknown server-error'],
    [511, html, 'unknown not-json'],
  ])('%d %j: %s', (status, body, expected) => {
    expect(write(status, body)).toBe(expected)
  })

  it('is held back by a 429 for as long as it says', () => {
    expect(classifyWrite(answer(429, html, { 'retry-after': '7' }), () => true)).toMatchObject({
      kind: 'not-sent',
      failure: { kind: 'throttled', retryAfterMs: 7000 },
    })
  })

  it('carries the fields and the code of a refusal', () => {
    expect(classifyWrite(answer(400, { quantity: ['Fazla'], error_code: 'x_1' }), () => true)).toEqual({
      kind: 'rejected',
      failure: {
        kind: 'rejected',
        status: 400,
        code: 'x_1',
        errors: [{ field: 'quantity', text: 'Fazla' }],
        retryAfterMs: null,
      },
    })
  })
})

describe('a read', () => {
  it.each([
    [200, {}, null],
    [201, [], null],
    [200, '', 'not-json'],
    [200, html, 'not-json'],
    [200, loginPage, 'signed-out'],
    [200, "<FORM method=post ACTION='/accounts/login/'>", 'signed-out'],
    [302, '', 'incompatible'],
    [401, html, 'signed-out'],
    [403, { detail: 'x' }, 'rejected'],
    [403, html, 'not-json'],
    [404, { detail: 'x' }, 'not-found'],
    [409, { detail: 'x' }, 'conflict'],
    [429, '', 'throttled'],
    [502, html, 'server-error'],
  ])('%d %j is %s', (status, body, kind) => {
    expect(classifyAnswer(answer(status, body))?.kind ?? null).toBe(kind)
  })

  it('takes the words of a proxy for nobody’s: they are not the shop’s', () => {
    const bare = { kind: 'offline', status: 407, code: null, errors: [], retryAfterMs: null }
    for (const body of [html, '', { detail: 'Sign in first.' }]) expect(classifyAnswer(answer(407, body))).toEqual(bare)
  })

  it('finds the code of an error however it is wrapped, and only Chromium codes', () => {
    const wrapped = new TypeError('fetch failed', { cause: new Error('net::ERR_CONNECTION_REFUSED') })
    expect(toWireError(wrapped).code).toBe('ERR_CONNECTION_REFUSED')
    expect(toWireError(new Error('said net::ERR_CONNECTION_REFUSED somewhere')).code).toBeNull()
    expect([toWireError('x').code, toWireError(null).code]).toEqual([null, null])
  })
})
