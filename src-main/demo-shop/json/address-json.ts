import { districtPk, places } from '../data/places.ts'
import { hex, stamp } from '../world/format.ts'
import type { Address, Person } from '../world/people.ts'
import { at } from '../world/random.ts'

export type Json = Record<string, unknown>

export const country = { pk: 1, is_active: true, name: 'Türkiye', code: 'tr', translations: null } as const

/** A city as Commerce nests it in an address. */
export function cityJson(place: number): Json {
  const { pk, name } = at(places, place)
  return { pk, is_active: true, name, country: 1, translations: null, priority: null, postcode: null }
}

/** A township as Commerce nests it in an address. */
export function townshipJson(place: number, township: number): Json {
  const city = at(places, place)
  const { pk, name } = at(city.townships, township)
  return { pk, is_active: true, name, city: city.pk, postcode: null, translations: null }
}

/** A district as Commerce nests it in an address. */
export function districtJson(place: number, township: number, district: number): Json {
  const city = at(places, place)
  const parent = at(city.townships, township)
  return {
    pk: districtPk(parent.pk, district),
    is_active: true,
    name: at(parent.districts, district),
    city: city.pk,
    township: parent.pk,
    postcode: null,
    translations: null,
  }
}

/** The whole profile that Commerce repeats inside every address. */
function userJson(person: Person): Json {
  return {
    pk: person.pk,
    username: person.username,
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    is_active: true,
    date_joined: stamp(person.joinedAt),
    last_login: stamp(person.joinedAt + 86_400_000),
    email_allowed: true,
    sms_allowed: person.pk % 2 === 0,
    call_allowed: true,
    gender: person.gender,
    attributes: { logged_ip: person.ip },
    phone: person.phone,
    date_of_birth: person.birthday,
    attributes_kwargs: {},
    user_type: 'registered',
    modified_date: stamp(person.joinedAt + 172_800_000),
  }
}

/** An address as Commerce writes it, in an order and in the address book. */
export function addressJson(address: Address, person: Person): Json {
  return {
    pk: address.pk,
    email: person.email,
    phone_number: person.phone,
    first_name: person.firstName,
    last_name: person.lastName,
    country,
    city: cityJson(address.place),
    line: address.line,
    title: address.title,
    township: townshipJson(address.place, address.township),
    district: address.district === null ? null : districtJson(address.place, address.township, address.district),
    postcode: at(places, address.place).postcode,
    notes: null,
    company_name: address.company,
    tax_office: address.taxOffice,
    tax_no: address.taxNo,
    e_bill_taxpayer: address.company !== '',
    hash_data: hex(32, address.pk, 67),
    address_type: 'customer',
    retail_store: null,
    remote_id: null,
    identity_number: null,
    extra_field: null,
    user: userJson(person),
    is_corporate: address.company !== '',
    primary: address.title === 'Evim',
  }
}
