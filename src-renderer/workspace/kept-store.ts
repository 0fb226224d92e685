import { Dexie, type EntityTable } from 'dexie'
import { endlessRoom, needRoom, type Room } from '../cache/room.ts'
import type { Sealer } from '../cache/sealer.ts'
import type { Watched } from './types.ts'
import { createWatched, type Settable } from './watched.ts'

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
}

class SealedKept implements KeptStore {
  readonly #records = new Map<string, Settable<unknown>>()
  readonly #write: (name: string, value: unknown) => Promise<void>
  #writing: Promise<void> = Promise.resolve()

  constructor(write: (name: string, value: unknown) => Promise<void>) {
    this.#write = write
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
    const write = () => this.#write(name, value)
    this.#writing = this.#writing.then(write, write)
    return this.#writing
  }

  readonly names = (): readonly string[] =>
    [...this.#records].filter(([, record]) => record.snapshot() !== undefined).map(([name]) => name)
}

/** Lives as long as the app: for tests, and where the disk gives nothing back. */
export const keptInMemory = (): KeptStore => new SealedKept(() => Promise.resolve())

/** Reads everything kept before. A record sealed with a key that is gone is left alone and counts as none. */
export async function openKeptStore(sealer: Sealer, room: Room = endlessRoom, db = new KeptDb()): Promise<KeptStore> {
  const store = new SealedKept(async (name, value) => {
    await needRoom(room)
    if (value === undefined) await db.records.delete(name)
    else await db.records.put({ name, sealed: await sealer.seal(JSON.stringify(value), `kept ${name}`) })
  })
  for (const { name, sealed } of await db.records.toArray())
    await sealer
      .open(sealed, `kept ${name}`)
      .then(text => store.watch(name).set(JSON.parse(text)))
      .catch(() => undefined)
  return store
}
