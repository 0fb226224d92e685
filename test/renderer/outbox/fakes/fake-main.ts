import type { CallOutput, LedgerEnd, LedgerEntry } from '../../../../src-main/contract/calls.ts'
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
import { alreadyAttempted, type OutboxMain } from '../../../../src-renderer/outbox/types.ts'
import type { FakeShop } from './fake-shop.ts'
import type { Life } from './life.ts'
import type { ManualClock } from './manual-clock.ts'
import { itemRow, orderRow } from './rows.ts'

/** The ledger's file. */
export class LedgerDisk {
  readonly lines = new Map<string, string>()
  /** What compaction left of entries that are over. */
  readonly ended = new Map<string, LedgerEnd>()
  damagedLines = 0
  broken = false
  /** Never answers. */
  hangs = false
  /** What a full disk did not let it take back. */
  readonly notTakenBack = new Set<string>()

  get(id: string): LedgerEntry | null {
    const text = this.lines.get(id)
    return text === undefined ? null : JSON.parse(text)
  }

  put(entry: Entry): void {
    this.ended.delete(entry.id)
    this.lines.set(entry.id, JSON.stringify({ entry, sends: this.get(entry.id)?.sends ?? [] }))
  }

  change(id: string, by: (line: LedgerEntry) => LedgerEntry): void {
    const line = this.get(id)
    if (line !== null) this.lines.set(id, JSON.stringify(by(line)))
  }

  /** As main does it: what is over keeps a line without content. */
  compact(): void {
    for (const { entry } of this.all()) {
      const { id, version, state, result, settledAt } = entry
      if (state !== 'CONFIRMED' && state !== 'DROPPED') continue
      const takenBack = state === 'DROPPED' && settledAt === null ? { takenBack: true as const } : {}
      this.ended.set(id, { id, version, state, requestId: result?.requestId ?? null, at: settledAt ?? 0, ...takenBack })
      this.lines.delete(id)
    }
  }

  all(): LedgerEntry[] {
    return [...this.lines.keys()].flatMap(id => this.get(id) ?? [])
  }
}

const notSent = (kind: FailureKind, more: Partial<Failure> = {}): Outcome => ({
  kind: 'not-sent',
  failure: failure(kind, more),
})
const unknown = (kind: FailureKind): Outcome => ({ kind: 'unknown', failure: failure(kind) })

const isOf = (input: SendInput, one: LedgerEntry['sends'][number]): boolean =>
  one.revision === input.revision && one.attempt === input.attempt

const first = (reply: Reply<Outcome[]>): Reply<Outcome> => (reply.ok ? ok(reply.value[0] ?? unknown('bug')) : reply)

/** The main process: one shop, one ledger. `life` is its own; what the renderer sees is `bridgeFor`. */
export class FakeMain {
  /** Called for each POST at the moment it reaches the shop. */
  onPost: (input: SendInput) => void = () => undefined
  /** What `send` refuses with before it writes an intent. */
  refusal: Failure | null = null
  /** What every list read fails with. */
  listFailure: Failure | null = null
  reads = 0
  /** Records of the ledger that were written, each with one sync. */
  records = 0
  readonly #shop: FakeShop
  readonly #ledger: LedgerDisk
  readonly #clock: ManualClock
  readonly #life: Life

  constructor(shop: FakeShop, ledger: LedgerDisk, clock: ManualClock, life: Life) {
    this.#shop = shop
    this.#ledger = ledger
    this.#clock = clock
    this.#life = life
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
        read: () => through(() => this.#readLedger()),
      },
      outbox: {
        send: input => through(async () => first(await this.#send([input]))),
        sendTogether: ({ sends }) => through(() => this.#send(sends)),
      },
      app: { log: async () => ok(undefined) },
    }
  }

  async #record(entries: readonly Entry[]): Promise<Reply<undefined>> {
    await this.#life.step()
    if (this.#ledger.hangs) await new Promise<never>(() => undefined)
    if (this.#ledger.broken) {
      for (const { id, state } of entries) if (state === 'DROPPED') this.#ledger.notTakenBack.add(id)
      return failed(failure('storage'))
    }
    this.records += 1
    for (const entry of entries) {
      this.#ledger.put(entry)
      // A process that ends amid the write leaves the first of them.
      await this.#life.step()
    }
    return ok(undefined)
  }

  async #readLedger(): Promise<Reply<CallOutput<'ledger.read'>>> {
    await this.#life.step()
    if (this.#ledger.hangs) await new Promise<never>(() => undefined)
    const { ended, damagedLines } = this.#ledger
    return ok({ entries: this.#ledger.all(), ended: [...ended.values()], damagedLines })
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

  async #send(inputs: readonly SendInput[]): Promise<Reply<Outcome[]>> {
    await this.#life.step()
    if (this.refusal !== null) return failed(this.refusal)
    if (this.#ledger.broken) return failed(failure('storage'))
    const claimed = inputs.filter(input => !this.#sendsOf(input).some(one => isOf(input, one)))
    if (claimed.length === 0) return failed(failure('conflict', { code: alreadyAttempted }))
    for (const { entryId, revision, attempt, baselineIds } of claimed) {
      const intent = { revision, attempt, baselineIds, startedAt: this.#clock.now(), outcome: null }
      this.#ledger.change(entryId, line => ({ ...line, sends: [...line.sends, intent] }))
    }
    await this.#life.step()
    const ended = new Map<SendInput, Outcome>()
    const outcomes = await this.#post(claimed)
    for (const [index, input] of claimed.entries()) ended.set(input, outcomes[index] ?? unknown('bug'))
    await this.#life.step()
    for (const [input, outcome] of ended)
      this.#ledger.change(input.entryId, line => ({
        ...line,
        sends: line.sends.map(one => (isOf(input, one) ? { ...one, outcome } : one)),
      }))
    await this.#life.step()
    return ok(inputs.map(input => ended.get(input) ?? unknown('conflict')))
  }

  #sendsOf({ entryId }: SendInput): LedgerEntry['sends'] {
    return this.#ledger.get(entryId)?.sends ?? []
  }

  /** One POST, of one line or as a bulk call; an outcome a line. */
  async #post(inputs: readonly SendInput[]): Promise<Outcome[]> {
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
      // Only a shop that looks for an open request first can say that there is one, and it goes on looking.
      shop.hasGuard = true
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
