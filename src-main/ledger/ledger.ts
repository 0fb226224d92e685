import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { Disk, DiskFile } from './disk.ts'
import { type Fact, factOf, type LedgerLine, readFact } from './lines.ts'

/** Returns the lines of the new file, without line feeds. `damagedLines` counts lines that are in no fact. */
type Rewriting = (facts: readonly Fact[], damagedLines: number) => readonly string[]

interface Contents {
  readonly facts: Fact[]
  readonly damagedLines: number
  /** The last line has no end. */
  readonly isTorn: boolean
}

/**
 * An append-only file of checksummed lines. `append` resolves once they are on disk (fsync). It is the second copy beside
 * IndexedDB, and no request is sent before its intent is in it. Only `rewrite` removes lines, all or nothing.
 */
export class Ledger {
  readonly #disk: Disk
  readonly #path: string
  readonly #reserve: Reserve
  #contents: Contents
  #bytes: number
  #file: DiskFile | null = null
  #tail: Promise<void> = Promise.resolve()
  #wasRefused = false
  /** Where lines begin that were refused and that the disk did not let us cut off yet. */
  #refusedFrom: number | null = null

  private constructor(disk: Disk, path: string, bytes: Buffer) {
    this.#disk = disk
    this.#path = path
    this.#reserve = new Reserve(disk, path)
    this.#bytes = bytes.length
    this.#contents = readContents(bytes)
  }

  /** Reads what is there, tolerating a torn last line, and opens the file for appending. Throws when the disk says no. */
  static async open(disk: Disk, path: string): Promise<Ledger> {
    await disk.makeFolder(dirname(path))
    await disk.remove(temporary(path))
    const ledger = new Ledger(disk, path, (await disk.read(path)) ?? Buffer.alloc(0))
    await ledger.#opened()
    // Without the reserve a full disk is still reported, but a line that must be written may find no room.
    await ledger.#reserve.keep().catch(() => undefined)
    return ledger
  }

  get facts(): readonly Fact[] {
    return this.#contents.facts
  }

  get lines(): readonly LedgerLine[] {
    return this.facts.flatMap(({ line }) => line ?? [])
  }

  /** Lines in the file that nobody can read. A torn last line is one of them. */
  get damagedLines(): number {
    return this.#contents.damagedLines
  }

  /** Size of the file. */
  get bytes(): number {
    return this.#bytes
  }

  /** Resolves when the lines are on disk, with one fsync; rejects when they may not be. The order of the calls is kept. */
  append(...lines: readonly LedgerLine[]): Promise<void> {
    return this.#inTurn(() => this.#write(lines))
  }

