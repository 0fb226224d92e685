import type { Entry } from '../../src-main/contract/entries.ts'
import { type Failure, failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import { type Clock, within } from '../model/clock.ts'
import type { EntryTable, UnreadableEntry } from '../storage/entry-table.ts'
import { type EntryEvent, transition } from './machine.ts'
import { isDone } from './policy.ts'
import { isTakenBack, type Ledger, reconcile, takenBackIn } from './reconcile.ts'
import type { Moment, Timings } from './timings.ts'
import type { OutboxMain, OutboxSnapshot } from './types.ts'

interface StoreParts {
  readonly table: EntryTable
  readonly main: Pick<OutboxMain, 'ledger' | 'app'>
  readonly clock: Clock
  readonly timings: Timings
}

/** The code of a storage that did not answer in time. */
const neverAnswered = 'TimeoutError'

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))

/**
 * The entries in memory, the same as on disk: memory changes only after the table has committed. A failure of either
 * storage becomes `storageFailure`, and while that is set nothing may be sent.
 */
export class EntryStore {
  readonly #parts: StoreParts
  readonly #entries = new Map<string, Entry>()
  readonly #listeners = new Set<() => void>()
  #unreadable: readonly UnreadableEntry[] = []
  #paused: readonly string[] = []
  #storageFailure: Failure | null = null
  #loaded = false
  #restored = 0
  #lastSeq = 0
  #snapshot: OutboxSnapshot | null = null
  #loading: Promise<boolean> | null = null
  /** Ids whose form has shown "not saved" in this run. */
  readonly #unsaved = new Set<string>()

