import type { Failure } from '../../src-main/contract/failures.ts'
import type { UnreadableRow } from '../../src-main/contract/pages.ts'
import { createWatched, type Watched } from '../model/watched.ts'
import { AccountDb, cacheFormat, declaredVersion, type ListName, listNames, type RowTableName } from './account-db.ts'
import { isLate, openMs, storageFailure, withDeadline, writeMs } from './deadline.ts'
import { endlessRoom, needRoom, type Room } from './room.ts'
import type { Sealer } from './sealer.ts'
import type { StoredSummary } from './segments.ts'

/** A whole row from the cache and when it was read from the shop. */
export interface Cached<T> {
  readonly value: T
  readonly readAt: number
}

/** The state of the copies on disk. None of these stops a screen: lists also work from memory and the shop. */
export type CacheState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready' }
  /**
   * The cache was unreadable (damaged, sealed with another key, or of another version) and dropped; it is pulled again.
   */
  | { readonly kind: 'rebuilt'; readonly reason: 'unreadable' | 'other-version'; readonly at: number }
  /** Nothing can be stored right now: rows last until the app ends. */
  | { readonly kind: 'memory-only'; readonly failure: Failure }

/** The copies of one account on disk. No method throws or rejects; `state` shows failures. */
export interface AccountCache {
  readonly state: Watched<CacheState>
  /** Reads every list once. Lists that can't be read come back empty. */
  readonly open: () => Promise<ReadonlyMap<ListName, LoadedList>>
  /** Null when the whole batch is committed, else why none of it is. */
  readonly write: (batch: CacheBatch) => Promise<Failure | null>
  /** Null when there is no such row or it can't be read. */
  readonly read: (table: RowTableName, id: string) => Promise<Cached<unknown> | null>
  readonly close: () => void
}

const RETRY_MS = 300
/** Reading whole lists may take longer than opening. */
const LOAD_MS = 15_000
const CHECK = '$check'

type Trouble = Extract<CacheState, { kind: 'rebuilt' }>['reason']

/** The cache on disk must be dropped. Any other error means that the storage itself does not work right now. */
class UnusableCache extends Error {
  constructor(readonly reason: Trouble) {
    super(`The cache is unusable: ${reason}.`)
  }
}

