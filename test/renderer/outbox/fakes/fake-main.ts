import type { CallInput, CallOutput } from '../../../../src-main/contract/calls.ts'
import type { Outcome, SendInput } from '../../../../src-main/contract/entries.ts'
import {
  type Failure,
  type FailureKind,
  failed,
  failure,
  ok,
  type Reply,
} from '../../../../src-main/contract/failures.ts'
import type { CancellationRequest } from '../../../../src-main/contract/resources.ts'
import { appOrigin } from '../../../../src-main/desktop/file-for.ts'
import { answer } from '../../../../src-main/ipc/answer.ts'
import { outboxCalls, type RequestSender } from '../../../../src-main/ledger/outbox-calls.ts'
import { type OutboxLedger, outboxLedgerOpener } from '../../../../src-main/ledger/outbox-ledger.ts'
import type { OutboxMain } from '../../../../src-renderer/outbox/types.ts'
import type { FakeShop } from './fake-shop.ts'
import { dataFolder, type LedgerDisk, ledgerKey } from './ledger-disk.ts'
import type { Life } from './life.ts'
import type { ManualClock } from './manual-clock.ts'
import { itemRow, orderRow } from './rows.ts'

const notSent = (kind: FailureKind, more: Partial<Failure> = {}): Outcome => ({
  kind: 'not-sent',
  failure: failure(kind, more),
})
const unknown = (kind: FailureKind): Outcome => ({ kind: 'unknown', failure: failure(kind) })

const ourFrame = { origin: appOrigin }
const ourWindow = { senderFrame: ourFrame, sender: { mainFrame: ourFrame } }

type OutboxCalls = ReturnType<typeof outboxCalls>

/**
 * The main process with its real door, real handlers and real ledger. Only the way to the shop is made up: what each
 * POST and each read comes to. `life` is its own; what the renderer sees is `bridgeFor`.
 */
export class FakeMain {
  /** Called for each POST at the moment it reaches the shop. */
  onPost: (input: SendInput) => void = () => undefined
  /** What every list read fails with. */
  listFailure: Failure | null = null
  reads = 0
  readonly openLedger: () => Promise<OutboxLedger>
  readonly #shop: FakeShop
  readonly #ledger: LedgerDisk
  readonly #clock: ManualClock
  readonly #life: Life
  readonly #calls: OutboxCalls

  constructor(shop: FakeShop, ledger: LedgerDisk, clock: ManualClock, life: Life) {
    this.#shop = shop
    this.#ledger = ledger
    this.#clock = clock
    this.#life = life
    const { now } = clock
    const vault = { opened: async () => ledgerKey }
    this.openLedger = outboxLedgerOpener(vault, dataFolder, { disk: ledger.boot(life), now }).open
    const wire: RequestSender = {
      one: async send => (await this.#post([send]))[0] ?? unknown('bug'),
      together: sends => this.#post(sends),
    }
    this.#calls = outboxCalls({ ledger: this.openLedger, wireFor: () => ok(wire), now })
  }

  /** The bridge of one renderer: when that renderer is dead, its calls go nowhere and its answers are not heard. */
  bridgeFor(renderer: Life): OutboxMain {
    const through = async <T>(call: () => Promise<T>): Promise<T> => {
      await renderer.step()
      await this.#life.step()
      const value = await call()
      await this.#life.step()
      await renderer.step()
      // Everything crosses as a copy.
      return JSON.parse(JSON.stringify(value))
    }
    const calls = this.#calls
    return {
      commerce: {
        currentUser: () => through(() => this.#read(() => ok(this.#user()))),
        requests: ({ page, limit }) => through(() => this.#read(() => this.#requests(page, limit))),
        cancellationView: ({ id }) => through(() => this.#read(() => ok(this.#order(id)))),
        order: ({ id }) => through(() => this.#read(() => ok(this.#order(id)))),
      },
      ledger: {
        record: input => through(() => this.#record(input)),
        read: () => through(() => answer('ledger.read', calls['ledger.read'], ourWindow, undefined)),
      },
      outbox: {
        send: input => through(() => answer('outbox.send', calls['outbox.send'], ourWindow, input)),
        sendTogether: input =>
          through(() => answer('outbox.sendTogether', calls['outbox.sendTogether'], ourWindow, input)),
      },
      app: { log: async () => ok(undefined) },
    }
  }

  async #record(input: CallInput<'ledger.record'>): Promise<Reply<undefined>> {
    const reply = await answer('ledger.record', this.#calls['ledger.record'], ourWindow, input)
    if (!reply.ok && this.#ledger.trouble === 'broken')
      for (const { id } of input.entries) this.#ledger.notTakenBack.add(id)
    return reply
  }

  async #late(ms = this.#shop.lateMs): Promise<void> {
    if (ms > 0) await new Promise<void>(resolve => this.#clock.after(ms, resolve))
  }

  async #read<T>(value: () => Reply<T>): Promise<Reply<T>> {
    this.reads += 1
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
    const outcomes = await this.#outcomesOf(inputs)
    await this.#life.step()
    return outcomes
  }

  async #outcomesOf(inputs: readonly SendInput[]): Promise<Outcome[]> {
    const shop = this.#shop
    const answer = shop.answers.shift() ?? 'ok'
    const all = (outcome: Outcome) => inputs.map(() => outcome)
    if (!shop.online || answer === 'unreachable') return all(notSent('offline', { code: 'ERR_CONNECTION_REFUSED' }))
    for (const input of inputs) this.#arrive(input, inputs.length)
    if (!shop.signedIn || answer === 'unsigned') return all(notSent('signed-out', { status: 401 }))
    if (answer === 'csrf') return all(notSent('csrf', { status: 403 }))
    if (answer === 'throttle') return all(notSent('throttled', { status: 429, retryAfterMs: 5_000 }))
    const isBulk = inputs.length > 1
    const refusal = isBulk ? 'refused-together' : 'rejected'
    const refuse = () => all({ kind: refusal, failure: failure('rejected', { status: 400 }) })
    const refuseAsOpen = () => {
      const code = 'cancellation_request_100_1'
      // Of a single POST the client takes it for an echo: the request that is there may be ours.
      if (!isBulk) return all({ kind: 'unknown', failure: failure('conflict', { status: 406, code }) })
      return all({ kind: refusal, failure: failure('rejected', { status: 400, code }) })
    }
    if (answer === 'refuse-in-part' && isBulk)
      for (const input of inputs.filter((_, index) => index % 2 === 0)) this.#keep(input, 0)
    if (answer === 'refuse' || answer === 'refuse-in-part') return refuse()
    if (answer === 'doubled') {
      shop.saysThatOneExists()
      for (const input of inputs.filter(({ command }) => !shop.hasOpen(command.payload.order_item))) this.#keep(input)
      return refuseAsOpen()
    }
    if (answer === 'lost-before') return this.#lost(inputs, 'unreachable-after-send')
    if (answer === 'server-error-before') return this.#lost(inputs, 'server-error')
    if (answer === 'rows-missing' && !isBulk) return this.#lost(inputs, 'unreachable-after-send')
    if (shop.hasGuard && inputs.some(({ command }) => shop.hasOpen(command.payload.order_item))) return refuseAsOpen()
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
