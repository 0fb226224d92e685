import { walkInKey } from '../data/people.ts'
import { createRandom, mix } from './random.ts'
import { askedByMain, orderCount, rankOf, type World, waitingWalkIns } from './world.ts'

/** What has become of an order before anybody touched the shop. */
export type Story =
  | 'waiting'
  | 'approved'
  | 'preparing'
  | 'shipped'
  /** Delivered, and still inside the return window. */
  | 'delivered'
  /** Delivered so long ago that nothing can be returned. */
  | 'settled'
  | 'cancelled'
  | 'refunded'
  /** One line was cancelled, the others go on. */
  | 'part-cancelled'
  /** A refund was asked for and refused: it may be asked for again. */
  | 'refused'
  /** A cancellation is waiting for a decision. */
  | 'asked-cancel'
  /** A refund is waiting for a decision. */
  | 'asked-refund'

/** The status of every line before requests are looked at. */
export const baseStatus: Readonly<Record<Story, number>> = {
  waiting: 200,
  approved: 400,
  preparing: 450,
  shipped: 500,
  delivered: 550,
  settled: 550,
  cancelled: 200,
  refunded: 550,
  'part-cancelled': 400,
  refused: 550,
  'asked-cancel': 400,
  'asked-refund': 550,
}

// The top of the list shows one of each, so that a tour and a test find what they need at once.
const newest: readonly Story[] = ['waiting', 'approved', 'delivered', 'shipped', 'preparing', 'waiting']

const ages: readonly (readonly [upTo: number, odds: readonly (readonly [Story, number])[]])[] = [
  [
    0.1,
    [
      ['waiting', 0.35],
      ['approved', 0.35],
      ['preparing', 0.2],
      ['part-cancelled', 0.1],
    ],
  ],
  [
    0.2,
    [
      ['preparing', 0.3],
      ['shipped', 0.6],
      ['cancelled', 0.1],
    ],
  ],
  [
    0.45,
    [
      ['delivered', 0.7],
      ['refused', 0.1],
      ['shipped', 0.05],
      ['cancelled', 0.08],
      ['refunded', 0.07],
    ],
  ],
  [
    1,
    [
      ['settled', 0.78],
      ['cancelled', 0.12],
      ['refunded', 0.1],
    ],
  ],
]

/** The story of an order, without computing the order. */
export function storyOf(world: World, customerKey: number, index: number): Story {
  const { seed } = world.shape
  const roll = createRandom(mix(seed, customerKey, index, 23))()
  if (customerKey === walkInKey) {
    if (index >= waitingWalkIns(world.shape)) return 'preparing'
    return roll < 0.6 ? 'asked-cancel' : 'asked-refund'
  }
  const rank = rankOf(world, customerKey, index)
  const fixed = newest[rank]
  if (fixed !== undefined) return fixed
  const asked = customerKey === 0 && (rank - 6) % 5 === 0 ? (rank - 6) / 5 : -1
  if (asked >= 0 && asked < askedByMain(world.shape)) return asked % 2 === 0 ? 'asked-cancel' : 'asked-refund'
  return drawStory(rank / orderCount(world, customerKey), roll)
}

function drawStory(age: number, roll: number): Story {
  const odds = ages.find(([upTo]) => age < upTo)?.[1] ?? []
  let left = roll
  for (const [story, share] of odds) {
    if (left < share) return story
    left -= share
  }
  return 'settled'
}
