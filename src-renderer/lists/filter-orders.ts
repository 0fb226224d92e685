import { failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { OrderFilter } from '../../src-main/contract/order-filter.ts'
import type { Page } from '../../src-main/contract/pages.ts'
import type { Order } from '../../src-main/contract/resources.ts'
import { isoOf } from '../model/times.ts'
import { isWithin } from '../search/run-query.ts'
import { applyOrder, type OrderEntry } from './apply-order.ts'
import { walkPages } from './pull-list.ts'
import type { FilteredAtShop, ShopFilter } from './types.ts'

/** Pages read for one question: a filter that finds more is no filter. */
export const FILTER_PAGES = 20
const DAY_MS = 24 * 60 * 60_000
/** Shops cut days in their own zone, and some know only whole days: rows so near the range are no disobedience. */
const NEAR_MS = 2 * DAY_MS

export interface FilterParts {
  readonly ask: (filter: OrderFilter, page: number, limit: number) => Promise<Reply<Page<Order>>>
  readonly keep: (rows: readonly Order[], startedAt: number) => Promise<unknown>
  /** What is here already. */
  readonly known: readonly Pick<OrderEntry, 'id' | 'status' | 'at'>[]
  readonly onProgress: (done: number, total: number | null) => void
  readonly signal: AbortSignal
}

/**
 * Asks the shop with its own filters (API.md C1: `status`, `created_date__gte`, `created_date__lte`; d.6: nobody
 * promises that they work) and keeps every order that came. The first order that the filter should have held back ends
 * the reading. Whatever comes proves nothing about what is missing: no row is removed, no list becomes complete.
 */
export async function filterOrders(filter: ShopFilter, parts: FilterParts): Promise<Reply<FilteredAtShop>> {
  const byMoment = await walkFiltered(filter, momentsOf(filter), parts)
  const isRefused = !byMoment.ok && byMoment.failure.status === 400
  const isRanged = filter.from !== null || filter.to !== null
  // Some date fields take days only; the range then grows to whole days, and what is outside is not counted.
  return isRefused && isRanged ? walkFiltered(filter, daysOf(filter), parts) : byMoment
}

async function walkFiltered(
  filter: ShopFilter,
  query: OrderFilter,
  { ask, keep, known, onProgress, signal }: FilterParts,
): Promise<Reply<FilteredAtShop>> {
  const here = new Set(known.map(row => row.id))
  const came = new Map<string, OrderEntry>()
  let pages = 0
  let isIgnored = false
  const end = await walkPages<Order>({
    ask: (page, limit) => ask(query, page, limit),
    idOf: order => order.id,
    onProgress,
    signal,
    onPage: async page => {
      const rows = page.rows.map(applyOrder)
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

const fits = (row: Pick<OrderEntry, 'status' | 'at'>, { status, from, to }: ShopFilter): boolean =>
  (status === null || row.status.value === status) && ((from === null && to === null) || isWithin(row.at, from, to))

/** Whether an obeying shop would not have given it. What cannot be read says nothing. */
const isOutside = (row: Pick<OrderEntry, 'status' | 'at'>, { status, from, to }: ShopFilter): boolean => {
  if (status !== null && row.status.value !== null && row.status.value !== status) return true
  if (row.at === null) return false
  return (from !== null && row.at < from - NEAR_MS) || (to !== null && row.at > to + NEAR_MS)
}

const momentsOf = ({ status, from, to }: ShopFilter): OrderFilter => ({
  ...(status === null ? {} : { status }),
  ...(from === null ? {} : { created_date__gte: isoOf(from) }),
  ...(to === null ? {} : { created_date__lte: isoOf(to) }),
})

/** Whole days around the range, whatever zone the shop counts them in: a day alone means its first moment. */
const daysOf = ({ status, from, to }: ShopFilter): OrderFilter => ({
  ...(status === null ? {} : { status }),
  ...(from === null ? {} : { created_date__gte: dayOf(from - DAY_MS) }),
  ...(to === null ? {} : { created_date__lte: dayOf(to + DAY_MS) }),
})

const dayOf = (at: number): string => isoOf(at).slice(0, 10)
