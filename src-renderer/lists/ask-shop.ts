import type { Bridge } from '../../src-main/contract/bridge.ts'
import { failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import { limits } from '../../src-main/contract/limits.ts'
import type { OrderFilter } from '../../src-main/contract/order-filter.ts'
import type { Page } from '../../src-main/contract/pages.ts'
import type { Order } from '../../src-main/contract/resources.ts'
import { dayMs } from '../model/clock.ts'
import { isoOf } from '../model/times.ts'
import { fold } from '../search/fold.ts'
import { isWithin } from '../search/run-query.ts'
import { type OrderSummaryWithItems, ordersPlan, summariseOrder } from './orders.ts'
import type { FilteredAtShop, ShopFilter } from './types.ts'
import { walkPages } from './walk-pages.ts'

const FIND_LIMIT = 20

const cleaned = (text: string): string => text.trim().replace(/^#+\s*/, '')

/** One page of the shop's search for order numbers. A text that is too long is refused, not cut. */
export const findOrders = async (bridge: Bridge, accountId: string, text: string): Promise<Reply<Page<Order>>> => {
  const search = cleaned(text)
  if (search.length > limits.shopSearch)
    return failed(failure('bad-input', { errors: [{ field: null, text: 'too_big' }] }))
  return bridge.commerce.orders({ accountId, page: 1, limit: FIND_LIMIT, filter: { search } })
}

/** How many of the rows our own search finds as well. Fails when none is found and some rows were unreadable. */
export const countFound = (page: Page<Order>, text: string): Reply<number> => {
  const wanted = fold(cleaned(text))
  const ids = new Set(page.rows.filter(row => ordersPlan.summarise(row).haystack.includes(wanted)).map(({ id }) => id))
  if (ids.size === 0 && page.unreadable.length > 0)
    return failed(failure('incompatible', { code: 'unreadable-orders' }))
  return ok(ids.size)
}

/** Most pages read for one question. */
export const FILTER_PAGES = 20
/**
 * Shops use their own time zone, and some only whole days: rows this near to the range don't prove that the filter was
 * ignored.
 */
const NEAR_MS = 2 * dayMs

interface FilterParts {
  readonly fetchPage: (filter: OrderFilter, page: number, limit: number) => Promise<Reply<Page<Order>>>
  readonly keep: (rows: readonly Order[], startedAt: number) => Promise<unknown>
  /** Orders that are here already. */
  readonly known: readonly Pick<OrderSummaryWithItems, 'id' | 'status' | 'at'>[]
  readonly onProgress: (done: number, total: number | null) => void
  readonly signal: AbortSignal
}

/**
 * Asks the shop with its own filters (`status`, `created_date__gte`, `created_date__lte`), which are not promised to
 * work, and keeps every order that came. The first order that the filter should have excluded ends the reading. An
 * answer proves nothing about missing orders: no row is removed and no list becomes complete.
 */
export async function filterOrders(filter: ShopFilter, parts: FilterParts): Promise<Reply<FilteredAtShop>> {
  const byMoment = await walkFiltered(filter, momentsOf(filter), parts)
  const isRefused = !byMoment.ok && byMoment.failure.status === 400
  const isRanged = filter.from !== null || filter.to !== null
  // Some shops take days only. Then ask for whole days and count only the orders inside the range.
  return isRefused && isRanged ? walkFiltered(filter, daysOf(filter), parts) : byMoment
}

async function walkFiltered(
  filter: ShopFilter,
  query: OrderFilter,
  { fetchPage, keep, known, onProgress, signal }: FilterParts,
): Promise<Reply<FilteredAtShop>> {
  const here = new Set(known.map(row => row.id))
  const came = new Map<string, OrderSummaryWithItems>()
  let pages = 0
  let isIgnored = false
  const end = await walkPages<Order>({
    fetchPage: (page, limit) => fetchPage(query, page, limit),
    idOf: order => order.id,
    onProgress,
    signal,
    onPage: async page => {
      const rows = page.rows.map(summariseOrder)
      for (const row of rows) came.set(row.id, row)
      await keep(page.rows, page.startedAt)
      pages += 1
      isIgnored ||= rows.some(row => isOutside(row, filter))
      return isIgnored || pages >= FILTER_PAGES ? 'enough' : 'more'
    },
  })
  if (end.kind === 'failed' && pages === 0) return failed(end.failure)
  if (came.size === 0 && end.unreadable.length > 0)
    return failed(failure('incompatible', { code: 'unreadable-orders' }))
  const rows = [...came.values()]
  return ok({
    came: rows.length,
    matching: rows.filter(row => fits(row, filter)).length,
    added: rows.filter(row => !here.has(row.id)).length,
    unreadable: end.unreadable.length,
    obeyed: isIgnored ? 'no' : known.some(row => isOutside(row, filter)) ? 'yes' : 'unproven',
    complete: end.kind === 'complete' && !isIgnored,
    failure: end.kind === 'failed' ? end.failure : null,
  })
}

const fits = (row: Pick<OrderSummaryWithItems, 'status' | 'at'>, { status, from, to }: ShopFilter): boolean =>
  (status === null || row.status.value === status) && ((from === null && to === null) || isWithin(row.at, from, to))

/** Whether a shop that obeys the filter would have left this order out. Unreadable values don't count. */
const isOutside = (row: Pick<OrderSummaryWithItems, 'status' | 'at'>, { status, from, to }: ShopFilter): boolean => {
  if (status !== null && row.status.value !== null && row.status.value !== status) return true
  if (row.at === null) return false
  return (from !== null && row.at < from - NEAR_MS) || (to !== null && row.at > to + NEAR_MS)
}

const momentsOf = ({ status, from, to }: ShopFilter): OrderFilter => ({
  ...(status === null ? {} : { status }),
  ...(from === null ? {} : { created_date__gte: isoOf(from) }),
  ...(to === null ? {} : { created_date__lte: isoOf(to) }),
})

/**
 * The range in whole days, a day wider on each side, because the shop's zone is unknown and a day means its first
 * moment.
 */
const daysOf = ({ status, from, to }: ShopFilter): OrderFilter => ({
  ...(status === null ? {} : { status }),
  ...(from === null ? {} : { created_date__gte: dayOf(from - dayMs) }),
  ...(to === null ? {} : { created_date__lte: dayOf(to + dayMs) }),
})

const dayOf = (at: number): string => isoOf(at).slice(0, 10)
