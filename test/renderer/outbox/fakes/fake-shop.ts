import type { CancellationPayload } from '../../../../src-main/contract/commands.ts'
import type { CancellationRequest, OrderItem } from '../../../../src-main/contract/resources.ts'
import { requestRow } from './rows.ts'

export interface Post {
  readonly entryId: string
  readonly revision: number
  readonly attempt: number
  readonly orderItem: string
  /** Whose session it came with. */
  readonly user: string
  readonly at: number
  /** How many lines went out with it, itself included. */
  readonly together: number
}

interface Kept {
  readonly row: CancellationRequest
  readonly by: { readonly kind: 'ours'; readonly entryId: string } | { readonly kind: 'foreign' }
  readonly visibleAt: number
}

export type Answer =
  | 'ok'
  | 'lost-after'
  | 'lost-before'
  /** Something on the way sends it twice: the first copy is kept, and the second is told that a request exists. */
  | 'doubled'
  | 'server-error-after'
  | 'server-error-before'
  | 'refuse'
  /** Of a bulk call: every other line is kept all the same. A single POST is just refused. */
  | 'refuse-in-part'
  /** Of a bulk call: answered with the first row only, although all are kept. A single POST's answer is lost. */
  | 'rows-missing'
  | 'throttle'
  | 'unsigned'
  | 'csrf'
  | 'unreachable'
  | 'garbage-after'

/** A shop without idempotency keys and, unless told otherwise, without a guard: every POST that it handles makes a request. */
export class FakeShop {
  readonly posts: Post[] = []
  readonly kept: Kept[] = []
  readonly items = new Map<string, Partial<OrderItem>>()
  /** What the next POSTs come to; empty means 'ok'. */
  readonly answers: Answer[] = []
  online = true
  signedIn = true
  /** Who the session belongs to. */
  user = 'user-1'
  listLagMs = 0
  /** How late every answer is, and how much later those to a POST. */
  lateMs = 0
  postLateMs = 0
  /** Looks for an open request before it makes one. A shop that once said that there is one goes on looking. */
  get hasGuard(): boolean {
    return this.#hasGuard || this.#saidThatOneExists
  }

  set hasGuard(on: boolean) {
    this.#hasGuard = on
  }

  saysThatOneExists(): void {
    this.#saidThatOneExists = true
  }

  #hasGuard = false
  #saidThatOneExists = false
  readonly #now: () => number
  #nextId = 100

  constructor(now: () => number) {
    this.#now = now
  }

  list(): CancellationRequest[] {
    return this.kept
      .filter(one => one.visibleAt <= this.#now())
      .map(one => one.row)
      .reverse()
  }

  requestOf(id: string): Kept | undefined {
    return this.kept.find(one => one.row.id === id)
  }

  hasOpen(orderItem: string): boolean {
    return this.kept.some(one => one.row.order_item === orderItem && one.row.status.value === 'open')
  }

  /** `lagMs`: how late the list shows it. */
  keep(payload: CancellationPayload, by: Kept['by'], lagMs = this.listLagMs): CancellationRequest {
    this.#nextId += 1
    const row = requestRow(String(this.#nextId), payload)
    this.kept.push({ row, by, visibleAt: this.#now() + lagMs })
    return row
  }

  /** A request of long ago, like ours in every field, that the shop refused. */
  old(orderItem: string): void {
    this.#nextId += 1
    const payload: CancellationPayload = { order_item: orderItem, cancellation_type: 'cancel', reason: '3' }
    this.kept.push({
      row: requestRow(String(this.#nextId), payload, 'rejected'),
      by: { kind: 'foreign' },
      visibleAt: 0,
    })
  }

  /** Somebody else asks for the same item, with a reason of their own. */
  foreign(orderItem: string): CancellationRequest {
    return this.keep({ order_item: orderItem, cancellation_type: 'cancel', reason: '77' }, { kind: 'foreign' })
  }
}
