import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../desktop/write-file.ts'
import { type LedgerLine, readLine, writeLine } from './lines.ts'

/**
 * An append-only file, one checksummed line a fact, on disk (fsync) before `append` resolves.
 * The second medium beside IndexedDB, and the fence before the wire: nothing here is ever rewritten or removed.
 */
export class Ledger {
  readonly #file: FileHandle
  readonly #lines: LedgerLine[]
  readonly damagedLines: number
  #tail: Promise<void> = Promise.resolve()
  #torn = false

  private constructor(file: FileHandle, lines: LedgerLine[], damagedLines: number) {
    this.#file = file
    this.#lines = lines
    this.damagedLines = damagedLines
  }

  /** Reads what is there, tolerating a torn last line, and opens the file for appending. Throws when the disk says no. */
  static async open(path: string): Promise<Ledger> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, 'a', 0o600)
    const text = await readFile(path, 'utf8')
    const texts = text.split('\n').filter(line => line !== '')
    const lines = texts.map(readLine).filter(line => line !== null)
    // A torn line has no end; without this the next fact would be glued to it and lost as well.
    if (text !== '' && !text.endsWith('\n')) await file.appendFile('\n')
    await file.sync()
    await syncFolder(dirname(path))
    return new Ledger(file, lines, texts.length - lines.length)
  }

  get lines(): readonly LedgerLine[] {
    return this.#lines
  }

  /** Resolves when the lines are on disk, with one fsync; rejects when they may not be. The order of the calls is kept. */
  append(...lines: readonly LedgerLine[]): Promise<void> {
    const write = async () => {
      // A write that failed may have left half a line: the next one begins on a line of its own.
      const text = (this.#torn ? '\n' : '') + lines.map(writeLine).join('')
      this.#torn = true
      await this.#file.appendFile(text)
      await this.#file.datasync()
      this.#torn = false
      this.#lines.push(...lines)
    }
    const done = this.#tail.then(write)
    this.#tail = done.catch(() => undefined)
    return done
  }

  async close(): Promise<void> {
    await this.#tail
    await this.#file.close()
  }
}
