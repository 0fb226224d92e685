import pLimit, { type LimitFunction } from 'p-limit'
import type { AccountList } from '../../src-main/contract/accounts.ts'
import type { Entry, Outcome, SendInput } from '../../src-main/contract/entries.ts'
import { type Failure, failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { Watched } from '../model/watched.ts'
import type { EntryStore } from './entry-store.ts'
import {
  afterAccountsChanged,
  afterFailure,
  afterIdentity,
  afterRead,
  closedBy,
  createStandstills,
  freshGates,
  type GateName,
  type Gates,
  gateFor,
  isIdentified,
  probedAt,
  standstillOf,
} from './gates.ts'
import { backoffMs, lastAttempt } from './policy.ts'
import { type Ask, readRequests, SharedLists } from './reads.ts'
import { plan } from './scheduler.ts'
import { readBackOne, type StepParts, sendEntries } from './steps.ts'
import { type Clock, type Timings, within } from './timings.ts'
import type { OutboxMain } from './types.ts'

interface RunnerParts {
  readonly store: EntryStore
  readonly main: OutboxMain
  readonly accounts: Watched<AccountList>
  /** Takes every reply about an account, once. */
  readonly note: (accountId: string, reply: Reply<unknown>) => void
  readonly clock: Clock
  readonly timings: Timings
}

/** Statuses of a path or a method that a shop does not have. */
const saysNoSuchCall: ReadonlySet<number> = new Set([404, 405, 501])

const sendInputOf = (entry: Entry): SendInput => {
  const { accountId, id: entryId, revision, command } = entry
  const { no: attempt, baselineIds } = lastAttempt(entry) ?? { no: 1, baselineIds: [] }
  return { accountId, entryId, revision, attempt, command, baselineIds }
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
  readonly #gates = new Map<string, Gates>()
  readonly #busy = new Map<string, BusyStep>()
  /** Accounts whose shop does not know the bulk call. */
  readonly #withoutBulk = new Set<string>()
  readonly #probing = new Map<string, Promise<Reply<true>>>()
  readonly #urgent = new Set<string>()
  #cancelTimer: (() => void) | null = null
  #unsubscribe: (() => void) | null = null
  #running = false
  #holds = 0
  #loadFailures = 0
  readonly #steps: StepParts
  readonly #lists: SharedLists
  readonly #turns = new Map<string, LimitFunction>()
  /** Why nothing of an account is sent, for the screens. */
  readonly standstills = createStandstills(id => {
    const gate = this.closedGate(id)
    return gate && standstillOf(this.#gatesOf(id), gate)
  })

  constructor(parts: RunnerParts) {
    this.#parts = parts
    const { store, main, clock, timings } = parts
    const readList = (accountId: string) => readRequests(accountId, main, this.#ask, timings)
    this.#lists = new SharedLists(readList, clock.now, timings.sightMs)
    this.#steps = {
      store,
      main,
      timings,
      ask: this.#ask,
      now: clock.now,
      identify: id => this.#identify(id),
      mayGoOn: id => this.closedGate(id) === null && this.#gatesOf(id).knownAt !== null,
      readWell: id => this.#change(id, afterRead),
      wentWrong: this.#wentWrong,
      lists: this.#lists,
      inTurn: (id, write) => this.#turnOf(id)(write),
      send: (entries, onLate) => this.#send(entries, onLate),
    }
  }

  /** Loads, then sends until `stop`. A second call does nothing. */
  start(): void {
    if (this.#running) return
    this.#running = true
    this.#unsubscribe = this.#parts.accounts.subscribe(() => this.#accountsChanged())
    void this.reload()
  }

  /** Starts nothing new. An answer that still comes is stored. */
  stop(): void {
    this.#running = false
    this.#unsubscribe?.()
    this.#cancelTimer?.()
  }

  /** Checks now what can be sent. Running steps are not started again. */
  wake(): void {
    for (const [accountId, gates] of this.#gates) this.#gates.set(accountId, probedAt(gates, this.#parts.clock.now()))
    if (this.#parts.store.storageFailure !== null) void this.reload()
    else this.pump()
  }

  /** The gate that stops an account; null when all are open. */
  closedGate(accountId: string): GateName | null {
    const { store, accounts, clock, timings } = this.#parts
    const { storageFailure } = store
    const account = accounts.snapshot().accounts.find(one => one.id === accountId && one.kind === 'customer')
    const facts = {
      storageBroken: storageFailure !== null,
      paused: store.isPaused(accountId),
      isThere: account !== undefined,
      signedIn: account?.signedIn === true,
    }
    return closedBy(this.#gatesOf(accountId), facts, clock.now(), timings)
  }

  /** Reads one UNKNOWN entry back now, whatever the schedule says. A failure is the read's own. */
  async checkNow(id: string): Promise<Reply<Entry>> {
    const entry = this.#parts.store.get(id)
    if (entry === undefined) return failed(failure('not-found'))
    if (entry.state !== 'UNKNOWN') return failed(failure('conflict', { code: 'not-in-this-state' }))
    const gate = this.closedGate(entry.accountId)
    if (gate === 'storage') return failed(this.#parts.store.storageFailure ?? failure('storage'))
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
    this.standstills.update()
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
        gates: this.#gatesOf(id),
        closed: this.closedGate(id),
        underWay: [...new Set(this.#busy.values())].filter(one => one.accountId === id).length,
        probing: this.#probing.has(id),
        bulk: !this.#withoutBulk.has(id),
      }),
      busy: new Set(this.#busy.keys()),
      urgent: this.#urgent,
      now: clock.now(),
      timings,
    })
    for (const step of steps) {
      if (step.kind === 'probe') void this.#probe(step.accountId).then(() => this.pump())
      else if (step.kind === 'read-back') this.#readBack(step.entry)
      else if (step.kind === 'forget')
        this.#begin([step.entry], async () => [await store.change(step.entry.id, { type: 'forget' }, step.entry)])
      else this.#begin(step.entries, () => sendEntries(step.entries, this.#steps))
    }
    if (wakeAt !== null) this.#sleep(wakeAt - clock.now())
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
    const longest = Math.max(timings.retryAfterMaxMs, timings.readBackEveryMs, timings.authProbeMs)
    this.#cancelTimer?.()
    this.#cancelTimer = clock.after(Math.min(longest, Math.max(1, Math.ceil(ms))), then)
  }

  #turnOf(accountId: string): LimitFunction {
    const turn = this.#turns.get(accountId) ?? pLimit(this.#parts.timings.wirePerAccount)
    this.#turns.set(accountId, turn)
    return turn
  }

  #accountsChanged(): void {
    this.#lists.clear()
    const now = this.#parts.clock.now()
    for (const [accountId, gates] of this.#gates) this.#gates.set(accountId, afterAccountsChanged(gates, now))
    this.pump()
  }

  /** Asks who is signed in, unless the shop has just said so. Simultaneous calls share one question. */
  async #identify(accountId: string): Promise<Reply<true>> {
    const { clock, timings } = this.#parts
    if (isIdentified(this.#gatesOf(accountId), clock.now(), timings)) return ok(true)
    return this.#probe(accountId)
  }

  #probe(accountId: string): Promise<Reply<true>> {
    const running = this.#probing.get(accountId)
    if (running !== undefined) return running
    const probe = this.#askWho(accountId).finally(() => this.#probing.delete(accountId))
    this.#probing.set(accountId, probe)
    return probe
  }

  async #askWho(accountId: string): Promise<Reply<true>> {
    const { main, accounts, clock } = this.#parts
    const ask = accounts.snapshot()
    this.#change(accountId, gates => ({ ...gates, lastProbeAt: clock.now() }))
    const reply = await this.#ask(accountId, () => main.commerce.currentUser({ accountId }))
    // The accounts changed in between, so the answer may be about the previous user.
    if (accounts.snapshot() !== ask) return failed(failure('conflict', { code: 'accounts-changed' }))
    if (!reply.ok) {
      this.#wentWrong(accountId, reply.failure, true)
      return reply
    }
    const isOurs = reply.value.pk === ask.accounts.find(one => one.id === accountId)?.userId
    const wasClosed = this.closedGate(accountId) !== null
    this.#change(accountId, gates => afterIdentity(gates, isOurs, this.#moment()))
    if (!isOurs) {
      // For the light beside the account: its own user is not signed in.
      this.#parts.note(accountId, failed(failure('signed-out', { code: 'other-user' })))
      return failed(failure('refused', { code: 'other-user' }))
    }
    if (wasClosed) this.#hurry(accountId)
    return ok(true)
  }

  /** The line is back: ends the back-off of queued entries and the wait for read-backs. */
  #hurry(accountId: string): void {
    for (const entry of this.#parts.store.snapshot().entries)
      if (entry.accountId === accountId && (entry.state === 'QUEUED' || entry.state === 'UNKNOWN'))
        this.#urgent.add(entry.id)
  }

  readonly #ask: Ask = async (accountId, call) => {
    const { clock, timings, note } = this.#parts
    const late = () => failed(failure('offline', { code: 'deadline' }))
    const reply = await within(clock, timings.readDeadlineMs, call(), late).catch(() => failed(failure('bug')))
    note(accountId, reply)
    return reply
  }

  async #send(
    entries: readonly Entry[],
    onLate: (index: number, outcome: Outcome) => void,
  ): Promise<Reply<readonly Outcome[]>> {
    const { main, clock, timings, note } = this.#parts
    const [first, ...others] = entries.map(sendInputOf)
    if (!first) return ok([])
    const { accountId } = first
    const sent: Promise<Reply<readonly Outcome[]>> =
      others.length === 0
        ? main.outbox.send(first).then(reply => (reply.ok ? ok([reply.value]) : reply))
        : main.outbox.sendTogether({ accountId, sends: [first, ...others] })
    const late = (): Reply<readonly Outcome[]> => {
      void sent.then(
        reply => reply.ok && reply.value.forEach((outcome, index) => void onLate(index, outcome)),
        () => undefined,
      )
      const why = failure('unreachable-after-send', { code: 'deadline' })
      return ok(entries.map(() => ({ kind: 'unknown', failure: why })))
    }
    const reply = await within(clock, timings.sendDeadlineMs, sent, late).catch(() => failed(failure('bug')))
    if (!reply.ok) note(accountId, reply)
    for (const outcome of reply.ok ? reply.value : []) {
      note(accountId, outcome.kind === 'confirmed' ? ok(outcome) : failed(outcome.failure))
      if (outcome.kind === 'refused-together' && saysNoSuchCall.has(outcome.failure.status ?? 0))
        this.#withoutBulk.add(accountId)
    }
    return reply
  }

  readonly #wentWrong = (accountId: string, why: Failure, wholeAccount: boolean): void => {
    if (gateFor(why.kind) === 'storage') this.#parts.store.storageFailed(new DOMException('', 'LedgerError'))
    this.#change(accountId, gates => afterFailure(gates, why, wholeAccount, this.#moment()))
  }

  #gatesOf(accountId: string): Gates {
    return this.#gates.get(accountId) ?? freshGates
  }

  #change(accountId: string, by: (gates: Gates) => Gates): void {
    this.#gates.set(accountId, by(this.#gatesOf(accountId)))
    this.standstills.update()
  }

  #moment(): { now: number; random: number; timings: Timings } {
    const { clock, timings } = this.#parts
    return { now: clock.now(), random: clock.random(), timings }
  }
}
