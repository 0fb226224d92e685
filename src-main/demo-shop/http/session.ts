import { randomBytes } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { languageOf } from '../json/language.ts'
import { say } from '../rules/messages.ts'
import type { Shop } from '../state/shop.ts'
import { personOf } from '../world/people.ts'
import { htmlPage, languageIn, type ShopContext, type ShopEnv } from './env.ts'

export const sessionCookie = 'osessionid'
export const csrfCookie = 'csrftoken'

const sessionDays = 14
const daySeconds = 86_400

/** Opens a session for a customer and hands out its cookie. */
export function openSession(c: ShopContext, shop: Shop, customerKey: number): void {
  const id = randomBytes(16).toString('hex')
  shop.file.state.sessions[id] = { customerKey, expiresAt: shop.now() + sessionDays * daySeconds * 1000 }
  shop.file.touch()
  setCookie(c, sessionCookie, id, { httpOnly: true, path: '/', maxAge: sessionDays * daySeconds, sameSite: 'Lax' })
}

/** Gives the caller's session another id and answers it; the one before is worth nothing any more. */
export function renewSession(headers: Headers, shop: Shop): string | undefined {
  const { sessions } = shop.file.state
  const before = new RegExp(`(?:^|;\\s*)${sessionCookie}=(\\w+)`).exec(headers.get('cookie') ?? '')?.[1]
  const session = before === undefined ? undefined : sessions[before]
  if (before === undefined || session === undefined) return undefined
  const id = randomBytes(16).toString('hex')
  delete sessions[before]
  sessions[id] = session
  shop.file.touch()
  return id
}

/** Ends the caller's session. */
export function closeSession(c: ShopContext, shop: Shop): void {
  const id = getCookie(c, sessionCookie)
  if (id !== undefined) delete shop.file.state.sessions[id]
  shop.file.touch()
  setCookie(c, sessionCookie, '', { httpOnly: true, path: '/', maxAge: 0, sameSite: 'Lax' })
}

/** Hands out a new CSRF token: its cookie and the value to send back in a header. */
export function giveCsrfToken(c: ShopContext): string {
  const token = randomBytes(32).toString('hex')
  setCookie(c, csrfCookie, token, { path: '/', maxAge: 364 * daySeconds, sameSite: 'Lax' })
  return token
}

/** The key of the customer whose session the caller has. */
export function customerKeyOf(c: ShopContext, shop: Shop): number | undefined {
  const id = getCookie(c, sessionCookie)
  const session = id === undefined ? undefined : Object.getOwnPropertyDescriptor(shop.file.state.sessions, id)?.value
  return session !== undefined && session.expiresAt > shop.now() ? session.customerKey : undefined
}

/** Lets only signed-in customers through. */
export function requireSession(shop: Shop) {
  return createMiddleware<ShopEnv>(async (c, next) => {
    const key = customerKeyOf(c, shop)
    if (key === undefined) return c.json({ detail: say('signIn', languageIn(c)) }, 401)
    c.set('person', personOf(shop.world, key, 0))
    await next()
    return undefined
  })
}

/** Lets a write through only when its header repeats the token of its cookie. */
export const requireCsrf = createMiddleware<ShopEnv>(async (c, next) => {
  const cookie = getCookie(c, csrfCookie)
  if (!cookie || c.req.header('x-csrftoken') !== cookie) return refuseCsrf(c.req.raw.headers)
  await next()
  return undefined
})

/** The 403 of a failed CSRF check: JSON for a caller that asks for it, a page for everybody else. */
export function refuseCsrf(asked: Headers): Response {
  const language = languageOf(asked.get('accept-language') ?? undefined)
  const text = say('csrf', language)
  if (asked.get('accept')?.includes('application/json')) return Response.json({ detail: text }, { status: 403 })
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  return new Response(htmlPage('403', `<p>${text}</p>`), { status: 403, headers })
}
