import { type Failure, failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { CancellationRequest, Order, OrderItem } from '../../src-main/contract/resources.ts'
import { gateFor } from '../connection/replies.ts'
import { walkPages } from '../lists/walk-pages.ts'
import type { OutboxMain } from './types.ts'

/** Makes one call, with a deadline, and gives its reply to the connection. A thrown error becomes a failure. */
export type Ask = <T>(accountId: string, call: () => Promise<Reply<T>>) => Promise<Reply<T>>

export interface RequestList {
  readonly rows: readonly CancellationRequest[]
  /** Ids found in unreadable rows. Those requests exist, so they belong to a baseline. */
  readonly otherIds: readonly string[]
  /** False when something about the list makes a missing request prove nothing. */
  readonly countable: boolean
}

const firstId = (raw: string): string | undefined => /"id"\s*:\s*"?([^",}\s]+)/.exec(raw)?.[1]

/**
 * All requests of the account. With a gap neither a baseline nor an absence is worth anything, so a page that can't be
 * read fails the whole read. `incompatible` when the list never ends or breaks off.
 */
export const readRequests = async (
  accountId: string,
  main: Pick<OutboxMain, 'commerce'>,
  ask: Ask,
): Promise<Reply<RequestList>> => {
  const rows = new Map<string, CancellationRequest>()
  const end = await walkPages<CancellationRequest>({
    fetchPage: (page, limit) => ask(accountId, () => main.commerce.requests({ accountId, page, limit })),
    idOf: row => row.id,
    onPage: async page => {
      for (const row of page.rows) rows.set(row.id, rows.get(row.id) ?? row)
      return 'more'
    },
    stopAtGap: true,
  })
  if (end.kind === 'failed') return failed(end.failure)
  if (end.kind !== 'complete' || end.brokeOff) return failed(failure('incompatible', { code: 'list-broke-off' }))
  const otherIds = end.unreadable.flatMap(({ raw }) => firstId(raw) ?? [])
  return ok({ rows: [...rows.values()], otherIds, countable: end.clean && end.unreadable.length === 0 })
}

/** Whether the shop does not have the call at all. */
export const isMissing = ({ kind, status }: Failure): boolean =>
  kind === 'not-found' || status === 405 || status === 501

type ItemRead =
  /** `item` null: the shop does not show it. */
  { readonly kind: 'read'; readonly item: OrderItem | null } | { readonly kind: 'failed'; readonly failure: Failure }

/** Reads an order item as it is now, from the cancellation view, else from the order. */
export type ReadItem = (orderId: string, orderItem: string) => Promise<ItemRead>

/** Reads items for one step. Each order is read once, however many of its lines are needed. */
export const itemReader = (accountId: string, main: Pick<OutboxMain, 'commerce'>, ask: Ask): ReadItem => {
  const orders = new Map<string, Promise<Reply<Order>>>()
  return async (orderId, orderItem) => {
    const order = orders.get(orderId) ?? readOrderNow(accountId, orderId, main, ask)
    orders.set(orderId, order)
    return itemIn(await order, orderItem)
  }
}

const readOrderNow = async (
  accountId: string,
  id: string,
  main: Pick<OutboxMain, 'commerce'>,
  ask: Ask,
): Promise<Reply<Order>> => {
  const input = { accountId, id }
  const view = await ask(accountId, () => main.commerce.cancellationView(input))
  // Ask again only if the failure concerns this view alone.
  return view.ok || gateFor(view.failure.kind) !== null ? view : ask(accountId, () => main.commerce.order(input))
}

const itemIn = (order: Reply<Order>, orderItem: string): ItemRead => {
  if (order.ok) return { kind: 'read', item: order.value.orderitem_set.find(one => one.id === orderItem) ?? null }
  const isGone = order.failure.kind === 'not-found' || order.failure.kind === 'rejected'
  return isGone ? { kind: 'read', item: null } : { kind: 'failed', failure: order.failure }
}

interface SharedList {
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
 * Shares complete reads of an account's requests, so that a thousand entries do not read the list a thousand times. A
 * read serves a step when it is young and began after the last known change of the step's items. That order is counted,
 * not timed, because clocks can be set back.
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

  /** The item may have changed: reads that began before no longer serve it. */
  touch(accountId: string, orderItem: string): void {
    this.#serial += 1
    this.#touched.set(keyOf(accountId, orderItem), this.#serial)
  }

  /** After a sign-in or sign-out: earlier reads belong to another session. */
  clear(): void {
    this.#reads.clear()
  }

  async get(accountId: string, orderItems: readonly string[]): Promise<SharedList> {
    const read = this.#usable(accountId, orderItems) ?? this.#begin(accountId)
    this.#readAhead(accountId, read)
    return { startedAt: read.startedAt, reply: await read.reply }
  }

  /** Begins the next read when this one has reached half its age, so that a long queue does not wait for it. */
  #readAhead(accountId: string, read: Read): void {
    if (this.#ahead.has(accountId) || this.#now() - read.startedAt < this.#youngMs / 2) return
    const next = this.#new(accountId)
    this.#ahead.add(accountId)
    const ended = () => this.#ahead.delete(accountId)
    next.reply.then(reply => {
      ended()
      // Only if it replaces the read it followed: after a sign-in in between, both are worthless.
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
    // A failure goes to those who wait for this read; later callers read again.
    const forget = () => {
      if (this.#reads.get(accountId) === read) this.#reads.delete(accountId)
    }
    read.reply.then(reply => reply.ok || forget(), forget)
    return read
  }
}

const keyOf = (accountId: string, orderItem: string): string => JSON.stringify([accountId, orderItem])
