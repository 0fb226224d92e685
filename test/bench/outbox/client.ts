import type { MemoryJar } from '../../main/akinon/node-wire.ts'
import type { Disk, Life } from './life.ts'
import type { Intent } from './script.ts'

/** How an intent stands with a client. */
export type Standing =
  /** The client still means to do it, or to find out. */
  | 'pending'
  /** It says that the shop has done it. */
  | 'done'
  /** It has handed it back to a person, with a reason: refused, given up, or not to be decided by a machine. */
  | 'told'
  /** It has no trace of it. */
  | 'gone'

/** What a running client gets: where the shop is, and the person's cookies as they are now. */
export interface ShopAccess {
  readonly baseUrl: string
  /** Of the signed-in session. Read at each attempt, written by answers. */
  readonly jar: MemoryJar
  /** Milliseconds after which an attempt is given up. */
  readonly timeoutMs: number
  /** What the person at the screen was told; outlives the process. Peers report here from whatever callback they offer. */
  readonly tell: (intentId: string, what: 'done' | 'told') => void
}

/** One process of a client under test. */
export interface RunningClient {
  /** Resolves when the client has taken it on: its screen says so. */
  readonly submit: (intent: Intent) => Promise<void>
  /** Ids of what it still means to do. */
  readonly pending: () => Promise<ReadonlySet<string>>
  /** The person has signed in again. */
  readonly signedIn: () => void
  /** What is left to tidy after the process died. */
  readonly tidy?: () => Promise<void>
}

export interface Client {
  readonly name: string
  readonly version: string
  /** How it was set up, for the document. */
  readonly setup: string
  readonly open: (disk: Disk, life: Life, shop: ShopAccess) => Promise<RunningClient>
}
