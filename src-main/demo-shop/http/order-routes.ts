import type { Hono } from 'hono'
import type { View } from '../json/item-json.ts'
import { oldOrderCount, oldOrderIndex, oldOrderJson } from '../json/old-order-json.ts'
import { orderJson } from '../json/order-json.ts'
import { say } from '../rules/messages.ts'
import type { Shop } from '../state/shop.ts'
import type { OrderFacts } from '../world/facts.ts'
import { ownerOf, slotOfOrderId } from '../world/world.ts'
import { languageIn, originOf, type ShopContext, type ShopEnv } from './env.ts'
import { selectOrders } from './order-filter.ts'
import { answerPage } from './paging.ts'
import { requireSession } from './session.ts'

const defaultLimit = 12

/** Orders and old orders: reading only. */
export function addOrderRoutes(app: Hono<ShopEnv>, shop: Shop): void {
  const signedIn = requireSession(shop)

  app.get('/users/orders/', signedIn, c => {
    const selection = selectOrders(c, shop, c.get('person').key)
    if ('errors' in selection) return c.json(selection.errors, 400)
    return answerPage(c, selection.count, defaultLimit, (from, to) =>
      selection.slice(from, to).flatMap(slot => {
        const facts = shop.order(slot)
        return facts ? [orderJson(facts, viewOf(c, shop, 'list'))] : []
      }),
    )
  })

  app.get('/users/orders/:pk{[0-9]+}/', signedIn, c => {
    const facts = ownOrder(c, shop, c.req.param('pk'))
    return facts ? c.json(orderJson(facts, viewOf(c, shop, 'detail'))) : notFound(c)
  })

  app.get('/users/orders/:pk{[0-9]+}/cancellation/', signedIn, c => {
    const facts = ownOrder(c, shop, c.req.param('pk'))
    return facts ? c.json(orderJson(facts, viewOf(c, shop, 'cancellation'))) : notFound(c)
  })

  app.get('/users/old-orders/', signedIn, c => {
    const { key } = c.get('person')
    const count = oldOrderCount(shop.world, key)
    return answerPage(c, count, defaultLimit, (from, to) =>
      Array.from({ length: to - from }, (_, nth) => oldOrderJson(shop.world, key, count - 1 - from - nth)),
    )
  })

  app.get('/users/old-orders/:pk{[0-9]+}/', signedIn, c => {
    const { key } = c.get('person')
    const index = oldOrderIndex(shop.world, key, Number(c.req.param('pk')))
    return index < 0 ? notFound(c) : c.json(oldOrderJson(shop.world, key, index))
  })
}

/** Missing and not yours look the same: nobody learns which orders exist. */
function ownOrder(c: ShopContext, shop: Shop, pk: string): OrderFacts | undefined {
  const slot = slotOfOrderId(Number(pk))
  return slot >= 0 && ownerOf(slot).customerKey === c.get('person').key ? shop.order(slot) : undefined
}

export function notFound(c: ShopContext): Response {
  return c.json({ detail: say('missing', languageIn(c)) }, 404)
}

function viewOf(c: ShopContext, shop: Shop, kind: View['kind']): View {
  return { kind, language: languageIn(c), nowMs: shop.now(), origin: originOf(c) }
}
