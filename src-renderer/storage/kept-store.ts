import { Dexie, type EntityTable } from 'dexie'
import type { Failure } from '../../src-main/contract/failures.ts'
import type { Watched } from '../model/watched.ts'
import { createWatched, type Settable } from '../model/watched.ts'
import { openMs, storageFailure, withDeadline, writeMs } from './deadline.ts'
import { endlessRoom, needRoom, type Room } from './room.ts'
import type { Sealer } from './sealer.ts'

interface SealedRecord {
  readonly name: string
  readonly sealed: Uint8Array
}

/** What the user set up: tabs, views, columns, keys, macros, notes. Sealed, because some of it names customers. */
export class KeptDb extends Dexie {
  declare readonly records: EntityTable<SealedRecord, 'name'>

  constructor(name = 'counterside-kept') {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    // Append-only: a shipped version is never edited.
    this.version(1).stores({ records: 'name' })
  }
}

/**
 * Named records as JSON values, all in memory. A value that no reader understands stays as it is until it is set again.
 */
export interface KeptStore {
  /** Undefined while there is no such record. The value comes from disk, so the reader must check it. */
  readonly watch: (name: string) => Watched<unknown>
  /** Changes the value at once; resolves when it is on disk, rejects when it can't be written. Undefined removes it. */
  readonly set: (name: string, value: unknown) => Promise<void>
  readonly names: () => readonly string[]
  /** Why a value is not on disk; null while all of them are. */
  readonly trouble: Watched<Failure | null>
}

class SealedKept implements KeptStore {
  readonly trouble: Settable<Failure | null>
  readonly #records = new Map<string, Settable<unknown>>()
  readonly #write: (name: string, value: unknown) => Promise<void>
  /** Names of values that are not on disk. */
  readonly #unwritten = new Set<string>()
  #writing: Promise<void> = Promise.resolve()

  constructor(write: (name: string, value: unknown) => Promise<void>, trouble: Failure | null = null) {
    this.#write = write
    this.trouble = createWatched(trouble)
  }

  readonly watch = (name: string): Settable<unknown> => {
    const known = this.#records.get(name)
    if (known) return known
    const made = createWatched<unknown>(undefined)
    this.#records.set(name, made)
    return made
  }

  readonly set = (name: string, value: unknown): Promise<void> => {
    this.watch(name).set(value)
    this.#unwritten.add(name)
    const write = () => this.#writeDown(name, value)
    this.#writing = this.#writing.then(write, write)
    return this.#writing
  }

  readonly names = (): readonly string[] =>
    [...this.#records].filter(([, record]) => record.snapshot() !== undefined).map(([name]) => name)

  async #writeDown(name: string, value: unknown): Promise<void> {
    try {
      await this.#write(name, value)
      this.#unwritten.delete(name)
      // The disk works again: write what it refused before.
      for (const other of [...this.#unwritten]) {
        await this.#write(other, this.watch(other).snapshot())
        this.#unwritten.delete(other)
      }
      this.trouble.set(null)
    } catch (error) {
      this.trouble.set(storageFailure(error))
      throw error
    }
  }
}

/** Lives as long as the app, for tests. */
export const keptInMemory = (): KeptStore => new SealedKept(() => Promise.resolve())

/**
 * Lives as long as the app, and every `set` rejects to say so. If the store answers later, this run does not use it: a
 * list begun anew would replace the one on disk.
 */
export const keptNowhere = (why: Failure): KeptStore =>
  new SealedKept(() => Promise.reject(new DOMException('', why.code ?? 'UnknownError')), why)

/**
 * Reads all records. Rejects when the store does not answer. A record that this key can't open is left alone and counts
 * as missing.
 */
export async function openKeptStore(sealer: Sealer, room: Room = endlessRoom, db = new KeptDb()): Promise<KeptStore> {
  const put = async (name: string, value: unknown) => {
    await needRoom(room)
    if (value === undefined) await db.records.delete(name)
    else await db.records.put({ name, sealed: await sealer.seal(JSON.stringify(value), `kept ${name}`) })
  }
  const store = new SealedKept((name, value) => withDeadline(put(name, value), writeMs, 'Writing a kept record'))
  const records = await withDeadline(db.records.toArray(), openMs, 'Opening the kept records')
  for (const { name, sealed } of records)
    await sealer
      .open(sealed, `kept ${name}`)
      .then(text => store.watch(name).set(JSON.parse(text)))
      .catch(() => undefined)
  return store
}
