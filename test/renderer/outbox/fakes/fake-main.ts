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
import { alreadyAttempted, type OutboxMain } from '../../../../src-renderer/outbox/outbox-main.ts'
import type { FakeShop } from './fake-shop.ts'
import type { Life } from './life.ts'
import type { ManualClock } from './manual-clock.ts'
import { itemRow, orderRow } from './rows.ts'

/** The ledger's file. */
export class LedgerDisk {
  readonly lines = new Map<string, string>()
  damagedLines = 0
  broken = false

  get(id: string): LedgerEntry | null {
    const text = this.lines.get(id)
    return text === undefined ? null : JSON.parse(text)
  }

  put(entry: Entry): void {
    this.lines.set(entry.id, JSON.stringify({ entry, sends: this.get(entry.id)?.sends ?? [] }))
  }

  change(id: string, by: (line: LedgerEntry) => LedgerEntry): void {
    const line = this.get(id)
    if (line !== null) this.lines.set(id, JSON.stringify(by(line)))
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

/** The main process: one shop, one ledger. `life` is its own; what the renderer sees is `bridgeFor`. */
export class FakeMain {
  /** Called for each POST at the moment it reaches the shop. */
  onPost: (input: SendInput) => void = () => undefined
  /** What `send` refuses with before it writes an intent. */
  refusal: Failure | null = null
  /** What every list read fails with. */
  listFailure: Failure | null = null
  reads = 0
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
        record: ({ entry }) => through(() => this.#record(entry)),
        read: () => through(() => this.#readLedger()),
      },
      outbox: { send: input => through(() => this.#send(input)) },
      app: { log: async () => ok(undefined) },
    }
  }

  async #record(entry: Entry): Promise<Reply<undefined>> {
    await this.#life.step()
    if (this.#ledger.broken) return failed(failure('storage'))
    this.#ledger.put(entry)
    await this.#life.step()
    return ok(undefined)
  }

  async #readLedger(): Promise<Reply<CallOutput<'ledger.read'>>> {
    await this.#life.step()
    return ok({ entries: this.#ledger.all(), damagedLines: this.#ledger.damagedLines })
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

  async #send(input: SendInput): Promise<Reply<Outcome>> {
    await this.#life.step()
    if (this.refusal !== null) return failed(this.refusal)
    if (this.#ledger.broken) return failed(failure('storage'))
    const { entryId, revision, attempt, baselineIds } = input
    const sends = this.#ledger.get(entryId)?.sends ?? []
    if (sends.some(one => one.revision === revision && one.attempt === attempt))
      return failed(failure('conflict', { code: alreadyAttempted }))
    const intent = { revision, attempt, baselineIds, startedAt: this.#clock.now(), outcome: null }
    this.#ledger.change(entryId, line => ({ ...line, sends: [...line.sends, intent] }))
    await this.#life.step()
    const outcome = await this.#post(input)
    await this.#life.step()
    this.#ledger.change(entryId, line => ({
      ...line,
      sends: line.sends.map(one => (one.revision === revision && one.attempt === attempt ? { ...one, outcome } : one)),
    }))
    await this.#life.step()
    return ok(outcome)
  }

  async #post(input: SendInput): Promise<Outcome> {
    const shop = this.#shop
    const answer = shop.answers.shift() ?? 'ok'
    if (!shop.online || answer === 'unreachable') return notSent('offline', { code: 'ERR_CONNECTION_REFUSED' })
    const { entryId, revision, attempt, command } = input
    const { payload } = command
    this.onPost(input)
    shop.posts.push({
      entryId,
      revision,
      attempt,
      orderItem: payload.order_item,
      user: shop.user,
      at: this.#clock.now(),
    })
    if (!shop.signedIn || answer === 'unsigned') return notSent('signed-out', { status: 401 })
    if (answer === 'csrf') return notSent('csrf', { status: 403 })
    if (answer === 'throttle') return notSent('throttled', { status: 429, retryAfterMs: 5_000 })
    if (answer === 'refuse') return { kind: 'rejected', failure: failure('rejected', { status: 400 }) }
    if (answer === 'lost-before') return this.#lost('unreachable-after-send')
    if (answer === 'server-error-before') return this.#lost('server-error')
    if (shop.hasGuard && shop.hasOpen(payload.order_item))
      return { kind: 'rejected', failure: failure('rejected', { status: 406, code: 'cancellation_request_100_1' }) }
    const request = shop.keep(payload, { kind: 'ours', entryId })
    if (answer === 'lost-after') return this.#lost('unreachable-after-send')
    if (answer === 'server-error-after') return this.#lost('server-error')
    if (answer === 'garbage-after') return this.#lost('not-json')
    await this.#late(this.#shop.lateMs + this.#shop.postLateMs)
    return { kind: 'confirmed', request }
  }

  async #lost(kind: FailureKind): Promise<Outcome> {
    await this.#late(this.#shop.lateMs + this.#shop.postLateMs)
    return unknown(kind)
  }
}
