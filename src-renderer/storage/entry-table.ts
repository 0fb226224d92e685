import { Dexie, type Table } from 'dexie'
import { type Entry, entrySchema } from '../../src-main/contract/entries.ts'
import { endlessRoom, needRoom, type Room } from './room.ts'
import type { Sealer } from './sealer.ts'

export interface TableContents {
  readonly entries: readonly Entry[]
  readonly unreadable: readonly UnreadableEntry[]
  readonly paused: readonly string[]
}

/** The table of entries. Every method rejects when the storage fails, and then has changed nothing. */
export interface EntryTable {
  /** Opens or reopens. `lost`: the browser has replaced a damaged database by an empty one. */
  readonly open: () => Promise<{ readonly lost: boolean }>
  readonly read: () => Promise<TableContents>
  readonly readOne: (id: string) => Promise<Entry | null>
  /** False when a row already has this id or seq. */
  readonly add: (entry: Entry) => Promise<boolean>
  /**
   * Adds all in one transaction and returns them as they are in the table: a row that was there stays as it was.
   * Rejects and adds none when another row has one of the seqs, or when a row that was there can't be read.
   */
  readonly addAll: (entries: readonly Entry[]) => Promise<readonly Entry[]>
  /** Compare-and-swap on (id, version): false when the stored version is no longer `before`'s. */
  readonly swap: (before: Pick<Entry, 'id' | 'version'>, after: Entry) => Promise<boolean>
  /** Removes entries that are long over. */
  readonly remove: (ids: readonly string[]) => Promise<void>
  /** The stored rows, still sealed. */
  readonly readRows: (ids: readonly string[]) => Promise<readonly StoredRow[]>
  readonly savePaused: (accountIds: readonly string[]) => Promise<void>
  /** Proves that writing works. */
  readonly touch: (now: number) => Promise<void>
  readonly close: () => void
}

export interface IndexedDb {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
}

interface Setting {
  readonly key: string
  readonly value: unknown
}

export const outboxDatabase = 'counterside-outbox'

/** Append-only: a shipped version is never edited, a change is a new line at the end. */
const versions: readonly Record<string, string>[] = [{ entries: '++seq, &id', settings: '&key' }]

/** The app's table. Seals and opens outside the transactions, because a transaction ends while it waits for them. */
export class DexieTable implements EntryTable {
  readonly #db: Dexie
  readonly #idb: IndexedDb
  readonly #sealer: Sealer
  readonly #room: Room
  readonly #entries: Table<StoredRow, number>
  readonly #settings: Table<Setting, string>

  constructor(sealer: Sealer, idb: IndexedDb, room: Room = endlessRoom, name = outboxDatabase) {
    this.#sealer = sealer
    this.#room = room
    this.#idb = idb
    // Strict: a saved row must survive a power cut.
    this.#db = new Dexie(name, { ...idb, chromeTransactionDurability: 'strict' })
    versions.forEach((stores, index) => {
      this.#db.version(index + 1).stores(stores)
    })
    this.#entries = this.#db.table('entries')
    this.#settings = this.#db.table('settings')
  }

