import type { AccountKind } from '../../src-main/contract/accounts.ts'
import type { OldOrderSummary, OrderSummary, PendingSummary, RequestSummary } from './summaries.ts'

/** The row of each kind of record in its list. */
export interface RecordRows {
  readonly orders: OrderSummary
  readonly 'old-orders': OldOrderSummary
  readonly pending: PendingSummary
  readonly requests: RequestSummary
}

/**
 * A kind of record. The name is also that of its screen, so it stands in commands (`go.orders`), in links, and in stored
 * tabs, views and recent records.
 */
export type RecordKind = keyof RecordRows

interface KindFacts {
  /** Its list in a workspace, which is also its table on disk. */
  readonly list: string
  /** One record of it, as the find box and automation name it. */
  readonly one: string
  /** The accounts that have it. */
  readonly account: AccountKind
  /** Whether its number is an order's, so that a link to an order may mean it. */
  readonly isOrder: boolean
  /** Whether a row itself says whom it is about. A request names only its order's line. */
  readonly namesPerson: boolean
}

/** Every kind of record. A new one is an entry here; the compiler then names the screens and words that it needs. */
export const recordKinds = {
  orders: { list: 'orders', one: 'order', account: 'customer', isOrder: true, namesPerson: true },
  requests: { list: 'requests', one: 'request', account: 'customer', isOrder: false, namesPerson: false },
  pending: { list: 'pending', one: 'pending', account: 'staff', isOrder: true, namesPerson: true },
  'old-orders': { list: 'oldOrders', one: 'old-order', account: 'customer', isOrder: true, namesPerson: true },
} as const satisfies Readonly<Record<RecordKind, KindFacts>>

type Facts = typeof recordKinds

/** The name of a kind's list. */
export type RecordList = Facts[RecordKind]['list']
/** The name of one record of a kind. */
export type RecordName<K extends RecordKind = RecordKind> = Facts[K]['one']

/** All kinds in the order of the table, which is also that of the navigation. */
export const recordKindNames = Object.keys(recordKinds) as RecordKind[]

export const isRecordKind = (name: string): name is RecordKind => Object.hasOwn(recordKinds, name)

const kindsByName = new Map<string, RecordKind>(recordKindNames.map(kind => [recordKinds[kind].one, kind]))

/** The kind that one record's name belongs to; null for another name. */
export const kindOfName = (name: string): RecordKind | null => kindsByName.get(name) ?? null
