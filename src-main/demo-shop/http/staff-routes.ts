import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { staffUser, walkInKey } from '../data/people.ts'
import { staffOrderJson, staffStatus } from '../json/staff-order-json.ts'
import { isFields } from '../rules/fields.ts'
import { say } from '../rules/messages.ts'
import type { Shop } from '../state/shop.ts'
import { numberOf } from '../world/order.ts'
import { orderCount, slotOf } from '../world/world.ts'
import { jsonBody, languageIn, originOf, type ShopContext, type ShopEnv } from './env.ts'
import { answerPage } from './paging.ts'
import { slotsByCancelStatus } from './waiting.ts'

const defaultLimit = 10
const secondFactor = '123456'

/** The staff side: Omnitron's sign-in and its order list. */
export function addStaffRoutes(app: Hono<ShopEnv>, shop: Shop): void {
  const tempTokens = new Set<string>()
  app.post('/api/i1/auth/login/', c => login(c, shop, tempTokens))
  app.post('/api/v1/auth/login/', c => login(c, shop, tempTokens))
  app.post('/api/v1/auth/totp/verify/', c => verify(c, shop, tempTokens))
  app.get('/api/i1/orders/', requireToken(shop), c => listOrders(c, shop))
  app.get('/api/v1/orders/', requireToken(shop), c => listOrders(c, shop))
}

function listOrders(c: ShopContext, shop: Shop): Response {
  const slots = select(c, shop)
  return answerPage(c, slots.length, defaultLimit, (from, to) =>
    slots.slice(from, to).flatMap(slot => {
      const facts = shop.order(slot)
      return facts ? [staffOrderJson(facts, shop.world.shape.seed, originOf(c))] : []
    }),
  )
}

async function login(c: ShopContext, shop: Shop, tempTokens: Set<string>): Promise<Response> {
  const language = languageIn(c)
  const body = await jsonBody(c)
  if (!isFields(body)) return c.json({ detail: say('body', language) }, 400)
  if (typeof body['username'] === 'string' && body['username'].startsWith('totp')) {
    const token = randomBytes(16).toString('hex')
    tempTokens.add(token)
    return c.json({ temp_token: token })
  }
  if (body['username'] !== staffUser.username || body['password'] !== staffUser.password) {
    return c.json({ non_field_errors: [say('login', language)] }, 400)
  }
  return giveKey(c, shop)
}

/** The second factor of usernames that begin with `totp`; their code never changes. */
async function verify(c: ShopContext, shop: Shop, tempTokens: Set<string>): Promise<Response> {
  const language = languageIn(c)
  const body = await jsonBody(c)
  if (!isFields(body)) return c.json({ detail: say('body', language) }, 400)
  const tempToken = String(body['temp_token'])
  if (!tempTokens.has(tempToken)) return c.json({ detail: say('token', language), code: 'authentication_failed' }, 401)
  if (body['token'] !== secondFactor) return c.json({ token: [say('code', language)] }, 400)
  tempTokens.delete(tempToken)
  return giveKey(c, shop)
}

function giveKey(c: ShopContext, shop: Shop): Response {
  const key = randomBytes(20).toString('hex')
  shop.file.state.staffTokens.push(key)
  shop.file.touch()
  c.env.trace.effect = true
  return c.json({ key })
}

function requireToken(shop: Shop) {
  return createMiddleware<ShopEnv>(async (c, next) => {
    const sent = c.req.header('authorization')
    const language = languageIn(c)
    if (sent === undefined) return c.json({ detail: say('noToken', language), code: 'not_authenticated' }, 401)
    const key = /^Token (\w+)$/.exec(sent)?.[1]
    if (key === undefined || !shop.file.state.staffTokens.includes(key)) {
      return c.json({ detail: say('token', language), code: 'authentication_failed' }, 401)
    }
    await next()
    return undefined
  })
}

function select(c: ShopContext, shop: Shop): number[] {
  const { cancel_status: cancelStatus, status, number } = c.req.query()
  const slots = cancelStatus ? slotsByCancelStatus(shop, cancelStatus) : allSlots(shop)
  return slots.filter(slot => {
    if (number && numberOf(shop.world, slot) !== number) return false
    if (!status) return true
    const facts = shop.order(slot)
    return facts !== undefined && String(staffStatus(facts)) === status
  })
}

function allSlots(shop: Shop): number[] {
  return [walkInKey, 0, 1].flatMap(key => {
    const count = orderCount(shop.world, key)
    // Walk-ins are counted from the newest on, everybody else from the oldest.
    return Array.from({ length: count }, (_, nth) => slotOf(key, key === walkInKey ? nth : count - 1 - nth))
  })
}