  /** As `append`, for lines that must be written though the disk is full: the reserve is given up for them. */
  appendAtAnyCost(...lines: readonly LedgerLine[]): Promise<void> {
    return this.#inTurn(() =>
      this.#write(lines).catch(async () => {
        await this.#reserve.giveUp()
        await this.#write(lines)
      }),
    )
  }

  /** Rejects while the disk is as full as at the last refused append; resolves when there is room again. */
  prove(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#wasRefused) return
      await this.#cutBack(await this.#opened())
      await this.#reserve.take()
      this.#wasRefused = false
    })
  }

  /**
   * Replaces the file by what `keep` leaves of it. Appends wait meanwhile; a crash at any point leaves the old ledger or
   * the new one. A file with damaged lines is kept beside first, whole. Does nothing when everything stays.
   */
  rewrite(keep: Rewriting): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#refusedFrom !== null) await this.#cutBack(await this.#opened())
      const { facts, damagedLines, isTorn } = this.#contents
      const texts = keep(facts, damagedLines)
      if (damagedLines === 0 && texts.length === facts.length && texts.every((text, i) => text === facts[i]?.text))
        return
      // Only a torn last line: it was never acknowledged, so nothing is lost with it.
      if (damagedLines > (isTorn ? 1 : 0)) await this.#keepDamagedCopy()
      const bytes = Buffer.from(texts.map(text => `${text}\n`).join(''))
      await this.#replace(this.#path, bytes)
      this.#contents = readContents(bytes)
      this.#bytes = bytes.length
      await this.#opened()
    })
  }

  async close(): Promise<void> {
    await this.#tail
    await this.#closeFile()
  }

  async #write(lines: readonly LedgerLine[]): Promise<void> {
    const facts = lines.map(factOf)
    const file = await this.#opened()
    await this.#cutBack(file)
    const size = await file.size()
    // A torn line has no end; without this the next fact would be glued to it and lost as well.
    const text = (this.#contents.isTorn ? '\n' : '') + facts.map(fact => `${fact.text}\n`).join('')
    try {
      await file.write(text)
      await file.sync()
    } catch (error) {
      this.#wasRefused = true
      this.#refusedFrom = size
      await this.#cutBack(file).catch(() => undefined)
      throw error
    }
    this.#bytes = size + Buffer.byteLength(text)
    this.#contents.facts.push(...facts)
    this.#contents = { ...this.#contents, isTorn: false }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(work)
    this.#tail = done.catch(() => undefined)
    return done
  }

  /** The open file. Its name must be on disk before anything is acknowledged: after a power cut an unnamed file is lost. */
  async #opened(): Promise<DiskFile> {
    if (this.#file !== null) return this.#file
    const file = await this.#disk.open(this.#path)
    try {
      // What a killed process wrote is readable, yet perhaps not on disk.
      await file.sync()
      await this.#disk.syncFolder(dirname(this.#path))
    } catch (error) {
      await file.close().catch(() => undefined)
      throw error
    }
    this.#file = file
    return file
  }

  async #closeFile(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close()
  }

  /**
   * Cuts off lines that were refused, which would count as saved at the next start. Rejects while the disk refuses that,
   * so that no line is written behind them.
   */
  async #cutBack(file: DiskFile): Promise<void> {
    if (this.#refusedFrom === null) return
    await this.#disk.shorten(this.#path, this.#refusedFrom)
    await file.sync()
    this.#refusedFrom = null
  }

  async #keepDamagedCopy(): Promise<void> {
    const bytes = await this.#disk.read(this.#path)
    if (bytes === null) return
    const folder = dirname(this.#path)
    const names = new Set(await this.#disk.names(folder))
    const pathOf = (n: number) => `${this.#path}.damaged-${n}`
    let n = 1
    while (names.has(pathOf(n).slice(folder.length + 1))) n += 1
    // A compaction that was killed after this step finds its own copy.
    if (n > 1 && (await this.#disk.read(pathOf(n - 1)))?.equals(bytes)) return
    await this.#replace(pathOf(n), bytes)
    await this.#disk.syncFolder(folder)
  }

  /** Whole or not at all under `path`, once the folder is synced. */
  async #replace(path: string, bytes: Buffer): Promise<void> {
    const beside = temporary(this.#path)
    await this.#disk.remove(beside)
    try {
      const file = await this.#disk.open(beside)
      try {
        await file.write(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      // Windows replaces no file that is open.
      if (path === this.#path) await this.#closeFile()
      await this.#disk.rename(beside, path)
    } catch (error) {
      // On a full disk it would be in the way of the next line.
      await this.#disk.remove(beside).catch(() => undefined)
      throw error
    }
  }
}

const temporary = (path: string): string => `${path}.compacting`

function readContents(bytes: Buffer): Contents {
  const text = bytes.toString('utf8')
  const texts = text.split('\n').filter(line => line !== '')
  const facts = texts.map(readFact).filter(fact => fact !== null)
  return { facts, damagedLines: texts.length - facts.length, isTorn: text !== '' && !text.endsWith('\n') }
}

/** Room for the ends of all entries of the largest record (bytes); one takes about 150. */
const reserveBytes = 256 * 1024

/**
 * A file that keeps room on the disk, beside a file at `path`. It is removed when the disk is full and a line must be
 * written. Creating it again proves that there is room.
 */
class Reserve {
  readonly #disk: Disk
  readonly #path: string

  constructor(disk: Disk, path: string) {
    this.#disk = disk
    this.#path = `${path}.reserve`
  }

  /** Takes the room unless it is taken in full. Rejects with the system's error. */
  async keep(): Promise<void> {
    const taken = await this.#disk.read(this.#path)
    if ((taken?.length ?? 0) < reserveBytes) await this.take()
  }

  /** Takes the room anew, beside what was taken before: done only when the disk has that much left. Rejects as `keep` does. */
  async take(): Promise<void> {
    const beside = `${this.#path}.new`
    await this.#disk.remove(beside)
    try {
      const file = await this.#disk.open(beside)
      try {
        // Random bytes: a file system that compresses would keep no room for zeros.
        await file.write(randomBytes(reserveBytes))
        await file.sync()
      } finally {
        await file.close()
      }
      await this.#disk.rename(beside, this.#path)
    } catch (error) {
      await this.#disk.remove(beside).catch(() => undefined)
      throw error
    }
  }

  async giveUp(): Promise<void> {
    await this.#disk.remove(this.#path)
  }
}
