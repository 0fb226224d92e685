import { Dexie, type EntityTable, type Table } from 'dexie'
import { type RecordList, recordKindNames, recordKinds } from '../model/record-kinds.ts'

/** Lists that a request's form needs. Their segments hold the whole rows. */
const formLists = ['reasons', 'addresses'] as const

export type ListName = RecordList | (typeof formLists)[number]

/** The lists of an account; each has summaries in segments. */
export const listNames: readonly ListName[] = [...recordKindNames.map(kind => recordKinds[kind].list), ...formLists]

/** The tables of whole rows. */
export type RowTableName = RecordList | 'cancellationViews'

/** Only ids and times are not encrypted. */
interface SealedRow {
  readonly id: string
  /** When the read that brought it began, ms since 1970. */
  readonly readAt: number
  readonly sealed: Uint8Array
}
interface SealedSegment {
  readonly list: ListName
  readonly no: number
  readonly sealed: Uint8Array
}
interface SealedMeta {
  /** A list's name, or `$check` for the row that proves the key. */
  readonly name: string
  readonly sealed: Uint8Array
}

/**
 * The format of the sealed texts. Raise it when a summary, its folding or a row of the contract changes shape. A cache
 * of another format is dropped and pulled again, which is cheaper than an upgrade.
 */
export const cacheFormat = 3

const PREFIX = 'counterside-cache-'

export const cacheNameOf = (accountId: string): string => PREFIX + accountId

/** One account's copies of the shop's data. All of it can be dropped and pulled again. */
export class AccountDb extends Dexie implements Readonly<Record<RowTableName, EntityTable<SealedRow, 'id'>>> {
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

/** Removes an account's cache. Also resolves when there is none. */
export const dropAccountCache = (accountId: string): Promise<void> => Dexie.delete(cacheNameOf(accountId))

/** Removes the caches of accounts that no longer exist. */
export async function dropOrphanCaches(accountIds: readonly string[]): Promise<void> {
  const kept = new Set(accountIds.map(cacheNameOf))
  const names = await Dexie.getDatabaseNames()
  await Promise.all(names.filter(name => name.startsWith(PREFIX) && !kept.has(name)).map(name => Dexie.delete(name)))
}
