import { districtPk, places } from '../data/places.ts'
import type { LineFacts, OrderFacts } from '../world/facts.ts'
import { money, stamp, uuidOf } from '../world/format.ts'
import type { Address, Person } from '../world/people.ts'
import { at } from '../world/random.ts'
import { staffItemIdOf, staffOrderIdOf } from '../world/world.ts'
import type { Json } from './address-json.ts'
import { trackingNumberOf } from './item-json.ts'

/** An order's status on the staff side: 50 when nothing but a waiting cancellation is left of it. */
export function staffStatus(facts: OrderFacts): number {
  const going = facts.lines.filter(line => line.closedBy === undefined).map(staffItemStatus)
  return going.length > 0 && going.every(status => status === 50) ? 50 : facts.status === 50 ? 400 : facts.status
}

/** What the staff side says about a line's cancellation. */
export function cancelStatusOf(line: LineFacts): string | null {
  if (line.activeStatus) return line.activeStatus === 'open' ? 'waiting' : 'approved'
  return line.latestStatus === 'rejected' ? 'rejected' : null
}

/** An order as Omnitron writes it: bare strings for enums, ids of its own, a SKU instead of a product. */
export function staffOrderJson(facts: OrderFacts, seed: number, origin: string): Json {
  const { order } = facts
  const { person } = order
  const shipped = facts.status >= 500
  return {
    id: staffOrderIdOf(order.slot),
    number: order.number,
    status: String(staffStatus(facts)),
    date_placed: stamp(order.placedAt),
    customer: {
      id: person.pk + 1000,
      email: person.email,
      first_name: person.firstName,
      last_name: person.lastName,
      phone_number: person.pk % 3 === 0 ? null : person.phone,
    },
    shipping_address: addressJson(order.shipTo, person),
    billing_address: addressJson(order.billTo, person),
    currency: 'try',
    amount: money(facts.goods + order.shipping - facts.discount),
    shipping_amount: money(order.shipping),
    shipping_tax_rate: null,
    extra_field: { cargo_line_id: uuidOf(seed, order.slot, 103) },
    payment_option: order.payment.pk,
    payment_option_slug: order.payment.slug,
    bin_number: order.payment.card ? order.bank.bin : null,
    installment: 22,
    installment_count: order.installments,
    installment_interest_amount: '0.00',
    cargo_company: order.carrier.pk,
    invoice_number: null,
    invoice_date: null,
    e_archive_url: null,
    refund_amount: money(facts.refunded),
    discount_refund_amount: '0.00',
    shipping_refund_amount: money(facts.shippingRefunded),
    discount_amount: money(facts.discount),
    is_send: true,
    net_shipping_amount: money(order.shipping),
    shipping_interest_amount: '0.00',
    tracking_number: shipped ? trackingNumberOf(order, order.lines[0]?.id ?? 0) : null,
    carrier_shipping_code: null,
    remote_addr: null,
    has_gift_box: order.giftNote !== null,
    gift_box_note: order.giftNote,
    external_status: null,
    orderitem_set: facts.lines.map(line => itemJson(line, facts)),
    channel: { name: 'Shop', conf: { server: `${origin}/api/v1/` } },
  }
}

function staffItemStatus(line: LineFacts): number {
  return line.active?.type === 'cancel' ? 50 : line.status
}

function itemJson(facts: LineFacts, { order, goods, discount }: OrderFacts): Json {
  const { line } = facts
  const left = facts.remaining === 0 ? line.quantity : facts.remaining
  const total = line.unit * left
  return {
    id: staffItemIdOf(order.slot, line.index),
    order: staffOrderIdOf(order.slot),
    product_sku: line.product.sku,
    status: String(staffItemStatus(facts)),
    price_currency: 'try',
    price: money(total),
    tax_rate: line.product.taxRate,
    extra_field: {},
    price_list: 1,
    stock_list: 1,
    cancel_status: cancelStatusOf(facts),
    invoice_number: null,
    invoice_date: null,
    e_archive_url: null,
    installment_interest_amount: '0.00',
    tracking_number: facts.status >= 500 ? trackingNumberOf(order, line.id) : null,
    carrier_shipping_code: null,
    shipping_company: null,
    shipment_code: null,
    external_status: null,
    discount_amount: money(Math.round((discount * total) / goods)),
    retail_price: money(line.product.retail),
    attributes: line.quantity > 1 ? { quantity: left } : {},
    attributes_kwargs: {},
    image: null,
  }
}

function addressJson(address: Address, person: Person): Json {
  const city = at(places, address.place)
  const township = at(city.townships, address.township)
  const { district } = address
  return {
    email: person.email,
    phone_number: person.phone,
    first_name: person.firstName,
    last_name: person.lastName,
    country: { name: 'Türkiye', code: 'tr' },
    city: { id: city.pk, name: city.name },
    line: address.line,
    title: address.title,
    township: { id: township.pk, name: township.name.toLocaleUpperCase('tr') },
    district:
      district === null ? null : { id: districtPk(township.pk, district), name: at(township.districts, district) },
    postcode: city.postcode,
    notes: null,
    company_name: address.company || null,
    tax_office: address.taxOffice || null,
    tax_no: address.taxNo || null,
    e_bill_taxpayer: address.company !== '',
    identity_number: null,
    extra_field: {},
  }
}
