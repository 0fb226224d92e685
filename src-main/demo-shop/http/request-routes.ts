import type { Hono } from 'hono'
import { reasons } from '../data/commerce.ts'
import { createdRequestJson, reasonJson, requestJson } from '../json/request-json.ts'
import { judge } from '../rules/ask.ts'
import { createRequest } from '../rules/create-request.ts'
import { isFields } from '../rules/fields.ts'
import { say } from '../rules/messages.ts'
import type { Shop } from '../state/shop.ts'
import { jsonBody, languageIn, type ShopContext, type ShopEnv } from './env.ts'
import { answerPage } from './paging.ts'
import { requireCsrf, requireSession } from './session.ts'

const defaultLimit = 12

/** Cancellation reasons and requests. */
export function addRequestRoutes(app: Hono<ShopEnv>, shop: Shop): void {
  const signedIn = requireSession(shop)

  app.get('/users/orders/cancellation_reasons/', signedIn, c =>
    answerPage(c, reasons.length, defaultLimit, (from, to) =>
      reasons.slice(from, to).map(reason => reasonJson(reason, languageIn(c), shop.world.startedAt)),
    ),
  )

  app.get('/users/orders/cancellation_requests/', signedIn, c => {
    const { key } = c.get('person')
    return answerPage(c, shop.requests.countOf(key), defaultLimit, (from, to) =>
      shop.requests.sliceOf(key, from, to).map(request => requestJson(request, languageIn(c), shop.now())),
    )
  })

  app.post('/users/orders/cancellation_requests/', signedIn, requireCsrf, c => createOne(c, shop))
  app.post('/users/orders/bulk_cancellation_requests/', signedIn, requireCsrf, c => createMany(c, shop))
}

async function createOne(c: ShopContext, shop: Shop): Promise<Response> {
  const language = languageIn(c)
  const body = await jsonBody(c)
  if (!isFields(body)) return c.json({ detail: say('body', language) }, 400)
  const verdict = judge(shop, c.get('person'), body, language)
  if ('refusal' in verdict) return c.json(verdict.refusal.body, verdict.refusal.status)
  const request = createRequest(shop, verdict.draft)
  mark(c, [request.id])
  return c.json(createdRequestJson(request, language, shop.now()))
}

/** All or nothing: one item that breaks a rule, and no request is made. */
async function createMany(c: ShopContext, shop: Shop): Promise<Response> {
  const language = languageIn(c)
  const body = await jsonBody(c)
  if (!isFields(body)) return c.json({ detail: say('body', language) }, 400)
  const items = body['cancel_order_items']
  if (!Array.isArray(items) || items.length === 0) return c.json({ cancel_order_items: [say('items', language)] }, 400)

  // The document has these two beside the items in its table and inside an item in its example.
  const { pickup_address, fully_refund_as_loyalty_money } = body
  const seen = new Set<string>()
  const verdicts = items.map((item: unknown) => {
    if (!isFields(item)) return { refusal: { body: { non_field_errors: [say('body', language)] } } }
    const twice = seen.has(String(item['order_item']))
    seen.add(String(item['order_item']))
    if (twice) {
      return {
        refusal: { body: { non_field_errors: say('open', language), error_code: 'cancellation_request_100_1' } },
      }
    }
    return judge(shop, c.get('person'), { pickup_address, fully_refund_as_loyalty_money, ...item }, language)
  })
  const drafts = verdicts.flatMap(verdict => ('draft' in verdict ? [verdict.draft] : []))
  if (drafts.length < items.length) {
    return c.json(
      verdicts.map(verdict => ('refusal' in verdict ? verdict.refusal.body : {})),
      400,
    )
  }
  const requests = drafts.map(draft => createRequest(shop, draft))
  mark(
    c,
    requests.map(request => request.id),
  )
  return c.json(
    requests.map(request => requestJson(request, language, shop.now())),
    201,
  )
}

function mark(c: ShopContext, ids: readonly number[]): void {
  c.env.trace.effect = true
  c.env.trace.requestIds.push(...ids)
}
