import { existsSync, readFileSync, renameSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { patientlyNow } from '../../base/patience.ts'
import { replaceFile } from '../../base/write-file.ts'
import { freshState, type ShopState, shopStateSchema } from './shop-state.ts'

const writeDelayMs = 200

/** The shop's memory, and the file that it is kept in when there is one. */
export class StateFile {
  readonly state: ShopState
  /** The last failure to write, for the panel. A demo goes on without its file. */
  writeError: string | undefined
  readonly #path: string | undefined
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(path: string | undefined, shape: ShopState['shape'], nowMs: number) {
    this.#path = path
    this.state = (path === undefined ? undefined : readState(path, shape)) ?? freshState(shape, nowMs)
  }

  /** Says that the state has changed: it is on disk a moment later. */
  touch(): void {
    if (this.#path === undefined || this.#timer !== undefined) return
    this.#timer = setTimeout(() => this.#write(), writeDelayMs)
    this.#timer.unref()
  }

  /** Waits until every change is on disk. */
  async flush(): Promise<void> {
    if (this.#path !== undefined) this.#write()
    await this.#writing
  }

  #write(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#save())
  }

  async #save(): Promise<void> {
    if (this.#path === undefined) return
    try {
      await replaceFile(this.#path, JSON.stringify(this.state))
      this.writeError = undefined
    } catch (error) {
      this.writeError = error instanceof Error ? error.message : String(error)
    }
  }
}

function readState(path: string, shape: ShopState['shape']): ShopState | undefined {
  if (!existsSync(path)) return undefined
  const parsed = shopStateSchema.safeParse(parseJson(patientlyNow(() => readFileSync(path, 'utf8'))))
  if (!parsed.success) {
    patientlyNow(() => renameSync(path, `${path}.broken`))
    return undefined
  }
  if (isDeepStrictEqual(parsed.data.shape, shape)) return parsed.data
  // Requests point into orders that a shop of another shape does not have.
  patientlyNow(() => renameSync(path, `${path}.previous`))
  return undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
