import { randomBytes } from 'node:crypto'
import type { Disk } from './disk.ts'

/** Room for the ends of all entries of the largest record (bytes); one takes about 150. */
const reserveBytes = 256 * 1024

/**
 * Room on the disk that is ours already, beside a file at `path`. It is given up for a line that must be written when
 * the disk is full, and taken again as the proof that there is room.
 */
export class Reserve {
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
        // Of chance, because a file system that compresses would keep no room for zeros.
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
