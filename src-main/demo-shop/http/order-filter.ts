import { say } from '../rules/messages.ts'
import type { Shop } from '../state/shop.ts'
import { readIso } from '../world/format.ts'
import { numberOf } from '../world/order.ts'
import { orderCount, placedAt, slotOf } from '../world/world.ts'
import { languageIn, type ShopContext } from './env.ts'

const monthMs = 30 * 86_400_000

/** The slots of a customer's orders that a query asks for, newest first, and how many there are. */
interface Selection {
  readonly count: number
  slice(from: number, to: number): number[]
}

type Test = (index: number, slot: number) => boolean

/** Reads the list's query. A filter costs one pass over the cheap part of every order, no filter costs nothing. */
export function selectOrders(c: ShopContext, shop: Shop, customerKey: number): Selection | { readonly errors: object } {
  const tests: Test[] = []
  const { search, status, last_month: lastMonth } = c.req.query()
  if (search?.trim()) tests.push((_, slot) => numberOf(shop.world, slot).includes(search.trim()))
  const since = (at: number, later: boolean) =>
    tests.push(index =>
      later ? placedAt(shop.world, customerKey, index) >= at : placedAt(shop.world, customerKey, index) <= at,
    )
  if (lastMonth?.toLowerCase() === 'true') since(shop.now() - monthMs, true)
  for (const name of ['created_date__gte', 'created_date__lte'] as const) {
    const text = c.req.query(name)?.trim()
    if (!text) continue
    const at = readIso(text)
    if (at === undefined) return { errors: { [name]: [say('date', languageIn(c))] } }
    since(at, name.endsWith('gte'))
  }
  // Last, because it can cost the most.
  if (status) tests.push((_, slot) => String(shop.statusAt(slot)) === status)

  const total = orderCount(shop.world, customerKey)
  if (tests.length === 0) {
    return {
      count: total,
      slice: (from, to) => Array.from({ length: to - from }, (_, nth) => slotOf(customerKey, total - 1 - from - nth)),
    }
  }
  const found: number[] = []
  for (let index = total - 1; index >= 0; index--) {
    const slot = slotOf(customerKey, index)
    if (tests.every(test => test(index, slot))) found.push(slot)
  }
  return { count: found.length, slice: (from, to) => found.slice(from, to) }
}
