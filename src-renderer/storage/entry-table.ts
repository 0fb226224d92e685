import { Dexie, type Table } from 'dexie'
import type { Entry } from '../../src-main/contract/entries.ts'
import { noticeDataLoss } from './data-loss.ts'
import { openEntry, type Sealer, type StoredRow, sealEntry, type UnreadableEntry } from './entry-row.ts'
import { endlessRoom, needRoom, type Room } from './room.ts'

export interface TableContents {
  readonly entries: readonly Entry[]
  readonly unreadable: readonly UnreadableEntry[]
  readonly paused: readonly string[]
}

/** Where entries live. Every method rejects when the storage fails; nothing is done by halves. */
export interface EntryTable {
  /** Opens or reopens. `lost`: the browser had replaced a damaged database by an empty one. */
  readonly open: () => Promise<{ readonly lost: boolean }>
  readonly read: () => Promise<TableContents>
  readonly readOne: (id: string) => Promise<Entry | null>
  /** False when a row with this id or seq is there already. */
  readonly add: (entry: Entry) => Promise<boolean>
  /**
   * Adds all in one transaction, and gives them back as they stand in the table: a row whose id was there stays as it
   * was. Rejects, with none added, when another row has one of the seqs or a row that was there can't be read.
   */
  readonly addAll: (entries: readonly Entry[]) => Promise<readonly Entry[]>
  /** Compare-and-swap on (id, version): false when the stored version is no longer `before`'s. */
  readonly swap: (before: Pick<Entry, 'id' | 'version'>, after: Entry) => Promise<boolean>
  /** Takes out entries that are long over. */
  readonly remove: (ids: readonly string[]) => Promise<void>
  /** Rows as they lie there, sealed. */
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

/** The table of the app. Sealing and opening happen outside the transactions, which would end while waiting for them. */
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
    // Strict: a row that was said to be saved survives a power cut.
    this.#db = new Dexie(name, { ...idb, chromeTransactionDurability: 'strict' })
    versions.forEach((stores, index) => {
      this.#db.version(index + 1).stores(stores)
    })
    this.#entries = this.#db.table('entries')
    this.#settings = this.#db.table('settings')
  }

  async open(): Promise<{ lost: boolean }> {
    // The browser closes a connection by itself on a full disk. Dexie opens anew at the next call; after a failure we
    // do not rely on it, since one dead connection would make every later call fail.
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
    const ids = rows.map(row => row.id)
    const there = await this.#db.transaction('rw', this.#entries, async () => {
      const found = await this.#entries.where('id').anyOf(ids).toArray()
      const foundIds = new Set(found.map(row => row.id))
      // A seq that is taken rejects, which aborts the transaction.
      await this.#entries.bulkAdd(rows.filter(row => !foundIds.has(row.id)))
      return found
    })
    const before = new Map<string, Entry>()
    for (const row of there) {
      const entry = await openEntry(row, this.#sealer)
      if (entry === null) throw new Error('unreadable-entry')
      before.set(row.id, entry)
    }
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

  close(): void {
    this.#db.close()
  }
}
