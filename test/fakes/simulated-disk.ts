import { dirname } from 'node:path'
import type { Disk, DiskFile } from '../../src-main/ledger/disk.ts'

/** What every call meets once the power is gone, or its process. */
export class PowerCut extends Error {}

/** One of `choices`, from 0. */
export type Pick = (choices: number) => number

/** A repeatable stream of choices. */
export function picksFrom(seed: number): Pick {
  let state = seed | 0
  return choices => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
    return ((state ^ (state >>> 13)) >>> 0) % choices
  }
}

type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'shorten'; readonly size: number }

interface Body {
  synced: Buffer
  pending: Change[]
}

type Names = Map<string, Body>
type Renaming = (names: Names) => void
type Refusal = (operation: keyof Disk | keyof DiskFile, path: string) => Error | null

interface DiskOptions {
  readonly forgets?: 'sync' | 'syncFolder' | null
  /** What every operation waits for. */
  readonly tick?: () => Promise<void>
}

const nextTurn = () => new Promise<void>(resolve => setImmediate(resolve))

/**
 * A disk with a page cache. Bytes and names are on it only after `sync` and `syncFolder`; at a power cut every other
 * write and every other change of a name is kept, lost, cut short or turned into zeros, each for itself.
 * `forgets` makes a sync a lie, which a test of the ledger has to notice.
 */
export class SimulatedDisk {
  /** What an operation fails with; half of a refused write is done. */
  refuses: Refusal = () => null
  readonly #forgets: 'sync' | 'syncFolder' | null
  readonly #tick: () => Promise<void>
  readonly #folders = new Set<string>()
  #names: Names = new Map()
  #syncedNames: Names = new Map()
  #renamings: Renaming[] = []
  #life = 0
  #stepsLeft = Number.POSITIVE_INFINITY
  #pick: Pick = () => 0
  steps = 0

  constructor({ forgets = null, tick = nextTurn }: DiskOptions = {}) {
    this.#forgets = forgets
    this.#tick = tick
  }

