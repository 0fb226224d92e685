import { type CategoryKey, catalogueNames, colours, pricesOf, sizesOf } from '../data/catalogue-names.ts'
import { slugOf } from './format.ts'
import { at, mix } from './random.ts'

/** A product in one size: what an order line sells. */
export interface Product {
  readonly pk: number
  readonly sku: string
  readonly baseCode: string
  readonly category: CategoryKey
  readonly name: string
  readonly slug: string
  readonly colour: string
  readonly size: string
  /** Kuruş. */
  readonly retail: number
  readonly taxRate: string
  readonly hasImage: boolean
  /** Too big for a parcel point: a refund has to say where the courier fetches it. */
  readonly large: boolean
}

interface Entry {
  readonly category: CategoryKey
  readonly name: string
}

const entries: readonly Entry[] = Object.entries(catalogueNames).flatMap(([category, names]) =>
  names.map(name => ({ category: category as CategoryKey, name })),
)

const letters: Readonly<Record<CategoryKey, string>> = {
  fashion: 'GYM',
  shoes: 'AYK',
  home: 'EVY',
  'home-large': 'MBL',
  cosmetics: 'KZM',
  electronics: 'ELK',
}

export const categoryNames: Readonly<Record<CategoryKey, string>> = {
  fashion: 'GİYİM',
  shoes: 'AYAKKABI',
  home: 'EV YAŞAM',
  'home-large': 'MOBİLYA',
  cosmetics: 'KOZMETİK',
  electronics: 'ELEKTRONİK AKSESUAR',
}

/** How many products the catalogue holds, sizes not counted. */
export const catalogueSize = entries.length

/** The product at a place in the catalogue, in the size that a second number chooses. */
export function productAt(place: number, sizeChoice: number): Product {
  const index = place % entries.length
  const { category, name } = at(entries, index)
  const sizes = sizesOf[category]
  const sizeIndex = sizeChoice % sizes.length
  const [low, high] = pricesOf[category]
  const lira = low + (mix(index, 77) % (high - low))
  const colour = at(colours, mix(index, 5))
  const baseCode = `${letters[category]}${String(1000 + index * 7)}`
  return {
    pk: 4200 + index * 10 + sizeIndex,
    sku: `2672${String(880000 + index * 101)}${String(100 + sizeIndex)}`,
    baseCode,
    category,
    name: category === 'fashion' || category === 'shoes' ? `${colour} ${name}` : name,
    slug: slugOf(`${name} ${baseCode}`),
    colour,
    size: at(sizes, sizeIndex),
    retail: Math.floor(lira / 10) * 1000 + 999,
    taxRate: category === 'electronics' || category === 'cosmetics' ? '20.00' : '10.00',
    hasImage: index % 3 === 0,
    large: category === 'home-large',
  }
}

/** Some product of a category; the same number gives the same product. */
export function productOf(category: CategoryKey, choice: number): Product {
  const first = entries.findIndex(entry => entry.category === category)
  return productAt(first + (choice % catalogueNames[category].length), choice)
}
