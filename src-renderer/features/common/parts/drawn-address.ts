import type { Drawn } from './other-fields.ts'

const drawnPlace: Drawn = { name: true }

/** Fields of an address that `AddressBlock` draws. `user` is the customer's whole profile, which no address needs. */
export const drawnAddress: Drawn = {
  title: true,
  first_name: true,
  last_name: true,
  email: true,
  phone_number: true,
  line: true,
  district: drawnPlace,
  township: drawnPlace,
  city: drawnPlace,
  country: drawnPlace,
  postcode: true,
  company_name: true,
  tax_office: true,
  tax_no: true,
  identity_number: true,
  notes: true,
  is_corporate: true,
  e_bill_taxpayer: true,
  user: true,
}
