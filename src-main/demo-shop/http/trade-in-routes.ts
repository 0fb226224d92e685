import type { Hono } from 'hono'
import type { Shop } from '../state/shop.ts'
import { ownerOf, placeOfItemId } from '../world/world.ts'
import type { ShopContext, ShopEnv } from './env.ts'
import { notFound } from './order-routes.ts'
import { customerKeyOf, requireSession } from './session.ts'

const answers = { approved: 'Takas onayınız iletildi.', rejected: 'Takası istemediğiniz iletildi.' } as const

/** The two links of a trade-in mail: GETs that decide something, once. */
export function addTradeInRoutes(app: Hono<ShopEnv>, shop: Shop): void {
  app.get('/users/order_item/:pk{[0-9]+}/tradein_approved/', requireSession(shop), c => decide(c, shop, 'approved'))
  // The document asks for no session here: whoever holds the link may say no.
  app.get('/users/order_item/:pk{[0-9]+}/tradein_rejected/', c => decide(c, shop, 'rejected'))
}

function decide(c: ShopContext, shop: Shop, decision: keyof typeof answers): Response {
  const itemId = Number(c.req.param('pk'))
  const { slot, line } = placeOfItemId(itemId)
  const caller = customerKeyOf(c, shop)
  const { tradeIns } = shop.file.state
  const found = shop.order(slot)?.lines[line]
  if (caller !== undefined && slot >= 0 && ownerOf(slot).customerKey !== caller) return notFound(c)
  if (!found?.line.tradable || tradeIns[itemId] !== undefined) return notFound(c)
  tradeIns[itemId] = decision
  shop.file.touch()
  c.env.trace.effect = true
  return c.text(answers[decision])
}
