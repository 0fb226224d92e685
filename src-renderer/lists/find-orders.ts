import type { Bridge } from '../../src-main/contract/bridge.ts'
import { failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import { limits } from '../../src-main/contract/limits.ts'
import type { Page } from '../../src-main/contract/pages.ts'
import type { Order } from '../../src-main/contract/resources.ts'
import { fold } from '../search/fold.ts'
import { ordersPlan } from './pull-orders.ts'

const FIND_LIMIT = 20

const cleaned = (text: string): string => text.trim().replace(/^#+\s*/, '')

/** One page of the shop's own search, which looks at order numbers. A part of a text is never asked for in its place. */
export const findOrders = async (bridge: Bridge, accountId: string, text: string): Promise<Reply<Page<Order>>> => {
  const search = cleaned(text)
  if (search.length > limits.shopSearch)
    return failed(failure('bad-input', { errors: [{ field: null, text: 'too_big' }] }))
  return bridge.commerce.orders({ accountId, page: 1, limit: FIND_LIMIT, filter: { search } })
}

/** How many of the rows our own search finds, too. Rows that nobody could read are no "nothing found". */
export const countFound = (page: Page<Order>, text: string): Reply<number> => {
  const wanted = fold(cleaned(text))
  const ids = new Set(page.rows.filter(row => ordersPlan.apply(row).haystack.includes(wanted)).map(({ id }) => id))
  if (ids.size === 0 && page.unreadable.length > 0)
    return failed(failure('incompatible', { code: 'unreadable-orders' }))
  return ok(ids.size)
}
