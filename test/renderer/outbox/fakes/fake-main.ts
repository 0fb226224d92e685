import type { CallOutput, LedgerEntry } from '../../../../src-main/contract/calls.ts'
import type { Entry, Outcome, SendInput } from '../../../../src-main/contract/entries.ts'
import {
  type Failure,
  type FailureKind,
  failed,
  failure,
  ok,
  type Reply,
} from '../../../../src-main/contract/failures.ts'
import type { CancellationRequest } from '../../../../src-main/contract/resources.ts'
import { outboxCalls } from '../../../../src-main/ledger/outbox-calls.ts'
import { type OutboxLedger, outboxLedgerOpener } from '../../../../src-main/ledger/outbox-ledger.ts'
import type { OutboxMain } from '../../../../src-renderer/outbox/types.ts'
import { SimulatedDisk } from '../../../fakes/simulated-disk.ts'
import type { FakeShop } from './fake-shop.ts'
import type { Life } from './life.ts'
import type { ManualClock } from './manual-clock.ts'
import { itemRow, orderRow } from './rows.ts'

const folder = '/user'
const path = `${folder}/ledger/outbox.ledger`
/** Not a secret: the simulated disk lives as long as its test. */
const key = new Uint8Array(32).fill(7)

/** Main's own ledger on a simulated disk, over all lives of main. */
export class LedgerDisk {
  readonly disk = new SimulatedDisk()
  /** Entries whose end a full disk did not let main write. */
  readonly notTakenBack = new Set<string>()
  #opened: () => OutboxLedger | null = () => null
  readonly #waiting: (() => void)[] = []
  #hangs = false

