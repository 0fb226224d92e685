import { walkInKey } from '../data/people.ts'
import { cancelStatusOf } from '../json/staff-order-json.ts'
import type { Shop } from '../state/shop.ts'
import { askedByMain, rankOf, slotOf, strayWalkIns, waitingWalkIns } from '../world/world.ts'

const rowsPerStray = 12

/**
 * The orders with an item of this cancel status, the newest request first. Strays are mixed into the waiting ones
 * on purpose: the document's own example shows an order that has nothing waiting.
 */
export function slotsByCancelStatus(shop: Shop, wanted: string): number[] {
  const found: { slot: number; askedAt: number }[] = []
  for (const slot of candidates(shop)) {
    const lines = shop.order(slot)?.lines.filter(line => cancelStatusOf(line) === wanted) ?? []
    const asked = lines.flatMap(line => line.requests.map(request => request.createdAt))
    if (asked.length > 0) found.push({ slot, askedAt: Math.max(...asked) })
  }
  const slots = found.sort((one, other) => other.askedAt - one.askedAt || other.slot - one.slot).map(row => row.slot)
  return wanted === 'waiting' ? withStrays(shop, slots) : slots
}

/** The only orders that can have anything waiting: those that came so, and those that were asked for since. */
function candidates(shop: Shop): Set<number> {
  const { shape } = shop.world
  const slots = new Set(shop.requests.touchedSlots())
  for (let index = 0; index < waitingWalkIns(shape); index++) slots.add(slotOf(walkInKey, index))
  for (let nth = 0; nth < askedByMain(shape); nth++) slots.add(slotOf(0, rankOf(shop.world, 0, 0) - 6 - nth * 5))
  return slots
}

function withStrays(shop: Shop, slots: readonly number[]): number[] {
  const { shape } = shop.world
  const strays = Array.from({ length: strayWalkIns(shape) }, (_, nth) => slotOf(walkInKey, waitingWalkIns(shape) + nth))
  const mixed: number[] = []
  slots.forEach((slot, index) => {
    const stray = index % rowsPerStray === 1 ? strays[Math.floor(index / rowsPerStray)] : undefined
    if (stray !== undefined) mixed.push(stray)
    mixed.push(slot)
  })
  return mixed
}
