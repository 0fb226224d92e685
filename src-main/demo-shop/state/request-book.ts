import { type Order, orderAt } from '../world/order.ts'
import type { RequestRecord } from '../world/request-record.ts'
import { hasSeededRequests, seededRequests } from '../world/seeded-requests.ts'
import { storyOf } from '../world/story.ts'
import { orderCount, ownerOf, slotOf, type World } from '../world/world.ts'

interface Place {
  readonly slot: number
  readonly line: number
}

/** All requests of the shop: those that orders came with, and those that were made since. */
export class RequestBook {
  readonly #world: World
  readonly #made = new Map<number, RequestRecord[]>()
  readonly #seeded = new Map<number, readonly Place[]>()

  constructor(world: World, made: readonly RequestRecord[]) {
    this.#world = world
    for (const request of made) this.add(request)
  }

  add(request: RequestRecord): void {
    const known = this.#made.get(request.slot)
    if (known) known.push(request)
    else this.#made.set(request.slot, [request])
  }

  /** The requests of an order, oldest first. */
  ofOrder(order: Order): RequestRecord[] {
    return [...seededRequests(this.#world, order), ...(this.#made.get(order.slot) ?? [])]
  }

  /** Whether anybody asked for anything in an order since the shop opened. */
  isTouched(slot: number): boolean {
    return this.#made.has(slot)
  }

  /** The slots of all orders with requests made since the shop opened. */
  touchedSlots(): number[] {
    return [...this.#made.keys()]
  }

  /** How many requests a customer has. */
  countOf(customerKey: number): number {
    return this.#madeBy(customerKey).length + this.#seededPlaces(customerKey).length
  }

  /** A stretch of a customer's requests, newest first. Only these are computed. */
  sliceOf(customerKey: number, from: number, to: number): RequestRecord[] {
    const made = this.#madeBy(customerKey).sort((one, other) => other.id - one.id)
    const places = this.#seededPlaces(customerKey).slice(Math.max(0, from - made.length), Math.max(0, to - made.length))
    const seeded = places.flatMap(({ slot, line }) =>
      seededRequests(this.#world, orderAt(this.#world, slot)).filter(request => request.line === line),
    )
    return [...made.slice(from, to), ...seeded]
  }

  #madeBy(customerKey: number): RequestRecord[] {
    return [...this.#made.values()].flat().filter(request => ownerOf(request.slot).customerKey === customerKey)
  }

  /** Where a customer's seeded requests are, newest first. Found once: stories never change. */
  #seededPlaces(customerKey: number): readonly Place[] {
    const known = this.#seeded.get(customerKey)
    if (known) return known
    const found: Place[] = []
    for (let index = orderCount(this.#world, customerKey) - 1; index >= 0; index--) {
      if (!hasSeededRequests(storyOf(this.#world, customerKey, index))) continue
      const slot = slotOf(customerKey, index)
      const lines = seededRequests(this.#world, orderAt(this.#world, slot)).map(request => request.line)
      found.push(...lines.reverse().map(line => ({ slot, line })))
    }
    this.#seeded.set(customerKey, found)
    return found
  }
}
