import { reasons } from '../data/commerce.ts'
import { walkInKey } from '../data/people.ts'
import { uuidOf } from './format.ts'
import type { Order } from './order.ts'
import { at, mix } from './random.ts'
import type { RequestRecord } from './request-record.ts'
import type { Story } from './story.ts'
import { ownerOf, rankOf, type World } from './world.ts'

const minuteMs = 60_000

/** Whether an order of this story came with requests, without computing the order. */
export function hasSeededRequests(story: Story): boolean {
  return ['cancelled', 'refunded', 'part-cancelled', 'refused', 'asked-cancel', 'asked-refund'].includes(story)
}

/** The requests that an order came with, oldest first. */
export function seededRequests(world: World, order: Order): RequestRecord[] {
  const { story } = order
  if (!hasSeededRequests(story)) return []
  const waiting = story === 'asked-cancel' || story === 'asked-refund'
  const all = story === 'cancelled' || story === 'refunded'
  const type = story === 'refunded' || story === 'refused' || story === 'asked-refund' ? 'refund' : 'cancel'
  const lines = all ? order.lines : order.lines.slice(0, 1)
  return lines.map(line => {
    const draw = mix(world.shape.seed, line.id, 53)
    const createdAt = askedAt(world, order, waiting, draw)
    const decideAt = waiting ? decideWaitingAt(world, order.slot) : createdAt + 20 * minuteMs
    const choices = reasons.filter(reason => reason.type === type && !reason.extra)
    return {
      id: 100_000 + order.slot * 16 + line.index * 2,
      uuid: uuidOf(world.shape.seed, line.id, 59),
      slot: order.slot,
      line: line.index,
      type,
      reason: at(choices, draw).id,
      description: draw % 3 === 0 ? 'Müşteri mağazayı arayarak bildirdi.' : draw % 3 === 1 ? '' : null,
      iban: null,
      holderName: null,
      carrier: type === 'refund' ? order.carrier.pk : null,
      pickupAddress: type === 'refund' && line.product.large ? order.shipTo.pk : null,
      pickupDate: null,
      quantity: line.quantity,
      asLoyaltyMoney: false,
      createdAt,
      decideAt,
      settleAt: decideAt === null ? null : decideAt + (waiting ? world.decideAfterMs / 2 : 20 * minuteMs),
      outcome: story === 'refused' ? 'reject' : 'complete',
    }
  })
}

function askedAt(world: World, order: Order, waiting: boolean, draw: number): number {
  // An hour at least before the start: history is never still being decided.
  if (!waiting) return Math.min(order.placedAt + (10 + (draw % 600)) * minuteMs, world.startedAt - 60 * minuteMs)
  const recently = world.startedAt - (10 + (draw % 2000)) * minuteMs
  return Math.min(world.startedAt, Math.max(order.placedAt + 5 * minuteMs, recently))
}

/**
 * Every sixth waiting order is decided while somebody watches, one after another. The others wait for ever:
 * a demo that is opened a day later still has work to show.
 */
function decideWaitingAt(world: World, slot: number): number | null {
  const { customerKey, index } = ownerOf(slot)
  if (customerKey !== walkInKey)
    return rankOf(world, customerKey, index) === 6 ? world.startedAt + 3 * world.decideAfterMs : null
  if (index % 6 !== 5 || index > 36) return null
  return world.startedAt + (2 + Math.floor(index / 6)) * world.decideAfterMs
}