  async open(): Promise<{ lost: boolean }> {
    // On a full disk the browser closes the connection. Dexie reopens it at the next call, but a dead connection would
    // make every later call fail, so after a failure we reopen it ourselves.
    if (this.#db.isOpen()) this.#db.close({ disableAutoOpen: false })
    const lost = await noticeDataLoss(this.#idb.indexedDB, this.#db.name)
    await this.#db.open()
    return { lost }
  }

  async read(): Promise<TableContents> {
    const [rows, paused] = await Promise.all([this.#entries.toArray(), this.#settings.get('paused')])
    const opened = await Promise.all(rows.map(async row => ({ row, entry: await openEntry(row, this.#sealer) })))
    const list = Array.isArray(paused?.value) ? paused.value : []
    return {
      entries: opened.flatMap(({ entry }) => entry ?? []),
      unreadable: opened.flatMap(({ row: { seq, id, accountId, createdAt }, entry }) =>
        entry === null ? { seq, id, accountId, createdAt } : [],
      ),
      paused: list.filter(one => typeof one === 'string'),
    }
  }

  async readOne(id: string): Promise<Entry | null> {
    const row = await this.#entries.get({ id })
    return row === undefined ? null : openEntry(row, this.#sealer)
  }

  async add(entry: Entry): Promise<boolean> {
    const row = await sealEntry(entry, this.#sealer)
    await needRoom(this.#room)
    return this.#db.transaction('rw', this.#entries, async () => {
      const taken = (await this.#entries.get({ id: row.id })) ?? (await this.#entries.get(row.seq))
      if (taken !== undefined) return false
      await this.#entries.add(row)
      return true
    })
  }

  async addAll(entries: readonly Entry[]): Promise<readonly Entry[]> {
    const rows = await Promise.all(entries.map(entry => sealEntry(entry, this.#sealer)))
    await needRoom(this.#room)
    const withIds = this.#entries.where('id').anyOf(rows.map(row => row.id))
    // Before anything is added: it can't be opened inside the transaction, which would end meanwhile.
    await this.#openAll(await withIds.toArray())
    const there = await this.#db.transaction('rw', this.#entries, async () => {
      const found = await withIds.toArray()
      const foundIds = new Set(found.map(row => row.id))
      // A seq that is taken rejects, which aborts the transaction.
      await this.#entries.bulkAdd(rows.filter(row => !foundIds.has(row.id)))
      return found
    })
    const before = await this.#openAll(there)
    return entries.map(entry => before.get(entry.id) ?? entry)
  }

  async swap(before: Pick<Entry, 'id' | 'version'>, after: Entry): Promise<boolean> {
    const row = await sealEntry(after, this.#sealer)
    await needRoom(this.#room)
    return this.#db.transaction('rw', this.#entries, async () => {
      const stored = await this.#entries.get({ id: before.id })
      if (stored?.version !== before.version) return false
      await this.#entries.put({ ...row, seq: stored.seq })
      return true
    })
  }

  async remove(ids: readonly string[]): Promise<void> {
    await needRoom(this.#room)
    await this.#entries.where('id').anyOf(ids).delete()
  }

  async readRows(ids: readonly string[]): Promise<readonly StoredRow[]> {
    return this.#entries.where('id').anyOf(ids).toArray()
  }

  async savePaused(accountIds: readonly string[]): Promise<void> {
    await needRoom(this.#room)
    await this.#settings.put({ key: 'paused', value: [...accountIds] })
  }

  async touch(now: number): Promise<void> {
    await needRoom(this.#room)
    await this.#settings.put({ key: 'touched', value: now })
  }

  /** By id. Rejects when one of them can't be read. */
  async #openAll(rows: readonly StoredRow[]): Promise<ReadonlyMap<string, Entry>> {
    const opened = new Map<string, Entry>()
    for (const row of rows) {
      const entry = await openEntry(row, this.#sealer)
      if (entry === null) throw new Error('unreadable-entry')
      opened.set(row.id, entry)
    }
    return opened
  }

  close(): void {
    this.#db.close()
  }
}

/** An entry as it is stored: the columns that are needed without the key, and the rest sealed. */
export interface StoredRow {
  readonly seq: number
  readonly id: string
  readonly accountId: string
  readonly orderItem: string
  readonly state: string
  readonly version: number
  readonly createdAt: number
  readonly sealed: Uint8Array
}

/** A row that this version or this key can't read. It is counted, never sent and never deleted. */
export interface UnreadableEntry {
  readonly seq: number
  readonly id: string
  readonly accountId: string
  readonly createdAt: number
}

const contextOf = (id: string): string => `outbox/entry/${id}`

export const sealEntry = async (entry: Entry, sealer: Sealer): Promise<StoredRow> => {
  const { seq, id, accountId, orderItem, state, version, createdAt } = entry
  const sealed = await sealer.seal(JSON.stringify(entry), contextOf(id))
  return { seq, id, accountId, orderItem, state, version, createdAt, sealed }
}

/** Null when the row can't be read: damaged, sealed with another key, or of a later version. */
export const openEntry = async (row: StoredRow, sealer: Sealer): Promise<Entry | null> => {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(await sealer.open(row.sealed, contextOf(row.id))))
    // The plain columns are copies. If they differ, the row is damaged or was tampered with.
    const matches = parsed.success && parsed.data.id === row.id && parsed.data.version === row.version
    return matches ? { ...parsed.data, seq: row.seq } : null
  } catch {
    return null
  }
}

/**
 * Whether Chromium has just replaced a damaged database by an empty one. It does so without an error; the only sign is
 * `dataLoss` on the version-change event, which Dexie does not pass on. So this opens the database by hand and aborts
 * the upgrade, so that a missing database is not created.
 */
export const noticeDataLoss = (indexedDB: IDBFactory, name: string): Promise<boolean> =>
  new Promise(resolve => {
    let lost = false
    const request = indexedDB.open(name)
    request.onupgradeneeded = event => {
      lost = 'dataLoss' in event && event.dataLoss === 'total'
      request.transaction?.abort()
    }
    request.onsuccess = () => {
      request.result.close()
      resolve(lost)
    }
    request.onerror = event => {
      event.preventDefault()
      resolve(lost)
    }
    request.onblocked = () => resolve(lost)
  })
