import { describe, expect, it } from 'vitest'
import { readSetCookies } from '../../../src-main/akinon/cookie-jar.ts'
import { readRetryAfterMs } from '../../../src-main/akinon/header-times.ts'
import { resolveBaseUrl } from '../../../src-main/akinon/shop-address.ts'
import { apiUrl } from '../../../src-main/akinon/urls.ts'

describe('resolveBaseUrl', () => {
  it.each([
    ['shop.example.com', 'https://shop.example.com'],
    [' https://shop.example.com/ ', 'https://shop.example.com'],
    ['https://shop.example.com/tr/api/?a=1#b', 'https://shop.example.com/tr/api'],
    ['shop.example.com:8443/x', 'https://shop.example.com:8443/x'],
    ['localhost:8080', 'http://localhost:8080'],
    ['127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['https://localhost', 'https://localhost'],
    ['mağaza.com.tr', 'https://xn--maaza-m1a.com.tr'],
    ['HTTPS://Shop.Example.COM', 'https://shop.example.com'],
  ])('takes %s', (typed, baseUrl) => {
    const reply = resolveBaseUrl(typed)
    expect(reply.ok ? reply.value : reply.failure).toBe(
      typed.startsWith('mağaza') ? new URL(`https://${typed}`).origin : baseUrl,
    )
  })

  it.each([
    ['http://shop.example.com', 'http-not-allowed'],
    ['http://127.0.0.1.evil.example', 'http-not-allowed'],
    ['http://localhost.evil.example', 'http-not-allowed'],
    ['https://user:pass@shop.example.com', 'credentials-in-address'],
    ['user@shop.example.com', 'credentials-in-address'],
    ['ftp://shop.example.com', 'scheme-not-allowed'],
    ['file:///etc/passwd', 'not-an-address'],
    ['', 'not-an-address'],
    ['   ', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['a b', 'not-an-address'],
  ])('refuses %j', (typed, code) => {
    expect(resolveBaseUrl(typed)).toMatchObject({ ok: false, failure: { kind: 'bad-address', code } })
  })
})

describe('apiUrl', () => {
  it('encodes every segment and keeps the prefix', () => {
    expect(
      apiUrl('https://s.example/tr', ['users', 'orders', 'a/b c?#=é'], { page: 1, search: '=1+1&x', none: undefined }),
    ).toBe('https://s.example/tr/users/orders/a%2Fb%20c%3F%23%3D%C3%A9/?page=1&search=%3D1%2B1%26x')
  })

  it.each(['', '.', '..', '\ud800'])('refuses the segment %j', segment => {
    expect(apiUrl('https://s.example', ['users', segment])).toBeNull()
  })

  it('has no address under a base that is none', () => {
    expect(apiUrl('shop', ['users'])).toBeNull()
  })

  it.each(['//evil.example', 'https://evil.example', '\\\\evil', '%2e%2e'])('stays at home with %j', segment => {
    expect(apiUrl('https://s.example/p', [segment])?.startsWith('https://s.example/p/')).toBe(true)
  })
})

describe('readRetryAfterMs', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  const wait = (headers: Record<string, string>) => readRetryAfterMs(new Headers(headers), now)

  it.each([
    [{ 'retry-after': '5' }, 5000],
    [{ 'retry-after': '0' }, 1000],
    [{ 'retry-after': '-5' }, 1000],
    [{ 'retry-after': '999999999' }, 900_000],
    [{ 'retry-after': '1.5' }, 1500],
    [{}, 30_000],
    [{ 'retry-after': '' }, 30_000],
    [{ 'retry-after': 'soon 5' }, 30_000],
    [{ 'retry-after': '5 minutes' }, 30_000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:10 GMT' }, 10_000],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:10 GMT' }, 1000],
    // A server whose clock is years off still means "in ten seconds".
    [{ 'retry-after': 'Wed, 01 Jan 2020 00:00:20 GMT', date: 'Wed, 01 Jan 2020 00:00:10 GMT' }, 10_000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:10 GMT', date: 'nonsense' }, 10_000],
  ])('reads %j as %d ms', (headers, ms) => {
    expect(wait(headers as Record<string, string>)).toBe(ms)
  })
})

describe('readSetCookies', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')

  it('splits joined cookies, and no date', () => {
    const joined =
      'osessionid=a1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/; HttpOnly; SameSite=Lax, csrftoken=t=; expires=Thursday, 22-Oct-26 07:28:00 GMT; Secure, c=x,y; Max-Age=60; Domain=.Shop.example'
    const cookies = readSetCookies(joined, now)
    expect(cookies.map(({ name, value }) => [name, value])).toEqual([
      ['osessionid', 'a1'],
      ['csrftoken', 't='],
      ['c', 'x,y'],
    ])
    expect(cookies[0]).toMatchObject({ httpOnly: true, secure: false, path: '/', sameSite: 'lax', domain: null })
    expect(cookies[0]?.expiresAt).toBe(Date.parse('2026-10-21T07:28:00Z') / 1000)
    expect(cookies[1]).toMatchObject({ secure: true, sameSite: 'unspecified' })
    expect(cookies[2]).toMatchObject({ domain: 'shop.example', expiresAt: now / 1000 + 60 })
  })

  it('takes attributes in any order and spelling, and lets Max-Age win', () => {
    const [cookie] = readSetCookies(
      's=1;SECURE;max-age=0; EXPIRES=Wed, 21 Oct 2026 07:28:00 GMT;samesite=None;path=x',
      now,
    )
    expect(cookie).toMatchObject({ secure: true, expiresAt: now / 1000, sameSite: 'no_restriction', path: null })
  })

  it.each(['', ';', '=x', 'novalue', ', ,'])('finds nothing in %j', header => {
    expect(readSetCookies(header, now)).toEqual([])
  })
})
