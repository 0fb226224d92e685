import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron'
import { z } from 'zod'
import { codeOf, failureOf } from '../base/error-codes.ts'
import { logEvent } from '../base/log.ts'
import { type FileCalls, readIfThere, removeFile, replaceFile } from '../base/write-file.ts'
import { failed, ok, type Reply } from '../contract/failures.ts'
import type { Words } from './words.ts'

interface SaveParts {
  readonly askWhere: AskWhere
  readonly exports: Pick<Exports, 'write'>
}

/**
 * Writes a text or bytes where the person says, whole or not at all. `make` runs once there is a place for it.
 * Failures: `storage` with the system's code, e.g. EACCES or ENOSPC; `no-answer` when what makes the data takes too long.
 */
export async function saveFile(
  name: string,
  make: () => string | Uint8Array | Promise<Uint8Array>,
  { askWhere, exports }: SaveParts,
): Promise<Reply<{ saved: boolean }>> {
  const path = await askWhere(name)
  if (path === null) return ok({ saved: false })
  try {
    await exports.write(path, await make())
    return ok({ saved: true })
  } catch (error) {
    return failed(failureOf(error))
  }
}

/** Gives the path that a person chose, or null when they think better of it. */
export type AskWhere = (name: string) => Promise<string | null>

interface AskParts {
  /** The system's save dialog. */
  readonly show: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>
  /** Whether the file of this name may be replaced. */
  readonly mayReplace: (name: string) => Promise<boolean>
  readonly say: () => Words
}

/**
 * Asks with the system's dialog. Systems differ in what they do with a name without an ending: it gets the one of `name`,
 * and when that makes it the name of a file that is there, the person is asked, for the system asked about another.
 */
export const askWhere =
  ({ show, mayReplace, say }: AskParts): AskWhere =>
  async name => {
    const ending = extname(name).toLowerCase()
    const filters = ending === '' ? [] : [{ name: kindOf(ending, say()), extensions: [ending.slice(1)] }]
    let defaultPath = name
    for (;;) {
      const chosen = await show({
        defaultPath,
        filters,
        // Without this, GTK replaces a file without a question.
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      })
      if (chosen.canceled || chosen.filePath === '') return null
      const path = chosen.filePath.toLowerCase().endsWith(ending) ? chosen.filePath : `${chosen.filePath}${ending}`
      if (path === chosen.filePath || !existsSync(path) || (await mayReplace(basename(path)))) return path
      defaultPath = path
    }
  }

function kindOf(ending: string, words: Words): string {
  switch (ending) {
    case '.csv':
      return words.csvFile
    case '.xlsx':
      return words.xlsxFile
    case '.pdf':
      return words.pdfFile
    default:
      return words.otherFile
  }
}

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
