import { useEffect, useMemo } from 'react'
import type { Failure, FailureKind, Reply } from '../../../../src-main/contract/failures.ts'
import type { Order } from '../../../../src-main/contract/resources.ts'
import type { Workspace } from '../../../lists/types.ts'
import { isAhead } from '../../../model/times.ts'
import type { Watched } from '../../../model/watched.ts'
import type { Cached } from '../../../storage/account-cache.ts'
import { useWatched } from '../../common/services/use-watched.ts'
import { useConnection } from '../../common/services/use-workspace.ts'

export const orderSource: RowSource<Order> = {
  read: (workspace, id) => workspace.order(id),
  pull: (workspace, id) => workspace.pullOrder(id),
  // Some shops list orders without their lines. Those orders are loaded one by one.
  isEnough: order => order.orderitem_set.length + order.unreadable_items > 0,
}

export const viewSource: RowSource<Order> = {
  read: (workspace, id) => workspace.cancellationView(id),
  pull: (workspace, id) => workspace.pullCancellationView(id),
  isEnough: () => true,
}

/** Several whole rows; `ids` must be memoised and `source` a constant of the module. */
export const useReadings = <T>(
  workspace: Workspace,
  source: RowSource<T>,
  ids: readonly string[],
): { readings: Readings<T>; again: (ids: readonly string[]) => void } => {
  const reader = useMemo(() => new RowReadings(workspace, source), [workspace, source])
  const touched = useWatched(workspace.touched)
  const { shop, session } = useConnection(workspace.account)
  const isBack = shop === 'answering' && session === 'signed-in'

  useEffect(() => reader.want(ids), [reader, ids])
  useEffect(() => () => reader.want([]), [reader])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `touched` is no value to use but a reason to look again
  useEffect(() => reader.look(), [reader, touched])
  useEffect(() => {
    if (isBack) reader.retry()
  }, [reader, isBack])

  const readings = useWatched(reader)
  return useMemo(() => ({ readings, again: each => reader.again(each) }), [readings, reader])
}

/** The load state of one row. */
export interface Reading<T> {
  /** Null before the cache was read, and if the cache does not have it. */
  readonly row: Cached<T> | null
  readonly looked: boolean
  readonly pulling: boolean
  readonly failure: Failure | null
}

interface RowSource<T> {
  readonly read: (workspace: Workspace, id: string) => Promise<Cached<T> | null>
  readonly pull: (workspace: Workspace, id: string) => Promise<Reply<Cached<T>>>
  /** Whether the cached row is complete. Other rows are loaded from the shop. */
  readonly isEnough: (row: T) => boolean
}

type Readings<T> = ReadonlyMap<string, Reading<T>>

const together = 2
const fresh: Reading<never> = { row: null, looked: false, pulling: false, failure: null }

/** Failures that the next row would run into as well. */
const connectionFailures: ReadonlySet<FailureKind> = new Set([
  'offline',
  'unreachable-after-send',
  'throttled',
  'signed-out',
])

/** Loads several rows from the cache, and missing ones from the shop, a few at a time. */
export class RowReadings<T> implements Watched<Readings<T>> {
  readonly #workspace: Workspace
  readonly #source: RowSource<T>
  readonly #listeners = new Set<() => void>()
  readonly #asked = new Set<string>()
  #readings: Readings<T> = new Map()
  #queue: string[] = []
  #underWay = 0

  readonly #now: () => number

  constructor(workspace: Workspace, source: RowSource<T>, now: () => number = Date.now) {
    this.#workspace = workspace
    this.#source = source
    this.#now = now
  }

  readonly snapshot = (): Readings<T> => this.#readings

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Sets the rows to load. Results for other rows are ignored. */
  want(ids: readonly string[]): void {
    this.#readings = new Map(ids.map(id => [id, this.#readings.get(id) ?? fresh]))
    this.#queue = this.#queue.filter(id => this.#readings.has(id))
    for (const id of this.#asked) if (!this.#readings.has(id)) this.#asked.delete(id)
    this.#tell()
    this.look()
  }

  /** Reads the cache again. */
  look(): void {
    for (const id of this.#readings.keys()) void this.#lookAt(id)
  }

  /** Loads from the shop, even if the rows are cached. */
  again(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.#readings.get(id)?.pulling !== false) continue
      this.#asked.add(id)
      this.#queue.push(id)
      this.#put(id, { pulling: true, failure: null })
    }
    this.#pump()
  }

  /** Tries again after the connection is back. */
  retry(): void {
    const cut = [...this.#readings].filter(
      ([, { failure }]) => failure !== null && connectionFailures.has(failure.kind),
    )
    this.again(cut.map(([id]) => id))
  }

  async #lookAt(id: string): Promise<void> {
    const row = await this.#source.read(this.#workspace, id).catch(() => null)
    const before = this.#readings.get(id)
    if (before === undefined) return
    // A load from the shop may have ended while the cache was read.
    const isNewer = row !== null && this.#readAt(row) >= this.#readAt(before.row)
    this.#put(id, { looked: true, row: isNewer ? row : before.row })
    const isHere = row !== null && this.#source.isEnough(row.value)
    if (!isHere && !this.#asked.has(id) && this.#workspace.account.signedIn) this.again([id])
  }

  /** A time in the future means that the clock was set back; it counts as the oldest. */
  #readAt(row: Cached<T> | null): number {
    return row === null || isAhead(row.readAt, this.#now()) ? 0 : row.readAt
  }

  #pump(): void {
    while (this.#underWay < together) {
      const id = this.#queue.shift()
      if (id === undefined) return
      this.#underWay += 1
      void this.#pull(id).finally(() => {
        this.#underWay -= 1
        this.#pump()
      })
    }
  }

  async #pull(id: string): Promise<void> {
    const reply = await this.#source.pull(this.#workspace, id).catch(() => null)
    if (reply === null) this.#put(id, { pulling: false })
    else if (reply.ok) this.#put(id, { pulling: false, looked: true, row: reply.value })
    else {
      this.#put(id, { pulling: false, failure: reply.failure })
      if (connectionFailures.has(reply.failure.kind)) this.#giveUp(reply.failure)
    }
  }

  #giveUp(failure: Failure): void {
    for (const id of this.#queue.splice(0)) this.#put(id, { pulling: false, failure })
  }

  #put(id: string, change: Partial<Reading<T>>): void {
    const before = this.#readings.get(id)
    if (before === undefined) return
    this.#readings = new Map(this.#readings).set(id, { ...before, ...change })
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
