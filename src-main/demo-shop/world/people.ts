import { lastNames, menNames, namedCustomers, walkInKey, womenNames } from '../data/people.ts'
import { places, streets } from '../data/places.ts'
import { hex, slugOf } from './format.ts'
import { at, between, createRandom, mix, pick } from './random.ts'
import type { World } from './world.ts'

export interface Person {
  readonly key: number
  readonly pk: number
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly gender: 'female' | 'male'
  readonly phone: string
  readonly birthday: string
  readonly joinedAt: number
  readonly username: string
  readonly ip: string
}

export interface Address {
  readonly pk: number
  readonly title: string
  readonly place: number
  readonly township: number
  readonly district: number | null
  readonly line: string
  readonly company: string
  readonly taxOffice: string
  readonly taxNo: string
}

/** A named customer, or the walk-in who placed the order at an index. */
export function personOf(world: World, key: number, index: number): Person {
  const { seed } = world.shape
  const place = key === walkInKey ? index : 0
  const random = createRandom(mix(seed, key, place, 31))
  const named = namedCustomers.find(customer => customer.key === key)
  const gender = named?.gender ?? (random() < 0.5 ? 'female' : 'male')
  const firstName = named?.firstName ?? pick(random, gender === 'female' ? womenNames : menNames)
  const lastName = named?.lastName ?? pick(random, lastNames)
  return {
    key,
    pk: named?.pk ?? 90_000 + place,
    email: named?.email ?? `${slugOf(firstName)}.${slugOf(lastName)}${place}@posta.example`,
    firstName,
    lastName,
    gender,
    phone: `0555${String(between(random, 0, 9_999_999)).padStart(7, '0')}`,
    birthday: `${between(random, 1958, 2004)}-0${between(random, 1, 9)}-1${between(random, 0, 9)}`,
    joinedAt: world.startedAt - between(random, 1000, 2600) * 86_400_000,
    username: hex(32, seed, key, place),
    // An address of a documentation range: it belongs to nobody.
    ip: `203.0.113.${between(random, 1, 254)}`,
  }
}

/** The three addresses in a customer's address book: home, work and a company. */
export function addressesOf(world: World, person: Person): readonly [Address, Address, Address] {
  const make = (nth: number, title: string): Address => {
    const random = createRandom(mix(world.shape.seed, person.pk, nth, 37))
    const place = between(random, 0, places.length - 1)
    const townships = at(places, place).townships
    const township = between(random, 0, townships.length - 1)
    const districts = at(townships, township).districts
    const company = nth === 2
    return {
      pk: person.pk * 10 + nth,
      title,
      place,
      township,
      district: random() < 0.15 ? null : between(random, 0, districts.length - 1),
      line: `${pick(random, streets)} No: ${between(random, 1, 140)} D: ${between(random, 1, 24)}`,
      company: company ? `${person.lastName} Tekstil Ltd. Şti.` : '',
      taxOffice: company ? `${at(townships, township).name} Vergi Dairesi` : '',
      taxNo: company ? String(between(random, 1_000_000_000, 1_999_999_999)) : '',
    }
  }
  return [make(0, 'Evim'), make(1, 'İş yeri'), make(2, 'Şirket')]
}
