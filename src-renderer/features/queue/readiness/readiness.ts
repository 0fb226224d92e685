import type { AccountKind } from '../../../../src-main/contract/accounts.ts'
import type { ListSnapshot } from '../../../lists/types.ts'
import { dayMs } from '../../../model/clock.ts'
import { recordKindNames, recordKinds } from '../../../model/record-kinds.ts'
import { isAged } from '../../../model/times.ts'
import type { ListName } from '../../../storage/account-db.ts'

const listsOfRecords = (account: AccountKind): readonly ListName[] =>
  recordKindNames.filter(kind => recordKinds[kind].account === account).map(kind => recordKinds[kind].list)

/** The lists that working with an account needs. */
export const needsOf: Readonly<Record<AccountKind, readonly ListName[]>> = {
  customer: [...listsOfRecords('customer'), 'reasons', 'addresses'],
  staff: listsOfRecords('staff'),
}

export type Need = 'ready' | 'old' | 'reading' | 'partly' | 'missing'

export interface ListReadiness {
  readonly list: ListName
  readonly need: Need
  readonly count: number
  /** When the list was last read, ms since 1970; null when it never was, to its end. */
  readonly asOf: number | null
  /** The oldest row's date, for "since when". */
  readonly since: number | null
  /** Rows of orders that came without their lines, which a request can't be made for offline. */
  readonly withoutLines: number
}

/** Reasons and addresses hardly change; orders do all day. */
const oldAfter: Readonly<Record<ListName, number>> = {
  orders: dayMs,
  requests: dayMs,
  pending: dayMs,
  oldOrders: 7 * dayMs,
  reasons: 7 * dayMs,
  addresses: 7 * dayMs,
}

interface RowFacts {
  readonly at?: number | null
  readonly itemCount?: number
}

const needOf = (list: ListName, snapshot: ListSnapshot<unknown>, withoutLines: number, now: number): Need => {
  if (snapshot.pull.kind === 'running') return 'reading'
  const readAt = Math.max(snapshot.asOf ?? 0, snapshot.headAsOf ?? 0)
  if (snapshot.asOf === null) return snapshot.rows.length > 0 ? 'partly' : 'missing'
  if (isAged(readAt, oldAfter[list], now)) return 'old'
  return withoutLines > 0 || snapshot.unreadable.length > 0 ? 'partly' : 'ready'
}

/** How useful one list would be without a connection. */
export const readinessOf = (list: ListName, snapshot: ListSnapshot<RowFacts>, now: number): ListReadiness => {
  const withoutLines = list === 'orders' ? snapshot.rows.filter(row => row.itemCount === 0).length : 0
  const dates = snapshot.rows.flatMap(row => (typeof row.at === 'number' ? [row.at] : []))
  const readAt = Math.max(snapshot.asOf ?? 0, snapshot.headAsOf ?? 0)
  return {
    list,
    need: needOf(list, snapshot, withoutLines, now),
    count: snapshot.rows.length,
    asOf: readAt === 0 ? null : readAt,
    since: dates.reduce<number | null>((oldest, at) => (oldest === null || at < oldest ? at : oldest), null),
    withoutLines,
  }
}

const order: readonly Need[] = ['missing', 'reading', 'partly', 'old', 'ready']

/** The account is as ready as its least ready list. */
export const worst = (lists: readonly ListReadiness[]): Need =>
  order.find(need => lists.some(list => list.need === need)) ?? 'ready'
