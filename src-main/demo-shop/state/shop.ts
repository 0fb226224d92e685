import { factsOf, type OrderFacts } from '../world/facts.ts'
import { orderAt } from '../world/order.ts'
import { type Outcome, statusOf } from '../world/request-record.ts'
import { baseStatus, storyOf } from '../world/story.ts'
import { hasSlot, ownerOf, type World } from '../world/world.ts'
import { RequestBook } from './request-book.ts'
import type { StateFile } from './state-file.ts'

/** What every route works on: the computed world, the remembered state and the shop's clock. */
export class Shop {
  readonly world: World
  readonly file: StateFile
  readonly requests: RequestBook
  readonly #now: () => number

  constructor(file: StateFile, decideAfterMs: number, now: () => number) {
    this.file = file
    this.#now = now
    this.world = { shape: file.state.shape, startedAt: file.state.startedAt, decideAfterMs }
    this.requests = new RequestBook(this.world, file.state.requests)
  }

  /** The shop's own time: the machine's, plus what was skipped. */
  now(): number {
    return this.#now() + this.file.state.clockOffsetMs
  }

  advance(ms: number): void {
    this.file.state.clockOffsetMs += ms
    this.file.touch()
  }

  /**
   * Decides a request that was made since the shop opened, now instead of when its time comes; an approved one is carried
   * out half a wait later, as always. Says whether there was such a request and it was still open.
   */
  decide(requestId: number, outcome: Outcome): boolean {
    const request = this.file.state.requests.find(({ id }) => id === requestId)
    if (!request || statusOf(request, this.now()) !== 'open') return false
    Object.assign(request, { outcome, decideAt: this.now(), settleAt: this.now() + this.world.decideAfterMs / 2 })
    this.file.touch()
    return true
  }

  /** The order in a slot as it is now, or nothing where there is none. */
  order(slot: number): OrderFacts | undefined {
    if (!hasSlot(this.world, slot)) return undefined
    const order = orderAt(this.world, slot)
    return factsOf(order, this.requests.ofOrder(order), this.now())
  }

  /** The status of an order. Computes the order only when its story alone does not tell. */
  statusAt(slot: number): number {
    const { customerKey, index } = ownerOf(slot)
    const story = storyOf(this.world, customerKey, index)
    const told = !this.requests.isTouched(slot) && story !== 'asked-cancel' && story !== 'asked-refund'
    if (!told) return this.order(slot)?.status ?? 0
    return story === 'cancelled' ? 100 : story === 'refunded' ? 600 : baseStatus[story]
  }
}
