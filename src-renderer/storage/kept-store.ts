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

/** What a person set up for themselves: tabs, views, columns, keys, macros, notes. Sealed, for some of it names customers. */
export class KeptDb extends Dexie {
  declare readonly records: EntityTable<SealedRecord, 'name'>

  constructor(name = 'counterside-kept') {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    // Append-only: a shipped version is never edited.
    this.version(1).stores({ records: 'name' })
  }
}

/** Named records as JSON values, in memory from the start. A value no reader understands stays as it is until it is set anew. */
export interface KeptStore {
  /** Undefined while nothing of that name is kept. The value came from disk: whoever reads it checks it. */
  readonly watch: (name: string) => Watched<unknown>
  /** Shown at once; resolves when it is on disk, and rejects when it can't be. Undefined removes. */
  readonly set: (name: string, value: unknown) => Promise<void>
  readonly names: () => readonly string[]
  /** Why something that was set is not on disk; null while everything is. */
  readonly trouble: Watched<Failure | null>
}

class SealedKept implements KeptStore {
  readonly trouble: Settable<Failure | null>
  readonly #records = new Map<string, Settable<unknown>>()
  readonly #write: (name: string, value: unknown) => Promise<void>
  /** Set, and not on disk. */
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
      // The disk takes it again: what it refused before goes there as well.
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
 * Lives as long as the app, and says so: every `set` rejects. A store that answers later is not joined in this run, for
 * a list that was begun anew would take the place of the one on disk.
 */
export const keptNowhere = (why: Failure): KeptStore =>
  new SealedKept(() => Promise.reject(new DOMException('', why.code ?? 'UnknownError')), why)

/** Reads everything kept before. Rejects when the store does not answer. A record sealed with a key that is gone is left alone and counts as none. */
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
