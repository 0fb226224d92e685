import { setMaxListeners } from 'node:events'
import { IDBFactory } from 'fake-indexeddb'
import type { WireFetch } from '../../../src-main/akinon/wire.ts'

/** What stays when a process dies: a browser's storages and a folder. */
export interface Disk {
  /** What localStorage or IndexedDB key-value adapters write to. */
  readonly items: Map<string, string>
  readonly indexedDB: IDBFactory
  readonly folder: string
}

export const freshDisk = (folder: string): Disk => ({ items: new Map(), indexedDB: new IDBFactory(), folder })

const never = new Promise<never>(() => undefined)

/**
 * One process. After `end` its connections are gone, nothing it waits for comes back and nothing it writes arrives, as
 * after a SIGKILL; timers that still fire find no network and no disk.
 */
export class Life {
  readonly #gone = new AbortController()
  readonly #disk: Disk
  readonly #onOnline = new Set<(online: boolean) => void>()
  online: boolean

  constructor(disk: Disk, online: boolean) {
    this.#disk = disk
    // Every connection of the process hears of its end.
    setMaxListeners(0, this.#gone.signal)
    this.online = online
  }

  get over(): boolean {
    return this.#gone.signal.aborted
  }

  /** Resolves when the process has died. */
  get ended(): Promise<void> {
    if (this.over) return Promise.resolve()
    return new Promise(resolve => this.#gone.signal.addEventListener('abort', () => resolve(), { once: true }))
  }

  end(): void {
    this.#gone.abort()
    this.#onOnline.clear()
  }

  /** The value, if the process still lives to see it. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.over) return never
    try {
      const value = await work()
      return this.over ? never : value
    } catch (error) {
      if (this.over) return never
      throw error
    }
  }

  /** A fetch whose connections die with the process. */
  bound(fetch: WireFetch): WireFetch {
    return (input, init = {}) => {
      const own = init.signal ?? (input instanceof Request ? input.signal : null)
      const signal = own ? AbortSignal.any([own, this.#gone.signal]) : this.#gone.signal
      return this.through(() => fetch(input, { ...init, signal }))
    }
  }

  readonly fetch = this.bound((input, init) => fetch(input, init))

  /** What the machine says of its network: the browser's `online` and `offline` events. */
  setOnline(online: boolean): void {
    this.online = online
    for (const tell of [...this.#onOnline]) tell(online)
  }

  onOnline(tell: (online: boolean) => void): () => void {
    this.#onOnline.add(tell)
    return () => this.#onOnline.delete(tell)
  }

  /** The disk's key-value store as this process sees it. A real tick each, as any storage takes. */
  readonly storage = {
    getItem: (key: string) => this.#late(() => this.#disk.items.get(key) ?? null),
    setItem: (key: string, value: string) => this.#late(() => void this.#disk.items.set(key, value)),
    removeItem: (key: string) => this.#late(() => void this.#disk.items.delete(key)),
    keys: () => this.#late(() => [...this.#disk.items.keys()]),
  }

  #late<T>(work: () => T): Promise<T> {
    return this.through(async () => {
      await new Promise(resolve => setImmediate(resolve))
      return this.over ? never : work()
    })
  }
}
