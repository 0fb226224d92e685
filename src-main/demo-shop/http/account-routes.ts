import { createHash, randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { demoPassword, namedCustomers } from '../data/people.ts'
import { addressJson } from '../json/address-json.ts'
import { isFields } from '../rules/fields.ts'
import { say } from '../rules/messages.ts'
import type { Shop } from '../state/shop.ts'
import { stamp } from '../world/format.ts'
import { addressesOf } from '../world/people.ts'
import { htmlPage, jsonBody, languageIn, type ShopContext, type ShopEnv } from './env.ts'
import { answerPage } from './paging.ts'
import { closeSession, csrfCookie, giveCsrfToken, openSession, requireCsrf, requireSession } from './session.ts'

/** Signing in and out, the CSRF token, the current user and the address book. */
export function addAccountRoutes(app: Hono<ShopEnv>, shop: Shop): void {
  app.get('/csrf_token/', c => c.json({ csrf_token: giveCsrfToken(c) }))
  app.get('/users/login/', c => c.html(htmlPage('Giriş yap', '<form method="post"></form>')))
  app.post('/users/login/', requireCsrf, c => login(c, shop))
  app.post('/users/logout/', c => logout(c, shop))
  app.post('/users/logout', c => logout(c, shop))

  app.get('/current_user/', requireSession(shop), c => {
    const person = c.get('person')
    return c.json({
      pk: person.pk,
      first_name: person.firstName,
      last_name: person.lastName,
      email: person.email,
      phone: person.phone,
      email_allowed: true,
      sms_allowed: person.pk % 2 === 0,
      date_joined: stamp(person.joinedAt),
      last_login: stamp(person.joinedAt + 86_400_000),
      date_of_birth: person.birthday,
      hashed_email: createHash('sha256').update(person.email).digest('hex'),
      gender: person.gender,
    })
  })

  app.get('/address/', requireSession(shop), c => {
    const person = c.get('person')
    const addresses = addressesOf(shop.world, person)
    return answerPage(c, addresses.length, 12, (from, to) =>
      addresses.slice(from, to).map(address => addressJson(address, person)),
    )
  })
}

async function login(c: ShopContext, shop: Shop): Promise<Response> {
  const language = languageIn(c)
  const body = await jsonBody(c)
  if (!isFields(body)) return c.json({ detail: say('body', language) }, 400)
  const { email, password } = body
  const missing = ['email', 'password'].filter(field => typeof body[field] !== 'string' || body[field] === '')
  if (missing.length > 0)
    return c.json(Object.fromEntries(missing.map(field => [field, [say('required', language)]])), 400)

  // These shoppers exist to show what a real shop can ask for in between.
  const asked = String(email).toLowerCase()
  if (asked.startsWith('captcha@')) return c.json({ redirect_url: '/users/pz-captcha/?next=/users/login/' })
  if (asked.startsWith('otp@')) return c.json({ detail: say('otp', language) }, 202)
  if (asked.startsWith('throttled@')) {
    return c.json({ detail: say('throttled', language) }, 429, { 'Retry-After': '60' })
  }
  const customer = namedCustomers.find(row => row.email === asked)
  if (!customer || password !== demoPassword) return c.json({ non_field_errors: [say('login', language)] }, 400)

  c.env.trace.effect = true
  openSession(c, shop, customer.key)
  // A token from before the sign-in is not good after it, as in every Django shop.
  giveCsrfToken(c)
  return c.json({ key: randomBytes(20).toString('hex'), redirect_url: null })
}

/** Two steps: the first call is answered by a page with a form, the second is that form. */
async function logout(c: ShopContext, shop: Shop): Promise<Response> {
  const token = getCookie(c, csrfCookie)
  const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
  if (token === undefined || form['csrfmiddlewaretoken'] !== token) {
    const hidden = `<input type="hidden" name="csrfmiddlewaretoken" value="${token && /^\w+$/.test(token) ? token : giveCsrfToken(c)}">`
    return c.html(htmlPage('Çıkış', `<form method="post">${hidden}<button>Çık</button></form>`))
  }
  c.env.trace.effect = true
  closeSession(c, shop)
  return c.redirect('/')
}