  constructor(parts: StoreParts) {
    this.#parts = parts
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  isUnreadable(id: string): boolean {
    return this.#unreadable.some(row => row.id === id)
  }

  get storageFailure(): Failure | null {
    return this.#storageFailure
  }

  /** The order key of a new entry. It exists before the ledger line, so that the ledger knows the order, too. */
  nextSeq(): number {
    this.#lastSeq += 1
    return this.#lastSeq
  }

  subscribe(onChange: () => void): () => void {
    this.#listeners.add(onChange)
    return () => this.#listeners.delete(onChange)
  }

  snapshot(): OutboxSnapshot {
    this.#snapshot ??= {
      loaded: this.#loaded,
      entries: [...this.#entries.values()].sort((a, b) => a.seq - b.seq),
      paused: this.#paused,
      storageFailure: this.#storageFailure,
      restored: this.#restored,
      unreadable: this.#unreadable.length,
    }
    return this.#snapshot
  }

  /**
   * Opens the table and reconciles it with the ledger. False when a storage failed. Leaves entries alone that are
   * `isBusy` with a running step. A second call joins the first.
   */
  load(isBusy: (id: string) => boolean): Promise<boolean> {
    this.#loading ??= this.#load(isBusy).finally(() => {
      this.#loading = null
    })
    return this.#loading
  }

  async #load(isBusy: (id: string) => boolean): Promise<boolean> {
    const { table, main, clock } = this.#parts
    try {
      const { lost } = await this.#guard(table.open())
      if (lost) void main.app.log({ level: 'warn', event: 'outbox.table-lost', detail: '' }).catch(() => undefined)
      await this.#guard(table.touch(clock.now()))
      const { entries, unreadable, paused } = await this.#guard(table.read())
      this.#unreadable = unreadable
      this.#paused = paused
      for (const one of [...entries, ...unreadable]) this.#lastSeq = Math.max(this.#lastSeq, one.seq)
      const ledger = await this.#readLedger()
      const saved = await this.#withoutUnsaved(entries, ledger)
      for (const entry of saved) this.#remember(entry)
      await this.#putBack(saved, isBusy)
      if (ledger === null) return this.#changed(false)
      const unsaved = ledger.entries.filter(({ entry }) => this.#unsaved.has(entry.id))
      await this.#takeBack(unsaved.map(({ entry }) => entry).filter(entry => !isTakenBack(entry)))
      const rows = [...this.#entries.values()].filter(one => !isBusy(one.id))
      const isOurs = (id: string) => !isBusy(id) && !this.#unsaved.has(id)
      await this.#settle(rows, { ...ledger, entries: ledger.entries.filter(({ entry }) => isOurs(entry.id)) })
      await this.#clearOut()
      this.#storageFailure = null
      this.#loaded = true
      return this.#changed(true)
    } catch (error) {
      this.storageFailed(error)
      return false
    }
  }

  /**
   * Removes rows whose form has shown "not saved". A storage that did not answer in time may have written them after
   * all, and such a row would get in the way when the same form is submitted again.
   */
  async #withoutUnsaved(stored: readonly Entry[], ledger: Ledger | null): Promise<readonly Entry[]> {
    const unsaved = new Set([...this.#unsaved, ...(ledger === null ? [] : takenBackIn(ledger))])
    const isSaved = (entry: Entry) => !unsaved.has(entry.id) && !isTakenBack(entry)
    const gone = stored.filter(entry => !isSaved(entry))
    if (gone.length > 0) await this.#guard(this.#parts.table.remove(gone.map(({ id }) => id)))
    for (const { id } of gone) this.#entries.delete(id)
    return stored.filter(isSaved)
  }

  /** Writes again what this run committed and the disk has lost, because it was emptied or set back in the meantime. */
  async #putBack(stored: readonly Entry[], isBusy: (id: string) => boolean): Promise<void> {
    const { table } = this.#parts
    const onDisk = new Map(stored.map(one => [one.id, one]))
    for (const known of [...this.#entries.values()].filter(one => !isBusy(one.id))) {
      const before = onDisk.get(known.id)
      if (before === undefined && (await this.#guard(table.add(known)))) this.#restored += 1
      if (before !== undefined && before.version < known.version) await this.#guard(table.swap(before, known))
    }
  }

  /** Removes entries that have been over for a quarter of a year. Open entries stay. */
  async #clearOut(): Promise<void> {
    const { table, clock, timings } = this.#parts
    const before = clock.now() - timings.keepOverMs
    const old = [...this.#entries.values()].filter(one => isDone(one) && (one.settledAt ?? Infinity) < before)
    if (old.length === 0) return
    await this.#guard(table.remove(old.map(one => one.id)))
    for (const { id } of old) this.#entries.delete(id)
  }

  async #readLedger(): Promise<Ledger | null> {
    const reply = await this.#ofLedger(this.#parts.main.ledger.read(undefined))
    if (reply.ok) return reply.value
    this.#storageFailure ??= failure('storage', { code: reply.failure.code ?? 'ledger-unreadable' })
    return null
  }

  async #settle(rows: readonly Entry[], ledger: Ledger): Promise<void> {
    const { table } = this.#parts
    const done = reconcile(rows, new Set(this.#unreadable.map(row => row.id)), ledger, this.moment())
    const record = new Set(done.record)
    for (const { before, after } of done.swap) {
      if (await this.#guard(table.swap(before, after))) this.#remember(after)
      else record.delete(after)
    }
    for (const { entry } of ledger.entries) this.#lastSeq = Math.max(this.#lastSeq, entry.seq)
    const taken = new Set([...this.#entries.values(), ...this.#unreadable].map(one => one.seq))
    for (const entry of done.add) {
      const seq = entry.seq > 0 && !taken.has(entry.seq) ? entry.seq : this.nextSeq()
      taken.add(seq)
      if (!(await this.#guard(table.add({ ...entry, seq })))) continue
      this.#remember({ ...entry, seq })
      this.#restored += 1
    }
    for (const { id } of record) {
      const entry = this.#entries.get(id)
      if (entry !== undefined) await this.#recordAll([entry])
    }
  }

  /**
   * Saves new entries: all in the ledger first, then all in the table. A failure means that none is saved or will be
   * sent. The entries come back in their order.
   */
  async createAll(entries: readonly Entry[]): Promise<Reply<readonly Entry[]>> {
    const written = await this.#tryRecord(entries)
    if (!written.ok) {
      // The ledger may still write it: then the taking back follows it.
      if (written.failure.code === neverAnswered) void this.#callUnsaved(entries)
      // Input that main refuses is not a failure of the disk and stops nothing else.
      return written.failure.kind === 'bad-input' ? written : this.#refuse(written.failure)
    }
    try {
      const saved = await this.#guard(this.#parts.table.addAll(entries))
      for (const entry of saved) {
        this.#unsaved.delete(entry.id)
        this.#remember(entry)
      }
      this.#changed(true)
      return ok(saved)
    } catch (error) {
      await this.#callUnsaved(entries)
      this.storageFailed(error)
      return failed(this.#storageFailure ?? failure('storage'))
    }
  }

  /**
   * Their form shows "not saved". Without these lines the next start would find the entries in the ledger and send
   * them. Lines that the ledger does not take now are written at the next load.
   */
  async #callUnsaved(entries: readonly Entry[]): Promise<void> {
    for (const { id } of entries) this.#unsaved.add(id)
    await this.#takeBack(entries).catch(() => undefined)
  }

  /** Rejects when the ledger does not take it. */
  async #takeBack(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return
    await this.#recordAll(entries.map(entry => ({ ...entry, state: 'DROPPED', version: entry.version + 1 })))
  }

  /**
   * Applies one event to one entry; on disk when it resolves. With `expected` only if the entry has not changed since.
   * Failures: `not-found`, `conflict` (the state does not allow it, or the entry has changed), `storage`.
   */
  async change(id: string, event: EntryEvent, expected?: Entry): Promise<Reply<Entry>> {
    const before = this.#entries.get(id)
    if (before === undefined) return failed(failure('not-found'))
    if (expected !== undefined && expected.version !== before.version)
      return failed(failure('conflict', { code: 'changed-meanwhile' }))
    const result = transition(before, event, this.moment())
    if (!result.ok) return failed(failure('conflict', { code: result.refusal }))
    const after = result.entry
    try {
      if (!(await this.#guard(this.#parts.table.swap(before, after)))) return await this.#reread(id)
    } catch (error) {
      this.storageFailed(error)
      return failed(this.#storageFailure ?? failure('storage'))
    }
    this.#remember(after)
    this.#changed(true)
    // Main writes the intent itself, and read-backs that saw nothing are not worth a line.
    const isNews = event.type !== 'send-started' && !(before.state === 'UNKNOWN' && after.state === 'UNKNOWN')
    if (!isNews) return ok(after)
    const written = await this.#tryRecord([after])
    return written.ok ? ok(after) : this.#refuse(written.failure)
  }

  async #reread(id: string): Promise<Reply<never>> {
    const stored = await this.#guard(this.#parts.table.readOne(id))
    const known = this.#entries.get(id)
    // Older than what was committed, or gone: the disk has lost something. The next load repairs it.
    if (known !== undefined && (stored?.version ?? 0) < known.version) throw new DOMException('', 'DataLossError')
    if (stored !== null) this.#remember(stored)
    this.#changed(true)
    return failed(failure('conflict', { code: 'changed-meanwhile' }))
  }

  /** The unreadable rows as stored, for a person who has the key or a later version. */
  async exportUnreadable(): Promise<Reply<string>> {
    try {
      const rows = await this.#guard(this.#parts.table.readRows(this.#unreadable.map(row => row.id)))
      const plain = rows.map(row => ({ ...row, sealed: base64(row.sealed) }))
      return ok(JSON.stringify(plain, null, 2))
    } catch (error) {
      this.storageFailed(error)
      return failed(this.#storageFailure ?? failure('storage'))
    }
  }

  async pause(accountId: string, paused: boolean): Promise<void> {
    const others = this.#paused.filter(one => one !== accountId)
    // Takes effect at once. A pause that can't be saved still holds for this run.
    this.#paused = paused ? [...others, accountId] : others
    this.#changed(true)
    try {
      await this.#guard(this.#parts.table.savePaused(this.#paused))
    } catch (error) {
      this.storageFailed(error)
    }
  }

  /** The gate that the queue itself closes. */
  closedGate(accountId: string): 'storage' | 'paused' | null {
    if (this.#storageFailure !== null) return 'storage'
    return this.#paused.includes(accountId) ? 'paused' : null
  }

  storageFailed(cause: unknown): void {
    // Keep the first cause: the failures after it are misleading.
    this.#storageFailure ??= failure('storage', { code: cause instanceof Error ? cause.name.slice(0, 200) : null })
    this.#changed(false)
  }

  moment(): Moment {
    const { clock, timings } = this.#parts
    return { now: clock.now(), random: clock.random(), timings }
  }

  close(): void {
    this.#listeners.clear()
    this.#parts.table.close()
  }

  async #recordAll(entries: readonly Entry[]): Promise<void> {
    const written = await this.#tryRecord(entries)
    if (!written.ok) throw new Error('ledger')
  }

  #tryRecord(entries: readonly Entry[]): Promise<Reply<undefined>> {
    return this.#ofLedger(this.#parts.main.ledger.record({ entries: [...entries] }))
  }

  /**
   * The ledger's answer, or a failure when there is none in time, because a disk that hangs must not block a form for
   * ever.
   */
  #ofLedger<T>(answer: Promise<Reply<T>>): Promise<Reply<T>> {
    const { clock, timings } = this.#parts
    const late = () => failed(failure('storage', { code: neverAnswered }))
    return within(clock, timings.ledgerWatchdogMs, answer, late).catch(() => failed(failure('bug')))
  }

  #refuse(why: Failure): Reply<never> {
    this.#storageFailure ??= failure('storage', { code: why.code ?? 'ledger' })
    this.#changed(false)
    return failed(this.#storageFailure)
  }

  #guard<T>(promise: Promise<T>): Promise<T> {
    const { clock, timings } = this.#parts
    return within(clock, timings.storageWatchdogMs, promise, () => {
      throw new DOMException('The storage does not answer.', 'TimeoutError')
    })
  }

  #remember(entry: Entry): void {
    const known = this.#entries.get(entry.id)
    if (known === undefined || entry.version >= known.version) this.#entries.set(entry.id, entry)
  }

  #changed(result: boolean): boolean {
    this.#snapshot = null
    for (const listener of [...this.#listeners]) listener()
    return result
  }
}
