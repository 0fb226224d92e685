import type { OrderFacts } from '../world/facts.ts'
import { money, stamp } from '../world/format.ts'
import type { Order } from '../world/order.ts'
import { mix } from '../world/random.ts'
import { orderIdOf } from '../world/world.ts'
import { addressJson, type Json } from './address-json.ts'
import { itemJson, trackingNumberOf, type View } from './item-json.ts'
import { lira, statusEnum } from './language.ts'

/** An order as Commerce writes it. */
export function orderJson(facts: OrderFacts, view: View): Json {
  const { order, lines } = facts
  const extended = view.kind !== 'detail'
  const shipped = facts.status >= 500
  const tracking = shipped ? trackingNumberOf(order, order.lines[0]?.id ?? 0) : null
  return {
    id: orderIdOf(order.slot),
    status: statusEnum(facts.status, view.language),
    currency: lira,
    orderitem_set: lines.map(line => itemJson(line, order, view)),
    discountitem_set: discountsJson(order),
    is_cancelled: lines.every(line => line.closedBy !== undefined),
    is_cancellable: lines.some(line => line.cancellable),
    is_refundable: lines.some(line => line.refundable),
    shipping_address: addressJson(order.shipTo, order.person),
    billing_address: addressJson(order.billTo, order.person),
    shipping_company: shipped ? { value: order.carrier.value, label: order.carrier.label } : null,
    client_type: order.client,
    payment_option: {
      pk: order.payment.pk,
      name: order.payment.name,
      payment_type: order.payment.type,
      slug: order.payment.slug,
    },
    amount_without_discount: money(facts.goods + order.shipping),
    is_payable: false,
    tracking_url: tracking && `https://kargo.example/${order.carrier.value}?no=${tracking}`,
    bank: order.payment.card ? { pk: order.bank.pk, name: order.bank.name, slug: order.bank.slug, logo: null } : null,
    ...(extended ? { loyaltytransaction_set: [] } : {}),
    created_date: stamp(order.placedAt),
    modified_date: stamp(order.placedAt + 2_400_000),
    number: order.number,
    amount: money(facts.goods + order.shipping - facts.discount),
    discount_amount: money(facts.discount),
    shipping_amount: money(order.shipping),
    shipping_tax_rate: null,
    refund_amount: money(facts.refunded),
    discount_refund_amount: '0.00',
    shipping_refund_amount: money(facts.shippingRefunded),
    invoice_number: shipped ? `CNT2024${String(orderIdOf(order.slot)).padStart(9, '0')}` : null,
    invoice_date: shipped ? stamp(order.placedAt + 7_200_000) : null,
    e_archive_url: null,
    tracking_number: tracking,
    ...(extended ? { defined_tracking_url: null } : {}),
    remote_addr: order.person.ip,
    has_gift_box: order.giftNote !== null,
    gift_box_note: order.giftNote,
    language_code: order.english ? 'en-us' : 'tr-tr',
    notes: null,
    delivery_range: null,
    extra_field: order.slot % 2 === 0 ? {} : null,
    user_email: order.person.email,
    shipping_option_slug: order.carrier.value,
    payment_option_slug: order.payment.slug,
    bin_number: order.payment.card ? order.bank.bin : null,
    installment_count: order.installments,
    installment_interest_amount: '0.00',
    shipping_tracking_url: null,
    user: order.person.pk,
    basket: 4_000_000 + order.slot,
    shipping_option: order.carrier.pk,
    card: order.payment.card ? 300 + order.bank.pk : null,
    installment: 200 + (mix(order.slot, 83) % 80),
    segment: null,
    checkout_provider: null,
  }
}

function discountsJson(order: Order): Json[] {
  return order.discounts.map(({ name, amount }, index) => ({
    name,
    amount: money(amount),
    created_date: stamp(order.placedAt + 17 + index),
    order_number: order.number,
    currency: lira,
  }))
}
