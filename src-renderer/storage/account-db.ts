import { Dexie, type EntityTable, type Table } from 'dexie'

/** The lists of an account; each has summaries in segments. */
export const listNames = ['orders', 'oldOrders', 'pending', 'requests', 'reasons', 'addresses'] as const
export type ListName = (typeof listNames)[number]

/** Where whole rows are kept. Reasons and addresses are small: their segments hold the whole rows. */
export const rowTableNames = ['orders', 'oldOrders', 'pending', 'requests', 'cancellationViews'] as const
export type RowTableName = (typeof rowTableNames)[number]

/** Only ids and times stand outside the cipher. */
export interface SealedRow {
  readonly id: string
  /** When the read that brought it was started, ms since 1970. */
  readonly readAt: number
  readonly sealed: Uint8Array
}
export interface SealedSegment {
  readonly list: ListName
  readonly no: number
  readonly sealed: Uint8Array
}
export interface SealedMeta {
  /** A list's name, or `$check` for the row that proves the key. */
  readonly name: string
  readonly sealed: Uint8Array
}

/**
 * What sealed texts look like inside. Raise it when a summary, its folding or a contract row changes shape:
 * a cache of another format is dropped and pulled again, which is cheaper than an upgrade of copies.
 */
export const cacheFormat = 3

const PREFIX = 'counterside-cache-'

export const cacheNameOf = (accountId: string): string => PREFIX + accountId

/** One account's copies of what the shop said. Everything here can be dropped and pulled again. */
export class AccountDb extends Dexie {
  declare readonly orders: EntityTable<SealedRow, 'id'>
  declare readonly oldOrders: EntityTable<SealedRow, 'id'>
  declare readonly pending: EntityTable<SealedRow, 'id'>
  declare readonly requests: EntityTable<SealedRow, 'id'>
  declare readonly cancellationViews: EntityTable<SealedRow, 'id'>
  declare readonly segments: Table<SealedSegment, [string, number]>
  declare readonly meta: EntityTable<SealedMeta, 'name'>

  constructor(accountId: string) {
    super(cacheNameOf(accountId), { chromeTransactionDurability: 'relaxed', cache: 'disabled' })
    // Append-only: a shipped version is never edited.
    this.version(1).stores({
      orders: 'id',
      oldOrders: 'id',
      pending: 'id',
      requests: 'id',
      cancellationViews: 'id',
      segments: '[list+no]',
      meta: 'name',
    })
  }
}

/** The newest version this build declares, in Dexie's numbering. */
export const declaredVersion = 1

/** Removes an account's cache; resolves also when there was none. */
export const dropAccountCache = (accountId: string): Promise<void> => Dexie.delete(cacheNameOf(accountId))

/** Removes the caches of accounts that no longer exist. */
export async function dropOrphanCaches(accountIds: readonly string[]): Promise<void> {
  const kept = new Set(accountIds.map(cacheNameOf))
  const names = await Dexie.getDatabaseNames()
  await Promise.all(names.filter(name => name.startsWith(PREFIX) && !kept.has(name)).map(name => Dexie.delete(name)))
}
