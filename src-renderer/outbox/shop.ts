import pLimit, { type LimitFunction } from 'p-limit'
import type { Entry, Outcome, SendInput } from '../../src-main/contract/entries.ts'
import { failed, failure, ok, type Reply } from '../../src-main/contract/failures.ts'
import type { Connections } from '../connection/connections.ts'
import { type Clock, within } from '../model/clock.ts'
import { lastAttempt } from './policy.ts'
import { type Ask, itemReader, type ReadItem, readRequests, SharedLists } from './reads.ts'
import type { Timings } from './timings.ts'
import type { OutboxMain } from './types.ts'

interface ShopParts {
  readonly main: OutboxMain
  readonly connections: Pick<Connections, 'note'>
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

/** What the queue asks of the shops. Each call has a deadline, and its reply goes to the account's connection. */
export class OutboxShop {
  readonly #parts: ShopParts
  readonly #turns = new Map<string, LimitFunction>()
  readonly #withoutBulk = new Set<string>()
  readonly lists: SharedLists

  constructor(parts: ShopParts) {
    this.#parts = parts
    const { main, clock, timings } = parts
    this.lists = new SharedLists(id => readRequests(id, main, this.#ask), clock.now, timings.sightMs)
  }

  itemReader(accountId: string): ReadItem {
    return itemReader(accountId, this.#parts.main, this.#ask)
  }

  /** Whether the shop may know the bulk call. */
  knowsBulk(accountId: string): boolean {
    return !this.#withoutBulk.has(accountId)
  }

  /**
   * Runs a write when the account's number of writes allows it. `isLate` when it waited so long that what was seen
   * before is too old to send by.
   */
  inTurn<T>(accountId: string, write: (isLate: boolean) => Promise<T>): Promise<T> {
    const { clock, timings } = this.#parts
    const turn = this.#turns.get(accountId) ?? pLimit(timings.wirePerAccount)
    this.#turns.set(accountId, turn)
    const since = clock.now()
    return turn(() => {
      const waitedMs = clock.now() - since
      return write(waitedMs < 0 || waitedMs > timings.sightMs)
    })
  }

  /** Sends entries of one account in one call. Outcomes in their order; one that comes late goes to `onLate`. */
  async send(
    entries: readonly Entry[],
    onLate: (index: number, outcome: Outcome) => void,
  ): Promise<Reply<readonly Outcome[]>> {
    const { main, clock, timings, connections } = this.#parts
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
    if (!reply.ok) connections.note(accountId, reply)
    for (const outcome of reply.ok ? reply.value : []) {
      connections.note(accountId, outcome.kind === 'confirmed' ? ok(outcome) : failed(outcome.failure))
      if (outcome.kind === 'refused-together' && saysNoSuchCall.has(outcome.failure.status ?? 0))
        this.#withoutBulk.add(accountId)
    }
    return reply
  }

  readonly #ask: Ask = async (accountId, call) => {
    const { clock, timings, connections } = this.#parts
    const late = () => failed(failure('offline', { code: 'deadline' }))
    const reply = await within(clock, timings.readDeadlineMs, call(), late).catch(() => failed(failure('bug')))
    connections.note(accountId, reply)
    return reply
  }
}