  /** The disk as one process sees it: everything it does after a cut or a kill rejects. */
  boot(): Disk {
    const life = this.#life
    const step = <T>(operation: keyof Disk, path: string, work: () => T) => this.#step(life, operation, path, work)
    return {
      makeFolder: path => step('makeFolder', path, () => this.#makeFolder(path)),
      names: folder =>
        step('names', folder, () => {
          this.#needFolder(folder)
          return this.namesIn(folder)
        }),
      read: path => step('read', path, () => this.bytesOf(path)),
      open: path => step('open', path, () => this.#open(life, path)),
      shorten: (path, size) =>
        step('shorten', path, () => this.#bodyOf(path).pending.push({ kind: 'shorten', size })).then(() => undefined),
      rename: (from, to) => step('rename', from, () => this.#rename(from, to)),
      remove: path => step('remove', path, () => this.#change(names => names.delete(path))),
      syncFolder: folder => step('syncFolder', folder, () => this.#syncNames()),
    }
  }

  /** The power goes, or the process, during the step after `steps` more. `pick` says whether that step is still done. */
  endIn(steps: number, pick: Pick): void {
    this.#stepsLeft = steps
    this.#pick = pick
  }

  /** The process is gone; what it wrote is still in the cache. */
  kill(): void {
    this.#life += 1
    this.#stepsLeft = Number.POSITIVE_INFINITY
  }

  /** The power is gone, and with it what `pick` chooses of everything that was not synced. */
  cut(pick: Pick): void {
    this.kill()
    for (const renaming of this.#renamings) if (pick(2) === 1) renaming(this.#syncedNames)
    this.#renamings = []
    for (const body of new Set(this.#syncedNames.values())) {
      body.synced = survivor(body, pick)
      body.pending = []
    }
    this.#names = new Map(this.#syncedNames)
  }

  bytesOf(path: string): Buffer | null {
    const body = this.#names.get(path)
    return body ? seen(body) : null
  }

  namesIn(folder: string): string[] {
    return [...this.#names.keys()].filter(path => dirname(path) === folder).map(path => path.slice(folder.length + 1))
  }

  /** Puts a file there that is synced. */
  put(path: string, bytes: Buffer): void {
    const body = { synced: bytes, pending: [] }
    this.#makeFolder(dirname(path))
    this.#names.set(path, body)
    this.#syncedNames.set(path, body)
  }

  /** Takes a file away, as a person or a repair of the file system would. */
  lose(path: string): void {
    this.#names.delete(path)
    this.#syncedNames.delete(path)
  }

  async #step<T>(life: number, operation: keyof Disk | keyof DiskFile, path: string, work: () => T): Promise<T> {
    await this.#tick()
    if (life !== this.#life || this.#stepsLeft < 0) throw new PowerCut()
    this.steps += 1
    this.#stepsLeft -= 1
    if (this.#stepsLeft < 0) {
      if (this.#pick(2) === 1) work()
      throw new PowerCut()
    }
    const refusal = this.refuses(operation, path)
    if (refusal) throw refusal
    return work()
  }

  #open(life: number, path: string): DiskFile {
    this.#needFolder(dirname(path))
    const body = this.#names.get(path) ?? { synced: Buffer.alloc(0), pending: [] }
    if (!this.#names.has(path)) this.#change(names => names.set(path, body))
    const step = <T>(operation: keyof DiskFile, work: () => T) => this.#step(life, operation, path, work)
    const write = (bytes: Buffer) => {
      body.pending.push({ kind: 'write', at: seen(body).length, bytes })
    }
    return {
      size: () => step('size', () => seen(body).length),
      write: async text => {
        const bytes = Buffer.from(text)
        try {
          await step('write', () => write(bytes))
        } catch (error) {
          // A full disk takes the half that fits.
          if (!(error instanceof PowerCut)) write(bytes.subarray(0, bytes.length / 2))
          throw error
        }
      },
      sync: () =>
        step('sync', () => {
          if (this.#forgets === 'sync') return
          body.synced = seen(body)
          body.pending = []
        }),
      close: () => step('close', () => undefined),
    }
  }

  #makeFolder(path: string): void {
    for (let one = path; !this.#folders.has(one); one = dirname(one)) this.#folders.add(one)
  }

  #needFolder(path: string): void {
    if (!this.#folders.has(path)) throw missing(path)
  }

  #bodyOf(path: string): Body {
    const body = this.#names.get(path)
    if (!body) throw missing(path)
    return body
  }

  #rename(from: string, to: string): void {
    const body = this.#bodyOf(from)
    this.#change(names => {
      names.delete(from)
      names.set(to, body)
    })
  }

  #change(renaming: Renaming): void {
    renaming(this.#names)
    this.#renamings.push(renaming)
  }

  #syncNames(): void {
    if (this.#forgets === 'syncFolder') return
    this.#syncedNames = new Map(this.#names)
    this.#renamings = []
  }
}

const missing = (path: string): Error => Object.assign(new Error(`ENOENT ${path}`), { code: 'ENOENT' })

const seen = ({ synced, pending }: Body): Buffer => pending.reduce(done, synced)

function done(bytes: Buffer, change: Change): Buffer {
  if (change.kind === 'shorten') return bytes.subarray(0, change.size)
  const after = Buffer.alloc(Math.max(bytes.length, change.at + change.bytes.length))
  bytes.copy(after)
  change.bytes.copy(after, change.at)
  return after
}

function survivor(body: Body, pick: Pick): Buffer {
  return body.pending.reduce((bytes, change) => {
    const fate = pick(4)
    if (fate === 0) return bytes
    if (fate === 1 || change.kind === 'shorten') return done(bytes, change)
    const kept = pick(change.bytes.length + 1)
    const left = change.bytes.subarray(0, kept)
    // The new length is on the disk before the blocks are: the rest reads as zeros.
    const zeros = Buffer.alloc(fate === 2 ? 0 : change.bytes.length - kept)
    return done(bytes, { ...change, bytes: Buffer.concat([left, zeros]) })
  }, body.synced)
}
