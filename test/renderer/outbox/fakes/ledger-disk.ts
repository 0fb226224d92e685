import { join } from 'node:path'
import type { LedgerEntry } from '../../../../src-main/contract/calls.ts'
import type { Disk } from '../../../../src-main/ledger/disk.ts'
import { Ledger } from '../../../../src-main/ledger/ledger.ts'
import { readFact } from '../../../../src-main/ledger/lines.ts'
import { OutboxLedger } from '../../../../src-main/ledger/outbox-ledger.ts'
import { type LedgerContents, readEntries } from '../../../../src-main/ledger/read-entries.ts'
import { Seals } from '../../../../src-main/ledger/seals.ts'
import { type Pick, SimulatedDisk } from '../../../fakes/simulated-disk.ts'
import { Life } from './life.ts'

/** Main's data folder. */
export const dataFolder = '/user'
export const ledgerKey = new Uint8Array(32).fill(7)

const path = join(dataFolder, 'ledger', 'outbox.ledger')
const reserve = `${path}.reserve`
const refusedWhenBroken = new Set(['makeFolder', 'open', 'write', 'sync', 'shorten', 'rename', 'remove', 'syncFolder'])

/** The simulated disk that main's real ledger lies on. It outlives every process. */
export class LedgerDisk {
  /** `full`: a write finds no room until the ledger gives up its reserve. `broken`: nothing can be changed. */
  trouble: 'none' | 'full' | 'broken' = 'none'
  /** Syncs of the ledger's file. */
  syncs = 0
  /** Entries whose refused line a broken disk may have kept in part. */
  readonly notTakenBack = new Set<string>()
  readonly #disk: SimulatedDisk
  readonly #waiting: (() => void)[] = []
  #hangs = false

  /** `forgets` makes a sync a lie, which the outbox's oracles have to notice. */
  constructor(forgets: 'sync' | null = null) {
    // No operation takes real time: a test that has settled knows that the disk is idle.
    this.#disk = new SimulatedDisk({ forgets, tick: () => Promise.resolve() })
    this.#disk.refuses = (operation, at) => {
      if (operation === 'sync' && at === path) this.syncs += 1
      return this.#refusal(operation, at)
    }
  }

  /** Answers nothing while it hangs. What was asked meanwhile happens afterwards. */
  set hangs(hangs: boolean) {
    this.#hangs = hangs
    if (!hangs) for (const goOn of this.#waiting.splice(0)) goOn()
  }

  /** The disk as one process sees it, which can die before and after each operation. */
  boot(life: Life): Disk {
    const alive = async <T>(operation: () => Promise<T>): Promise<T> => {
      await life.step()
      if (this.#hangs) await new Promise<void>(resolve => this.#waiting.push(resolve))
      return operation()
    }
    const disk = this.#disk.boot()
    return {
      makeFolder: folder => alive(() => disk.makeFolder(folder)),
      names: folder => alive(() => disk.names(folder)),
      read: at => alive(() => disk.read(at)),
      shorten: (at, size) => alive(() => disk.shorten(at, size)),
      rename: (from, to) => alive(() => disk.rename(from, to)),
      remove: at => alive(() => disk.remove(at)),
      syncFolder: folder => alive(() => disk.syncFolder(folder)),
      open: async at => {
        const file = await alive(() => disk.open(at))
        return {
          size: () => alive(() => file.size()),
          write: data => alive(() => file.write(data)),
          sync: () => alive(() => file.sync()),
          close: () => alive(() => file.close()),
        }
      },
    }
  }

  /** Main is gone; what it wrote stays. */
  kill(): void {
    this.#disk.kill()
  }

  /** The power is gone, and what was not synced may be lost, cut short or in another order. */
  cut(pick: Pick): void {
    this.#disk.cut(pick)
  }

  /** What a start would find, read without a process. */
  read(): LedgerContents {
    const texts = (this.#disk.bytesOf(path)?.toString() ?? '').split('\n').filter(text => text !== '')
    const facts = texts.flatMap(text => readFact(text) ?? [])
    return readEntries({ facts, damagedLines: texts.length - facts.length }, new Seals(ledgerKey))
  }

  entries(): readonly LedgerEntry[] {
    return this.read().entries
  }

  /** Null when there is no entry, or only the line that compaction leaves of one that is over. */
  get(id: string): LedgerEntry | null {
    return this.entries().find(({ entry }) => entry.id === id) ?? null
  }

  /** Changes the ledger while the app does not run. */
  async change(by: (ledger: OutboxLedger) => Promise<unknown>): Promise<void> {
    const file = await Ledger.open(this.boot(new Life()), path)
    await by(new OutboxLedger(file, ledgerKey))
    await file.close()
  }

  /** Adds a line that nobody can read. */
  damage(): void {
    this.#disk.put(path, Buffer.concat([this.#disk.bytesOf(path) ?? Buffer.alloc(0), Buffer.from('no line\n')]))
  }

  lose(): void {
    this.#disk.lose(path)
  }

  #refusal(operation: string, at: string): Error | null {
    if (this.trouble === 'broken' && refusedWhenBroken.has(operation)) return refused('EIO')
    const isFull = this.trouble === 'full' && (at === `${reserve}.new` || this.#disk.bytesOf(reserve) !== null)
    return isFull && operation === 'write' ? refused('ENOSPC') : null
  }
}

const refused = (code: string): Error => Object.assign(new Error(code), { code })
