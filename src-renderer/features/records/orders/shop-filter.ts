import type { ShopFilter } from '../../../lists/types.ts'
import { type ListFilter, toQuery } from '../filters/filters.ts'

/** The part of the list's filters that the shop has, too; null when none of it is set. */
export const shopFilterOf = (filter: ListFilter, now: number): ShopFilter | null => {
  const { statuses, from, to } = toQuery(filter, now)
  const [status = null] = statuses
  return status === null && from === null && to === null ? null : { status, from, to }
}

/** The same for filters of an account that are set the same, whatever the time is. */
export const keyOf = (accountId: string, { status, range, fromDay, toDay }: ListFilter): string =>
  JSON.stringify([accountId, status, range, ...(range === 'custom' ? [fromDay, toDay] : [])])