  /** As one life of main opens it. */
  opener(life: Life, now: () => number): () => Promise<OutboxLedger> {
    const turn = async () => {
      await life.step()
      if (this.#hangs) await new Promise<void>(resolve => this.#waiting.push(resolve))
    }
    const vault = { opened: async () => key }
    const { open, opened } = outboxLedgerOpener(vault, folder, this.disk.boot(turn), now)
    this.#opened = opened
    return open
  }

  /** The disk is full. */
  set broken(broken: boolean) {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    this.disk.refuses = operation => (broken && operation === 'write' ? full : null)
  }

  /** The disk answers nothing while it hangs. What was asked meanwhile happens afterwards. */
  set hangs(hangs: boolean) {
    this.#hangs = hangs
    if (!hangs) for (const goOn of this.#waiting.splice(0)) goOn()
  }

  /** As main opened it last. */
  get book(): OutboxLedger {
    const book = this.#opened()
    if (book === null) throw new Error('the ledger is not open')
    return book
  }

  get(id: string): LedgerEntry | null {
    return this.all().find(({ entry }) => entry.id === id) ?? null
  }

  all(): readonly LedgerEntry[] {
    return this.#opened()?.read().entries ?? []
  }

  /** The entries whose end was written because their form was told that they are not saved. */
  takenBack(): readonly string[] {
    return this.book.read().ended.flatMap(one => (one.takenBack ? one.id : []))
  }

  /** A line that nobody can read, from the next start of main on. */
  damage(): void {
    this.disk.put(path, Buffer.concat([this.disk.bytesOf(path) ?? Buffer.alloc(0), Buffer.from('00000000 {}\n')]))
  }

  /** The file is gone, from the next start of main on. */
  lose(): void {
    this.disk.put(path, Buffer.alloc(0))
  }
}

const notSent = (kind: FailureKind, more: Partial<Failure> = {}): Outcome => ({
  kind: 'not-sent',
  failure: failure(kind, more),
})
const unknown = (kind: FailureKind): Outcome => ({ kind: 'unknown', failure: failure(kind) })

/** Main with its real ledger and its real calls of the queue; only the shop is a fake. `life` is its own; what the renderer sees is `bridgeFor`. */
export class FakeMain {
  /** Called for each POST at the moment it reaches the shop. */
  onPost: (input: SendInput) => void = () => undefined
  /** What `send` refuses with before it writes an intent. */
  refusal: Failure | null = null
  /** What every list read fails with. */
  listFailure: Failure | null = null
  reads = 0
  /** Records that the ledger took. */
  records = 0
  readonly #shop: FakeShop
  readonly #ledger: LedgerDisk
  readonly #clock: ManualClock
  readonly #life: Life
  readonly #calls: ReturnType<typeof outboxCalls>

  constructor(shop: FakeShop, ledger: LedgerDisk, clock: ManualClock, life: Life) {
    this.#shop = shop
    this.#ledger = ledger
    this.#clock = clock
    this.#life = life
    const one = async (input: SendInput) => (await this.#post([input]))[0] ?? unknown('bug')
    this.#calls = outboxCalls({
      ledger: ledger.opener(life, clock.now),
      wireFor: () =>
        this.refusal === null ? ok({ one, together: inputs => this.#post(inputs) }) : failed(this.refusal),
      now: clock.now,
    })
  }

  /** The bridge of one renderer: when that renderer is dead, its calls go nowhere and its answers are not heard. */
  bridgeFor(renderer: Life): OutboxMain {
    const through = async <T>(call: () => Promise<T>): Promise<T> => {
      await renderer.step()
      const value = await call()
      await renderer.step()
      // Everything crosses as a copy.
      return JSON.parse(JSON.stringify(value))
    }
    return {
      commerce: {
        currentUser: () => through(() => this.#read(() => ok(this.#user()))),
        requests: ({ page, limit }) => through(() => this.#read(() => this.#requests(page, limit))),
        cancellationView: ({ id }) => through(() => this.#read(() => ok(this.#order(id)))),
        order: ({ id }) => through(() => this.#read(() => ok(this.#order(id)))),
      },
      ledger: {
        record: ({ entries }) => through(() => this.#record(entries)),
        read: () => through(() => this.#alive(this.#calls['ledger.read'](undefined))),
      },
      outbox: {
        send: input => through(() => this.#alive(this.#calls['outbox.send'](input))),
        sendTogether: input => through(() => this.#alive(this.#calls['outbox.sendTogether'](input))),
      },
      app: { log: async () => ok(undefined) },
    }
  }

  /** Nobody hears an answer of a process that is dead by then. */
  async #alive<T>(answer: Promise<T>): Promise<T> {
    const value = await answer
    await this.#life.step()
    return value
  }

  async #record(entries: readonly Entry[]): Promise<Reply<undefined>> {
    const reply = await this.#alive(this.#calls['ledger.record']({ entries: [...entries] }))
    if (reply.ok) this.records += 1
    else for (const { id, state } of entries) if (state === 'DROPPED') this.#ledger.notTakenBack.add(id)
    return reply
  }

  async #late(ms = this.#shop.lateMs): Promise<void> {
    if (ms > 0) await new Promise<void>(resolve => this.#clock.after(ms, resolve))
  }

  async #read<T>(value: () => Reply<T>): Promise<Reply<T>> {
    this.reads += 1
    await this.#life.step()
    if (!this.#shop.online) return failed(failure('offline'))
    await this.#late()
    if (!this.#shop.signedIn) return failed(failure('signed-out', { status: 401 }))
    return value()
  }

  #user(): CallOutput<'commerce.currentUser'> {
    return { pk: this.#shop.user, first_name: null, last_name: null, email: null, phone: null }
  }

  #requests(page: number, limit: number): Reply<CallOutput<'commerce.requests'>> {
    if (this.listFailure !== null) return failed(this.listFailure)
    const all = this.#shop.list()
    const rows = all.slice((page - 1) * limit, page * limit)
    return ok({
      rows,
      unreadable: [],
      count: all.length,
      more: page * limit < all.length,
      startedAt: this.#clock.now(),
    })
  }

  #order(id: string): CallOutput<'commerce.order'> {
    const ids = ['500', '501', '502', '503']
    return orderRow(
      id,
      ids.map(one => itemRow(one, this.#shop.items.get(one))),
    )
  }

  /** One POST, of one line or as a bulk call; an outcome a line. */
  async #post(inputs: readonly SendInput[]): Promise<Outcome[]> {
    await this.#life.step()
    const shop = this.#shop
    const answer = shop.answers.shift() ?? 'ok'
    const all = (outcome: Outcome) => inputs.map(() => outcome)
    if (!shop.online || answer === 'unreachable') return all(notSent('offline', { code: 'ERR_CONNECTION_REFUSED' }))
    for (const input of inputs) this.#arrive(input, inputs.length)
    if (!shop.signedIn || answer === 'unsigned') return all(notSent('signed-out', { status: 401 }))
    if (answer === 'csrf') return all(notSent('csrf', { status: 403 }))
    if (answer === 'throttle') return all(notSent('throttled', { status: 429, retryAfterMs: 5_000 }))
    const isBulk = inputs.length > 1
    const refuse = (code: string | null = null): Outcome[] =>
      all({ kind: isBulk ? 'refused-together' : 'rejected', failure: failure('rejected', { status: 400, code }) })
    if (answer === 'refuse-in-part' && isBulk)
      for (const input of inputs.filter((_, index) => index % 2 === 0)) this.#keep(input, 0)
    if (answer === 'refuse' || answer === 'refuse-in-part') return refuse()
    if (answer === 'doubled') {
      shop.saysThatOneExists()
      for (const input of inputs.filter(({ command }) => !shop.hasOpen(command.payload.order_item))) this.#keep(input)
      return refuse('cancellation_request_100_1')
    }
    if (answer === 'lost-before') return this.#lost(inputs, 'unreachable-after-send')
    if (answer === 'server-error-before') return this.#lost(inputs, 'server-error')
    if (answer === 'rows-missing' && !isBulk) return this.#lost(inputs, 'unreachable-after-send')
    if (shop.hasGuard && inputs.some(({ command }) => shop.hasOpen(command.payload.order_item)))
      return refuse('cancellation_request_100_1')
    const requests = inputs.map(input => this.#keep(input))
    if (answer === 'lost-after') return this.#lost(inputs, 'unreachable-after-send')
    if (answer === 'server-error-after') return this.#lost(inputs, 'server-error')
    if (answer === 'garbage-after') return this.#lost(inputs, 'not-json')
    await this.#late(this.#shop.lateMs + this.#shop.postLateMs)
    return requests.map((request, index) =>
      answer === 'rows-missing' && index > 0 ? unknown('incompatible') : { kind: 'confirmed', request },
    )
  }

  #arrive(input: SendInput, together: number): void {
    const { entryId, revision, attempt, command } = input
    this.onPost(input)
    const { order_item: orderItem } = command.payload
    const { user } = this.#shop
    this.#shop.posts.push({ entryId, revision, attempt, orderItem, user, at: this.#clock.now(), together })
  }

  #keep({ entryId, command }: SendInput, lagMs?: number): CancellationRequest {
    return this.#shop.keep(command.payload, { kind: 'ours', entryId }, lagMs)
  }

  async #lost(inputs: readonly SendInput[], kind: FailureKind): Promise<Outcome[]> {
    await this.#late(this.#shop.lateMs + this.#shop.postLateMs)
    return inputs.map(() => unknown(kind))
  }
}
