import { banks } from '../data/commerce.ts'
import { places } from '../data/places.ts'
import { productAt } from '../world/catalogue.ts'
import { money, stamp } from '../world/format.ts'
import { type Address, addressesOf, personOf } from '../world/people.ts'
import { at, between, createRandom, mix, pick } from '../world/random.ts'
import type { World } from '../world/world.ts'
import type { Json } from './address-json.ts'
import { lira } from './language.ts'

const firstOldId = 5
const dayMs = 86_400_000

/** How many orders a customer has from the merchant's former system. */
export function oldOrderCount({ shape }: World, customerKey: number): number {
  if (customerKey === 0) return shape.oldOrders
  return customerKey === 1 ? 2 : 0
}

/** The place among a customer's old orders that an id stands for, or -1. */
export function oldOrderIndex(world: World, customerKey: number, id: number): number {
  const index = (id - firstOldId - customerKey) / 3
  return Number.isInteger(index) && index >= 0 && index < oldOrderCount(world, customerKey) ? index : -1
}

/** An order of the merchant's former system: addresses and status are free text here. */
export function oldOrderJson(world: World, customerKey: number, index: number): Json {
  const random = createRandom(mix(world.shape.seed, customerKey, index, 89))
  const person = personOf(world, customerKey, 0)
  const [home, work] = addressesOf(world, person)
  const id = firstOldId + customerKey + index * 3
  const count = oldOrderCount(world, customerKey)
  const placedAt =
    world.startedAt - (1100 + Math.floor(((count - index) * 900) / count)) * dayMs - between(random, 0, dayMs)
  // Some were moved over without their lines.
  const rows = random() < 0.25 ? [] : itemRows(id, between(random, 1, 3), mix(world.shape.seed, id, 97))
  const goods = rows.reduce((sum, row) => sum + row.kurus, 0) || between(random, 20, 400) * 1000
  const discount = random() < 0.4 ? Math.round(goods / 10) : 0
  const card = random() < 0.7
  return {
    id,
    currency: lira,
    shipping_company: null,
    oldorderitem_set: rows.map(row => row.json),
    number: random() < 0.5 ? String(10_000 + id * 37) : `ESK-${String(id).padStart(6, '0')}`,
    user_email: person.email,
    status: pick(random, ['pasive', 'Tamamlandı', 'TESLİM EDİLDİ', 'iade', 'İptal', 'kapandı']),
    created_date: stamp(placedAt),
    amount: money(goods - discount),
    discount_amount: money(discount),
    payment_type: card ? 'kredi kartı' : 'kapıda ödeme',
    bank: card ? pick(random, banks).name : '',
    installment_count: card ? pick(random, [1, 3, 6]) : 1,
    tracking_number: random() < 0.8 ? `ESKI${String(mix(id, 101)).padStart(10, '0')}` : null,
    shipping_address: textOf(home),
    billing_address: textOf(random() < 0.8 ? home : work),
    extra_field: {},
    user: person.pk,
  }
}

function itemRows(orderId: number, count: number, seed: number): { json: Json; kurus: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const product = productAt(mix(seed, index), mix(seed, index, 3))
    const kurus = product.retail
    return {
      kurus,
      json: {
        id: orderId * 10 + index,
        product: product.name,
        sku: product.sku,
        quantity: 1,
        price: money(kurus),
        image_url: null,
        extra_field: {},
        old_order: orderId,
      },
    }
  })
}

function textOf(address: Address): string {
  const city = at(places, address.place)
  return `${address.line}, ${at(city.townships, address.township).name} / ${city.name}`
}
