import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { codeOf } from '../base/disk-code.ts'
import { logEvent } from '../base/log.ts'
import { type FileCalls, readIfThere, removeFile, replaceFile } from '../base/write-file.ts'

const unfinishedPattern = /^\.counterside-[0-9a-f]{12}\.tmp$/
const noteSchema = z.array(z.string())

/**
 * Writes files to where the person says. While one is written it has a name of its own beside the place it is for; a note
 * in our folder names it, so that a killed app leaves no customers' rows lying about: the next start removes them.
 */
export class Exports {
  readonly #notePath: string
  readonly #calls: FileCalls | undefined
  #unfinished: readonly string[] = []

  constructor(notePath: string, calls?: FileCalls) {
    this.#notePath = notePath
    this.#calls = calls
  }

  /** Whole or not at all; rejects with the disk's error, and then nothing is left beside the file. */
  async write(path: string, data: string | Uint8Array): Promise<void> {
    const beside = join(dirname(path), `.counterside-${randomBytes(6).toString('hex')}.tmp`)
    await this.#note([...this.#unfinished, beside])
    try {
      await replaceFile(path, data, {
        beside,
        makesFolder: false,
        ...(this.#calls ? { calls: this.#calls } : {}),
      })
    } finally {
      // One that can't be removed now is tried again at the next start.
      if (!existsSync(beside)) await this.#note(this.#unfinished.filter(one => one !== beside))
    }
  }

  /** Removes what a killed run left. To be called before the first write. */
  async sweep(): Promise<void> {
    const left = await this.#readNote()
    if (left.length === 0) return
    // Only a file with a name that we give: a changed note must not make us remove another file.
    for (const path of left) if (unfinishedPattern.test(basename(path))) await removeFile(path).catch(noteTrouble)
    await this.#note(left.filter(path => existsSync(path)))
  }

  async #readNote(): Promise<readonly string[]> {
    try {
      const text = await readIfThere(this.#notePath)
      return text === null ? [] : noteSchema.parse(JSON.parse(text))
    } catch {
      return []
    }
  }

  /** A full disk of ours is no reason not to save a file to another one: then the file goes without a note. */
  async #note(unfinished: readonly string[]): Promise<void> {
    this.#unfinished = unfinished
    const written =
      unfinished.length === 0 ? removeFile(this.#notePath) : replaceFile(this.#notePath, JSON.stringify(unfinished))
    await written.catch(noteTrouble)
  }
}

const noteTrouble = (error: unknown): void => logEvent('warn', 'unfinished-file', codeOf(error) ?? '')
