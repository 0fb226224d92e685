import type { AccountList } from '../../src-main/contract/accounts.ts'
import type { Entry } from '../../src-main/contract/entries.ts'
import { failed, failure, type Reply } from '../../src-main/contract/failures.ts'
import { isSameGate } from '../connection/connection.ts'
import type { Connections } from '../connection/connections.ts'
import type { Clock } from '../model/clock.ts'
import { createWatched, type Settable, type Watched } from '../model/watched.ts'
import type { EntryStore } from './entry-store.ts'
import { backoffMs } from './policy.ts'
import { plan } from './scheduler.ts'
import { OutboxShop } from './shop.ts'
import { readBackOne, type StepParts, sendEntries } from './steps.ts'
import type { Timings } from './timings.ts'
import type { ClosedOutboxGate, OutboxMain } from './types.ts'

interface RunnerParts {
  readonly store: EntryStore
  readonly main: OutboxMain
  readonly accounts: Watched<AccountList>
  readonly connections: Connections
  readonly clock: Clock
  readonly timings: Timings
}

/** A running step, stored once for each of its entries. The replies are in the order of `ids`. */
interface BusyStep {
  readonly accountId: string
  readonly ids: readonly string[]
  readonly done: Promise<readonly Reply<Entry>[]>
}

/** Sends the queue: one step at a time for each entry, one timer. Pure functions make the decisions. */
export class Runner {
  readonly #parts: RunnerParts
  readonly #shop: OutboxShop
  readonly #steps: StepParts
  readonly #busy = new Map<string, BusyStep>()
  /** Entries that do not wait any longer, because the line came back. */
  readonly #urgent = new Set<string>()
  /** Why nothing of an account is sent, for the screens. */
  readonly closedGates: ReturnType<typeof createClosedGates>
  readonly #undo: (() => void)[] = []
  #cancelTimer: (() => void) | null = null
  #running = false
  #holds = 0
  #loadFailures = 0

  constructor(parts: RunnerParts) {
    this.#parts = parts
    const { store, connections, clock } = parts
    this.#shop = new OutboxShop(parts)
    this.#steps = { store, connections, shop: this.#shop, now: clock.now }
    this.closedGates = createClosedGates(store, connections)
  }

  /** Loads, then sends until `stop`. A second call does nothing. */
  start(): void {
    if (this.#running) return
    this.#running = true
    const { accounts, connections } = this.#parts
    this.#undo.push(
      accounts.subscribe(() => {
        this.#shop.lists.clear()
        this.pump()
      }),
      connections.onGate((accountId, event) => {
        if (event === 'opened') this.#hurry(accountId)
        this.pump()
      }),
    )
    void this.reload()
  }

