import type { Hono } from 'hono'
import { places } from '../data/places.ts'
import { cityJson, country, districtJson, type Json, townshipJson } from '../json/address-json.ts'
import type { Shop } from '../state/shop.ts'
import type { ShopContext, ShopEnv } from './env.ts'
import { answerPage } from './paging.ts'
import { requireSession } from './session.ts'

/** The lists that an address form is filled from. */
export function addPlaceRoutes(app: Hono<ShopEnv>, shop: Shop): void {
  const signedIn = requireSession(shop)
  const answer = (c: ShopContext, rows: Json[]) => answerPage(c, rows.length, 100, (from, to) => rows.slice(from, to))

  app.get('/address/country/', signedIn, c => answer(c, [country]))
  app.get('/address/city/', signedIn, c =>
    answer(c, ['1', undefined].includes(c.req.query('country')) ? places.map((_, place) => cityJson(place)) : []),
  )
  app.get('/address/township/', signedIn, c => {
    const place = places.findIndex(({ pk }) => String(pk) === c.req.query('city'))
    return answer(c, places[place]?.townships.map((_, township) => townshipJson(place, township)) ?? [])
  })
  app.get('/address/district/', signedIn, c => {
    const asked = c.req.query('township')
    const place = places.findIndex(({ townships }) => townships.some(({ pk }) => String(pk) === asked))
    const township = places[place]?.townships.findIndex(({ pk }) => String(pk) === asked) ?? -1
    const districts = places[place]?.townships[township]?.districts ?? []
    return answer(
      c,
      districts.map((_, district) => districtJson(place, township, district)),
    )
  })
}
