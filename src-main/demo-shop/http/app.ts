import { Hono } from 'hono'
import type { Shop } from '../state/shop.ts'
import { addAccountRoutes } from './account-routes.ts'
import { htmlPage, type ShopEnv } from './env.ts'
import { addMediaRoutes } from './media.ts'
import { addOrderRoutes } from './order-routes.ts'
import { addPlaceRoutes } from './place-routes.ts'
import { addRequestRoutes } from './request-routes.ts'
import { addStaffRoutes } from './staff-routes.ts'
import { addTradeInRoutes } from './trade-in-routes.ts'

/** The shop that works: both sides of the API on one origin, no fault anywhere. */
export function createApp(shop: Shop): Hono<ShopEnv> {
  const app = new Hono<ShopEnv>()
  app.get('/', c => c.html(htmlPage('Counterside demo mağazası', '<p>Bu mağazada her şey denemelik.</p>')))
  addAccountRoutes(app, shop)
  addPlaceRoutes(app, shop)
  addRequestRoutes(app, shop)
  addOrderRoutes(app, shop)
  addTradeInRoutes(app, shop)
  addStaffRoutes(app, shop)
  addMediaRoutes(app)
  app.notFound(c => {
    const { pathname, search } = new URL(c.req.url)
    // Two slashes in front would send the caller to another host.
    const bare = !pathname.endsWith('/') && !pathname.startsWith('//') && !pathname.startsWith('/media/')
    if (c.req.method === 'GET' && bare) return c.redirect(`${pathname}/${search}`, 301)
    return c.html(htmlPage('404', '<p>Sayfa bulunamadı.</p>'), 404)
  })
  return app
}
