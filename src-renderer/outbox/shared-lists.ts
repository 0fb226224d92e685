import type { Reply } from '../../src-main/contract/failures.ts'
import type { RequestList } from './reads.ts'

export interface SharedList {
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly reply: Reply<RequestList>
}

interface Read {
  readonly serial: number
  readonly startedAt: number
  readonly reply: Promise<Reply<RequestList>>
}

/**
 * One complete read of an account's requests serves every step that may start from it, so that a thousand entries do
 * not read the list a thousand times. It may when the read is young, and began after the last thing that we know of
 * happened to the step's items. That order is counted, not timed: clocks are put back.
 */
export class SharedLists {
  readonly #read: (accountId: string) => Promise<Reply<RequestList>>
  readonly #now: () => number
  readonly #youngMs: number
  readonly #reads = new Map<string, Read>()
  readonly #touched = new Map<string, number>()
  readonly #ahead = new Set<string>()
  #serial = 0

  constructor(read: (accountId: string) => Promise<Reply<RequestList>>, now: () => number, youngMs: number) {
    this.#read = read
    this.#now = now
    this.#youngMs = youngMs
  }

  /** Something happened to the item: reads that began before say nothing about it any more. */
  touch(accountId: string, orderItem: string): void {
    this.#serial += 1
    this.#touched.set(keyOf(accountId, orderItem), this.#serial)
  }

  /** Somebody signed in or out: what was read belongs to the session before. */
  clear(): void {
    this.#reads.clear()
  }

  async get(accountId: string, orderItems: readonly string[]): Promise<SharedList> {
    const read = this.#usable(accountId, orderItems) ?? this.#begin(accountId)
    this.#readAhead(accountId, read)
    return { startedAt: read.startedAt, reply: await read.reply }
  }

  /** In a long queue nobody has to wait for the next read: it begins when this one is half its age. */
  #readAhead(accountId: string, read: Read): void {
    if (this.#ahead.has(accountId) || this.#now() - read.startedAt < this.#youngMs / 2) return
    const next = this.#new(accountId)
    this.#ahead.add(accountId)
    const ended = () => this.#ahead.delete(accountId)
    next.reply.then(reply => {
      ended()
      // Only in the place of the read it follows: a sign-in meanwhile made both worthless.
      if (reply.ok && this.#reads.get(accountId) === read) this.#reads.set(accountId, next)
    }, ended)
  }

  #new(accountId: string): Read {
    this.#serial += 1
    return { serial: this.#serial, startedAt: this.#now(), reply: this.#read(accountId) }
  }

  #usable(accountId: string, orderItems: readonly string[]): Read | null {
    const read = this.#reads.get(accountId)
    if (!read) return null
    const age = this.#now() - read.startedAt
    const isAfter = orderItems.every(item => read.serial > (this.#touched.get(keyOf(accountId, item)) ?? 0))
    return age >= 0 && age < this.#youngMs && isAfter ? read : null
  }

  #begin(accountId: string): Read {
    const read = this.#new(accountId)
    this.#reads.set(accountId, read)
    // A failure is told to those who waited for this read; whoever comes later asks anew.
    const forget = () => {
      if (this.#reads.get(accountId) === read) this.#reads.delete(accountId)
    }
    read.reply.then(reply => reply.ok || forget(), forget)
    return read
  }
}

const keyOf = (accountId: string, orderItem: string): string => JSON.stringify([accountId, orderItem])
