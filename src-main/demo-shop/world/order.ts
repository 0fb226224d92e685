import {
  banks,
  type Carrier,
  campaigns,
  carriers,
  freeShipping,
  type PaymentOption,
  paymentOptions,
} from '../data/commerce.ts'
import { walkInKey } from '../data/people.ts'
import { catalogueSize, type Product, productAt, productOf } from './catalogue.ts'
import { hex } from './format.ts'
import { type Address, addressesOf, type Person, personOf } from './people.ts'
import { at, between, createRandom, mix, pick, type Random } from './random.ts'
import { type Story, storyOf } from './story.ts'
import { itemIdOf, ownerOf, placedAt, rankOf, type World } from './world.ts'

export interface Line {
  readonly index: number
  readonly id: number
  readonly product: Product
  /** Kuruş for one piece. */
  readonly unit: number
  readonly quantity: number
  readonly tradable: boolean
}

/** An order as it was placed. Money is in kuruş. What happened since is in facts.ts. */
export interface Order {
  readonly slot: number
  readonly number: string
  readonly story: Story
  readonly placedAt: number
  readonly person: Person
  readonly shipTo: Address
  readonly billTo: Address
  readonly lines: readonly Line[]
  readonly shipping: number
  readonly discounts: readonly { readonly name: string; readonly amount: number }[]
  readonly payment: PaymentOption
  readonly bank: (typeof banks)[number]
  readonly installments: number
  readonly carrier: Carrier
  readonly client: string
  readonly english: boolean
  readonly giftNote: string | null
}

/** The number that both sides of the shop know an order by. */
export function numberOf(world: World, slot: number): string {
  const { seed } = world.shape
  const { customerKey, index } = ownerOf(slot)
  // Some sales channels number in hex.
  if (customerKey === walkInKey && index % 3 === 0) return hex(16, seed, slot, 41)
  const head = String(mix(seed, slot, 43) % 1_000_000).padStart(6, '0')
  const tail = String((slot * 48_271 + 91) % 100_000_000).padStart(8, '0')
  return `27${head}${tail}`
}

/** Computes the order in a slot. */
export function orderAt(world: World, slot: number): Order {
  const { seed } = world.shape
  const { customerKey, index } = ownerOf(slot)
  const random = createRandom(mix(seed, slot, 47))
  const story = storyOf(world, customerKey, index)
  const person = personOf(world, customerKey, index)
  const [home, work, company] = addressesOf(world, person)
  const lines = linesOf(world, slot, story, random)
  const goods = lines.reduce((sum, line) => sum + line.unit * line.quantity, 0)
  const shipping = goods < 75_000 ? 4990 : 0
  const payment = pick(random, paymentOptions)
  return {
    slot,
    number: numberOf(world, slot),
    story,
    placedAt: placedAt(world, customerKey, index),
    person,
    shipTo: random() < 0.7 ? home : work,
    billTo: random() < 0.8 ? home : company,
    lines,
    shipping,
    discounts: discountsOf(goods, shipping, random),
    payment,
    bank: pick(random, banks),
    installments: payment.card ? pick(random, [1, 1, 1, 3, 6, 9]) : 1,
    carrier: pick(random, carriers),
    client: pick(random, ['default', 'ios', 'android']),
    english: random() < 0.08,
    giftNote: random() < 0.06 ? 'İyi ki doğdun, güzel günlerde kullan!' : null,
  }
}

function linesOf(world: World, slot: number, story: Story, random: Random): Line[] {
  const { customerKey, index } = ownerOf(slot)
  const rank = customerKey === walkInKey ? -1 : rankOf(world, customerKey, index)
  const delivered = story === 'delivered' || story === 'settled'
  const make = (line: number, product: Product, quantity: number): Line => ({
    index: line,
    id: itemIdOf(slot, line),
    product,
    unit: Math.floor((product.retail * pick(random, [100, 100, 90, 75, 60])) / 10_000) * 100 + 99,
    quantity,
    tradable: delivered && product.category === 'electronics',
  })
  // The newest delivered order always has a line for every rule: several pieces, a pickup, a trade-in.
  if (rank === 2) {
    return [
      make(0, productOf('fashion', slot), 3),
      make(1, productOf('home-large', slot), 1),
      make(2, productOf('electronics', slot), 1),
    ]
  }
  const least = rank === 0 || story === 'part-cancelled' ? 2 : 1
  const count = Math.max(least, at([1, 1, 1, 2, 2, 3, 4, 5], between(random, 0, 7)))
  return Array.from({ length: count }, (_, line) => {
    const product = productAt(between(random, 0, catalogueSize - 1), between(random, 0, 7))
    const several = (rank === 0 && line === 0) || (!product.large && random() < 0.12)
    return make(line, product, several ? between(random, 2, 4) : 1)
  })
}

function discountsOf(goods: number, shipping: number, random: Random): { name: string; amount: number }[] {
  const rows: { name: string; amount: number }[] = []
  if (random() < 0.35) {
    const campaign = pick(random, campaigns)
    rows.push({ name: campaign.name, amount: Math.round((goods * campaign.percent) / 100) })
  }
  if (shipping === 0 && random() < 0.5) rows.push({ name: freeShipping, amount: 0 })
  return rows
}
