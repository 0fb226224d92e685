import type { Entry } from '../../../../src-main/contract/entries.ts'
import type {
  EntryTable,
  StoredRow,
  TableContents,
  UnreadableEntry,
} from '../../../../src-renderer/storage/entry-table.ts'
import type { Life } from './life.ts'
import { entryOf } from './rows.ts'

/** What is on the disk: outlives every process. JSON, so that nobody holds on to a live object. */
export class TableDisk {
  readonly rows = new Map<string, string>()
  paused: readonly string[] = []
  /** Rows that nobody can read, still sealed. */
  unreadable: StoredRow[] = []
  broken = false
  /** Transactions that added entries. */
  commits = 0
  readonly #waiting: (() => void)[] = []
  #hangs = false

  /** Answers nothing while it hangs. What was asked meanwhile happens afterwards, in its order. */
  get hangs(): boolean {
    return this.#hangs
  }

  set hangs(hangs: boolean) {
    this.#hangs = hangs
    if (!hangs) for (const goOn of this.#waiting.splice(0)) goOn()
  }

  async answer(): Promise<void> {
    if (this.#hangs) await new Promise<void>(resolve => this.#waiting.push(resolve))
  }

  get(id: string): Entry | null {
    const text = this.rows.get(id)
    return text === undefined ? null : JSON.parse(text)
  }

  /** In the order of `seq`. */
  all(): Entry[] {
    return [...this.rows.keys()].flatMap(id => this.get(id) ?? []).sort((a, b) => a.seq - b.seq)
  }

  /** Makes a row one that nobody can read. */
  spoil(id: string): void {
    const entry = this.get(id)
    if (entry === null) throw new Error(`no row ${id}`)
    this.rows.delete(id)
    this.unreadable.push(sealedRow(entry))
  }
}

const sealedRow = ({ seq, id, accountId, orderItem, state, version, createdAt }: Entry): StoredRow => ({
  seq,
  id,
  accountId,
  orderItem,
  state,
  version,
  createdAt,
  sealed: new Uint8Array([1, 2, 3]),
})

/** A row of an entry, sealed with a key that nobody has. */
export const unreadableRow = (id: string, seq: number): StoredRow => sealedRow(entryOf({ id, seq }))

/** The table over a disk in memory. `onSwap` sees every change at the moment it is committed. */
export class MemoryTable implements EntryTable {
  readonly #disk: TableDisk
  readonly #life: Life
  readonly #onSwap: (before: Entry, after: Entry) => void

  constructor(disk: TableDisk, life: Life, onSwap: (before: Entry, after: Entry) => void = () => undefined) {
    this.#disk = disk
    this.#life = life
    this.#onSwap = onSwap
  }

  async open(): Promise<{ lost: boolean }> {
    await this.#step()
    return { lost: false }
  }

  async read(): Promise<TableContents> {
    await this.#step()
    const unreadable = this.#disk.unreadable.map(
      ({ seq, id, accountId, createdAt }): UnreadableEntry => ({ seq, id, accountId, createdAt }),
    )
    return { entries: this.#disk.all(), unreadable, paused: this.#disk.paused }
  }

  async readOne(id: string): Promise<Entry | null> {
    await this.#step()
    return this.#disk.get(id)
  }

  async add(entry: Entry): Promise<boolean> {
    await this.#step()
    const taken = [...this.#disk.all(), ...this.#disk.unreadable].some(
      one => one.id === entry.id || one.seq === entry.seq,
    )
    if (!taken) this.#disk.rows.set(entry.id, JSON.stringify(entry))
    await this.#step()
    return !taken
  }

  async addAll(entries: readonly Entry[]): Promise<readonly Entry[]> {
    await this.#step()
    const { unreadable } = this.#disk
    const there = new Map(this.#disk.all().map(one => [one.id, one]))
    const seqs = new Set([...there.values(), ...unreadable].map(one => one.seq))
    if (unreadable.some(row => entries.some(entry => entry.id === row.id))) throw new Error('unreadable-entry')
    const fresh = entries.filter(entry => !there.has(entry.id))
    if (fresh.some(entry => seqs.has(entry.seq))) throw new DOMException('', 'ConstraintError')
    for (const entry of fresh) this.#disk.rows.set(entry.id, JSON.stringify(entry))
    this.#disk.commits += 1
    await this.#step()
    return entries.map(entry => there.get(entry.id) ?? entry)
  }

  async swap(before: Pick<Entry, 'id' | 'version'>, after: Entry): Promise<boolean> {
    await this.#step()
    const stored = this.#disk.get(before.id)
    if (stored?.version !== before.version) return false
    this.#onSwap(stored, after)
    this.#disk.rows.set(after.id, JSON.stringify({ ...after, seq: stored.seq }))
    await this.#step()
    return true
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#step()
    for (const id of ids) this.#disk.rows.delete(id)
    await this.#step()
  }

  async readRows(ids: readonly string[]): Promise<readonly StoredRow[]> {
    await this.#step()
    const rows = [...this.#disk.all().map(sealedRow), ...this.#disk.unreadable]
    return rows.filter(row => ids.includes(row.id))
  }

  async savePaused(accountIds: readonly string[]): Promise<void> {
    await this.#step()
    this.#disk.paused = accountIds
  }

  async touch(): Promise<void> {
    await this.#step()
  }

  close(): void {}

  async #step(): Promise<void> {
    await this.#disk.answer()
    await this.#life.step()
    if (this.#disk.broken) throw new DOMException('Connection is closing.', 'UnknownError')
  }
}