  /** Starts nothing new. An answer that still comes is stored. */
  stop(): void {
    this.#running = false
    for (const undo of this.#undo.splice(0)) undo()
    this.#cancelTimer?.()
  }

  /** Checks now what can be sent. Running steps are not started again. */
  wake(): void {
    this.#parts.connections.askNow()
    if (this.#parts.store.storageFailure !== null) void this.reload()
    else this.pump()
  }

  /** Reads one UNKNOWN entry back now, whatever the schedule says. A failure is the read's own. */
  async checkNow(id: string): Promise<Reply<Entry>> {
    const { store } = this.#parts
    const entry = store.get(id)
    if (entry === undefined) return failed(failure('not-found'))
    if (entry.state !== 'UNKNOWN') return failed(failure('conflict', { code: 'not-in-this-state' }))
    const gate = this.#closedGate(entry.accountId)?.gate
    if (gate === 'storage') return failed(store.storageFailure ?? failure('storage'))
    if (gate === 'signed-out' || gate === 'gone') return failed(failure('signed-out'))
    const step = this.#busy.get(id) ?? this.#readBack(entry)
    return (await step.done)[step.ids.indexOf(id)] ?? failed(failure('bug'))
  }

  /** Starts nothing until the work is done, so that entries saved together are sent together. */
  async holding<T>(work: () => Promise<T>): Promise<T> {
    this.#holds += 1
    try {
      return await work()
    } finally {
      this.#holds -= 1
      this.pump()
    }
  }

  /** Starts everything that is due and sets the timer. Never waits. */
  pump(): void {
    this.closedGates.update()
    if (!this.#running || this.#holds > 0) return
    this.#cancelTimer?.()
    this.#cancelTimer = null
    const { store, clock, timings } = this.#parts
    const { entries, loaded } = store.snapshot()
    if (!loaded || store.storageFailure !== null) {
      this.#retryStorage()
      return
    }
    const { steps, wakeAt } = plan({
      entries,
      account: id => ({
        closed: this.#closedGate(id) !== null,
        underWay: [...new Set(this.#busy.values())].filter(one => one.accountId === id).length,
        bulk: this.#shop.knowsBulk(id),
      }),
      busy: new Set(this.#busy.keys()),
      urgent: this.#urgent,
      now: clock.now(),
      timings,
    })
    for (const step of steps) {
      if (step.kind === 'read-back') this.#readBack(step.entry)
      else if (step.kind === 'forget')
        this.#begin([step.entry], async () => [await store.change(step.entry.id, { type: 'forget' }, step.entry)])
      else this.#begin(step.entries, () => sendEntries(step.entries, this.#steps))
    }
    if (wakeAt !== null) this.#sleep(wakeAt - clock.now())
  }

  #closedGate(accountId: string): ClosedOutboxGate | null {
    return this.closedGates.now(accountId)
  }

  #readBack(entry: Entry): BusyStep {
    return this.#begin([entry], async () => [await readBackOne(entry, this.#steps)])
  }

  #begin(entries: readonly Entry[], work: () => Promise<readonly Reply<Entry>[]>): BusyStep {
    const ids = entries.map(entry => entry.id)
    const done = work()
      .catch((error: unknown) => {
        // A step throws only when a storage does.
        this.#parts.store.storageFailed(error)
        return ids.map(() => failed(failure('storage')))
      })
      .finally(() => {
        for (const id of ids) this.#busy.delete(id)
        this.pump()
      })
    const step = { accountId: entries[0]?.accountId ?? '', ids, done }
    for (const id of ids) {
      this.#urgent.delete(id)
      this.#busy.set(id, step)
    }
    return step
  }

  /** Reads table and ledger (again), then goes on. False when a storage failed. */
  async reload(): Promise<boolean> {
    const loaded = await this.#parts.store.load(id => this.#busy.has(id))
    this.#loadFailures = loaded ? 0 : this.#loadFailures + 1
    this.pump()
    return loaded
  }

  #retryStorage(): void {
    const { clock, timings } = this.#parts
    this.#sleep(Math.max(timings.backoffBaseMs, backoffMs(this.#loadFailures, clock.random(), timings)), () =>
      this.reload(),
    )
  }

  #sleep(ms: number, then: () => unknown = () => this.pump()): void {
    const { clock, timings } = this.#parts
    const longest = Math.max(timings.backoffCapMs, timings.readBackEveryMs)
    this.#cancelTimer?.()
    this.#cancelTimer = clock.after(Math.min(longest, Math.max(1, Math.ceil(ms))), then)
  }

  /** The line is back: ends the back-off of queued entries and the wait for read-backs. */
  #hurry(accountId: string): void {
    for (const entry of this.#parts.store.snapshot().entries)
      if (entry.accountId === accountId && (entry.state === 'QUEUED' || entry.state === 'UNKNOWN'))
        this.#urgent.add(entry.id)
  }
}

interface ClosedGates {
  /** The gravest closed gate of the account; null when all are open. */
  readonly now: (accountId: string) => ClosedOutboxGate | null
  /** The same for the screens, because gates change while entries do not. */
  readonly of: (accountId: string) => Watched<ClosedOutboxGate | null>
  /** Looks again, and informs the watchers of what changed. */
  readonly update: () => void
}

function createClosedGates(store: Pick<EntryStore, 'closedGate'>, connections: Pick<Connections, 'of'>): ClosedGates {
  const watched = new Map<string, Settable<ClosedOutboxGate | null>>()
  const now = (accountId: string): ClosedOutboxGate | null => {
    const gate = store.closedGate(accountId)
    return gate === null ? connections.of(accountId).snapshot().closed : { gate, until: null, why: null }
  }
  const look = (accountId: string, shown: Settable<ClosedOutboxGate | null>): void => {
    const next = now(accountId)
    if (!isSameGate(shown.snapshot(), next)) shown.set(next)
  }
  return {
    now,
    of: accountId => {
      const known = watched.get(accountId)
      if (known) return known
      const fresh = createWatched(now(accountId))
      watched.set(accountId, fresh)
      connections.of(accountId).subscribe(() => look(accountId, fresh))
      return fresh
    },
    update: () => {
      for (const [accountId, shown] of watched) look(accountId, shown)
    },
  }
}