export function createAccountCache(
  accountId: string,
  sealer: Sealer,
  now: () => number = Date.now,
  room: Room = endlessRoom,
): AccountCache {
  const state = createWatched<CacheState>({ kind: 'opening' })
  let db: AccountDb | null = null
  let isClosed = false
  const contextOf = (...parts: (string | number)[]): string =>
    JSON.stringify(['cache', cacheFormat, accountId, ...parts])

  const openSealed = async (bytes: Uint8Array, context: string): Promise<unknown> => {
    try {
      return JSON.parse(await sealer.open(bytes, context)) as unknown
    } catch {
      throw new UnusableCache('unreadable')
    }
  }
  const seal = (value: unknown, context: string): Promise<Uint8Array> => sealer.seal(JSON.stringify(value), context)

  /** Opens the database and proves that this version and this key can read it. */
  const connect = async (): Promise<AccountDb> => {
    const opened = new AccountDb(accountId)
    try {
      await opened.open()
      // Dexie opens a later version without an error, and multiplies versions by ten.
      if (Math.floor(opened.backendDB().version / 10) > declaredVersion) throw new UnusableCache('other-version')
      const check = await opened.meta.get(CHECK)
      if (check) {
        const [format] = (await openSealed(check.sealed, checkContext(accountId))) as [number]
        if (format !== cacheFormat) throw new UnusableCache('other-version')
      } else {
        const sealed = await seal([cacheFormat], checkContext(accountId))
        await opened.meta.put({ name: CHECK, sealed })
      }
      return opened
    } catch (error) {
      opened.close()
      throw error
    }
  }

  const load = async (source: AccountDb): Promise<ReadonlyMap<ListName, LoadedList>> => {
    const [segments, meta] = await Promise.all([source.segments.toArray(), source.meta.toArray()])
    const records = new Map<string, ListRecord>()
    const byList = new Map<ListName, LoadedSegment[]>()
    await Promise.all([
      ...meta.map(async ({ name, sealed }) => {
        // The context proves that this code wrote it in this format, so its type is known.
        if (name !== CHECK) records.set(name, (await openSealed(sealed, contextOf('meta', name))) as ListRecord)
      }),
      ...segments.map(async ({ list, no, sealed }) => {
        const rows = (await openSealed(sealed, contextOf('segment', list, no))) as StoredSummary<unknown>[]
        const known = byList.get(list)
        if (known) known.push({ no, rows })
        else byList.set(list, [{ no, rows }])
      }),
    ])
    return new Map(
      listNames.map(list => {
        const ordered = (byList.get(list) ?? []).sort((a, b) => a.no - b.no)
        return [list, { record: records.get(list) ?? emptyRecord, segments: ordered }]
      }),
    )
  }

  const attempt = async (): Promise<ReadonlyMap<ListName, LoadedList>> => {
    const connecting = connect()
    const opened = await withDeadline(connecting, openMs, 'Opening the cache').catch(error => {
      // A database that opens too late would block the next one.
      if (isLate(error)) connecting.then(late => late.close()).catch(() => undefined)
      throw error
    })
    try {
      const lists = await withDeadline(load(opened), LOAD_MS, 'Reading the cache')
      if (isClosed) opened.close()
      else db = opened
      return lists
    } catch (error) {
      opened.close()
      throw error
    }
  }

  const open = async (): Promise<ReadonlyMap<ListName, LoadedList>> => {
    try {
      const lists = await attempt().catch(async error => {
        if (error instanceof UnusableCache || isLate(error)) throw error
        // The engine sometimes fails once to open a healthy store.
        await new Promise(resolve => setTimeout(resolve, RETRY_MS))
        return attempt()
      })
      state.set({ kind: 'ready' })
      return lists
    } catch (error) {
      // A store that does not answer is not damaged, and could not be dropped either.
      if (isLate(error)) {
        state.set({ kind: 'memory-only', failure: storageFailure(error) })
        return new Map()
      }
      const reason: Trouble = error instanceof UnusableCache ? error.reason : 'unreadable'
      try {
        await withDeadline(new AccountDb(accountId).delete(), openMs, 'Dropping the cache')
        const lists = await attempt()
        state.set({ kind: 'rebuilt', reason, at: now() })
        return lists
      } catch (second) {
        state.set({ kind: 'memory-only', failure: storageFailure(second) })
        return new Map()
      }
    }
  }

  const write = async (batch: CacheBatch): Promise<Failure | null> => {
    const target = db
    if (!target) return null
    const { list, table } = batch
    try {
      // Encrypt before the transaction: while it waits for WebCrypto, it would commit by itself.
      const [rows, segments, record] = await Promise.all([
        Promise.all(
          table === null
            ? []
            : batch.rows.map(async ({ id, readAt, value }) => ({
                id,
                readAt,
                sealed: await seal(value, contextOf('row', table, id, readAt)),
              })),
        ),
        Promise.all(
          list === null
            ? []
            : batch.segments.map(async ({ no, rows: kept }) => ({
                list,
                no,
                sealed: await seal(kept, contextOf('segment', list, no)),
              })),
        ),
        list !== null && batch.record ? seal(batch.record, contextOf('meta', list)) : null,
      ])
      await needRoom(room)
      const stores = [target.segments, target.meta, ...(table ? [target.table(table)] : [])]
      const commit = target.transaction('rw', stores, async () => {
        if (table && rows.length > 0) await target[table].bulkPut(rows)
        if (table && batch.removed.length > 0) await target[table].bulkDelete([...batch.removed])
        if (segments.length > 0) await target.segments.bulkPut(segments)
        if (list !== null && record) await target.meta.put({ name: list, sealed: record })
      })
      await withDeadline(commit, writeMs, 'Writing the cache')
      return null
    } catch (error) {
      return db === null ? null : storageFailure(error)
    }
  }

  const read = async (table: RowTableName, id: string): Promise<Cached<unknown> | null> => {
    try {
      const row = db ? await withDeadline(db[table].get(id), openMs, 'Reading a row') : null
      if (!row) return null
      try {
        return { value: await openSealed(row.sealed, contextOf('row', table, id, row.readAt)), readAt: row.readAt }
      } catch {
        // Only the damaged row is deleted; it will be read from the shop again.
        if (await room()) await db?.[table].delete(id)
        return null
      }
    } catch {
      return null
    }
  }

  const close = (): void => {
    isClosed = true
    db?.close()
    db = null
  }

  return { state, open, write, read, close }
}

/** Without the format number, because every version must be able to read which format the rest has. */
const checkContext = (accountId: string): string => JSON.stringify(['cache-check', accountId])

/** What is known about a whole list, stored beside its segments. Times in ms since 1970. */
export interface ListRecord {
  /** Start of the last walk that reached the end. */
  readonly asOf: number | null
  /** Start of the last pull that brought the newest rows. */
  readonly headAsOf: number | null
  /** Whether the shop lists new rows first; only then may a pull stop at known rows. */
  readonly newestFirst: boolean
  readonly unreadable: readonly UnreadableRow[]
  /**
   * The shop's quantity key under which the summaries were made. Missing for the default, null while they are being
   * renewed.
   */
  readonly quantityKey?: string | null | undefined
}

export const emptyRecord: ListRecord = { asOf: null, headAsOf: null, newestFirst: false, unreadable: [] }

interface LoadedSegment {
  readonly no: number
  readonly rows: readonly StoredSummary<unknown>[]
}
export interface LoadedList {
  readonly record: ListRecord
  readonly segments: readonly LoadedSegment[]
}

/** A whole row to be written. */
export interface RowWrite {
  readonly id: string
  readonly readAt: number
  readonly value: unknown
}

/** What is written together or not at all. */
export interface CacheBatch {
  readonly list: ListName | null
  readonly table: RowTableName | null
  readonly rows: readonly RowWrite[]
  readonly removed: readonly string[]
  readonly segments: readonly LoadedSegment[]
  readonly record: ListRecord | null
}
