import { describe, expect, it } from 'vitest'
import { heldJar } from '../../../src-main/akinon/cookie-jar.ts'
import { createOneShotWriter } from '../../../src-main/akinon/one-shot-writer.ts'
import { signOutCommerce } from '../../../src-main/akinon/sign-out.ts'
import { startDemoShop } from '../../../src-main/demo-shop/demo-shop.ts'
import { signedIn } from '../demo-shop/client.ts'
import { nodeSession } from './node-wire.ts'
import { type Answering, sendHtml, serve } from './serve.ts'

const form = (attributes: string) => `<html><form method="post"><input ${attributes}><button>Çık</button></form></html>`
const usual = form('type="hidden" name="csrfmiddlewaretoken" value="Tok3n"')

const at = (baseUrl: string, cookie = 'osessionid=s1; csrftoken=c1') => ({
  writer: createOneShotWriter({ makeSession: () => nodeSession, size: 1 }),
  baseUrl,
  cookie,
  language: () => 'tr-tr',
  isOnline: () => true,
  timeoutMs: 2000,
})

async function leave(...steps: Answering[]) {
  const shop = await serve((request, response, raw) => {
    const step = steps[shop.seen.length - 1]
    if (step) step(request, response, raw)
    else response.writeHead(500).end()
  })
  return { outcome: await signOutCommerce(at(shop.baseUrl)), shop }
}

const page =
  (html: string, status = 200): Answering =>
  (_, response) =>
    sendHtml(response, html, status)
const redirect =
  (location: string): Answering =>
  (_, response) =>
    response.writeHead(302, { location }).end()

describe('ending a session at the shop', () => {
  it('asks for the form and sends it back with the newest cookies', async () => {
    const { outcome, shop } = await leave((_, response) => {
      response.setHeader('set-cookie', 'csrftoken=c2; Path=/')
      sendHtml(response, usual)
    }, redirect('/'))
    expect(outcome).toBe('ended')
    expect(shop.seen).toMatchObject([
      { method: 'POST', path: '/users/logout/', body: '', headers: { cookie: 'osessionid=s1; csrftoken=c1' } },
      {
        method: 'POST',
        path: '/users/logout/',
        body: 'csrfmiddlewaretoken=Tok3n',
        headers: {
          cookie: 'osessionid=s1; csrftoken=c2',
          'content-type': 'application/x-www-form-urlencoded',
          referer: `${shop.baseUrl}/`,
        },
      },
    ])
  })

  it.each<[string, string]>([
    ['the value first', form("value='Tok3n' type='hidden' name='csrfmiddlewaretoken'")],
    ['no quotes', form('name=csrfmiddlewaretoken value=Tok3n')],
  ])('finds the token with %s', async (_name, html) => {
    const { outcome, shop } = await leave(page(html), page('<p>Hoşça kalın</p>'))
    expect([outcome, shop.seen[1]?.body]).toEqual(['ended', 'csrfmiddlewaretoken=Tok3n'])
  })

  it('is done when the first answer is the way home', async () => {
    const { outcome, shop } = await leave(redirect('/'))
    expect([outcome, shop.seen.length]).toEqual(['ended', 1])
  })

  it.each<[string, Answering[], number]>([
    ['a page without a form', [page('<p>Merhaba</p>')], 1],
    ['an error', [page('<h1>500</h1>', 500)], 1],
    ['a redirect to somebody else', [redirect('https://portal.example/x')], 1],
    ['a cut connection', [(_, response) => response.destroy()], 1],
    ['the same form again', [page(usual), page(usual)], 2],
    ['a refused form', [page(usual), page('<h1>403</h1>', 403)], 2],
  ])('is unsure after %s, and tries no more', async (_name, steps, calls) => {
    const { outcome, shop } = await leave(...steps)
    expect([outcome, shop.seen.length]).toEqual(['unsure', calls])
  })

  it('gives up on a shop that does not answer', async () => {
    const shop = await serve(() => undefined)
    const startedAt = Date.now()
    expect(await signOutCommerce({ ...at(shop.baseUrl), timeoutMs: 150 })).toBe('unsure')
    expect(Date.now() - startedAt).toBeLessThan(1500)
  })

  it('asks nothing when offline, without a session, or at no address', async () => {
    const shop = await serve((_, response) => sendHtml(response, usual))
    expect(await signOutCommerce({ ...at(shop.baseUrl), isOnline: () => false })).toBe('skipped')
    expect(await signOutCommerce(at(shop.baseUrl, ''))).toBe('skipped')
    expect(await signOutCommerce(at('not an address'))).toBe('skipped')
    expect(shop.seen).toEqual([])
  })

  it('never throws, not even when the connection is refused', async () => {
    expect(await signOutCommerce(at('http://127.0.0.1:1'))).toBe('unsure')
  })

  it('ends a session of the demo shop', async () => {
    const shop = await startDemoShop({ orders: 5 })
    const caller = await signedIn(shop)
    const cookie = [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    expect((await caller.get('/current_user/')).status).toBe(200)
    expect(await signOutCommerce(at(shop.commerceUrl, cookie))).toBe('ended')
    expect((await caller.get('/current_user/')).status).toBe(401)
    await shop.stop()
  })
})

describe('the held jar', () => {
  it('begins with a header, takes cookies in and lets ended ones go', async () => {
    const jar = heldJar('a=1; b=x=y; a=2; =3; csrftoken=t')
    expect(await jar.header('')).toBe('a=1; b=x=y; csrftoken=t')
    await jar.store('', 'a=; Max-Age=0, c=4; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=/')
    expect(await jar.header('')).toBe('b=x=y; csrftoken=t; c=4')
    expect(await jar.csrfToken('')).toBe('t')
    expect(await heldJar('').csrfToken('')).toBeNull()
  })
})
