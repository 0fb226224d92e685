import { carriers } from '../data/commerce.ts'
import { categoryNames, type Product } from '../world/catalogue.ts'
import type { LineFacts } from '../world/facts.ts'
import { money, stamp } from '../world/format.ts'
import type { Line, Order } from '../world/order.ts'
import { orderIdOf } from '../world/world.ts'
import type { Json } from './address-json.ts'
import { type Language, lira, statusEnum } from './language.ts'
import { requestJson } from './request-json.ts'

const shippedFrom = 500

/** Who is looking, and through which of the three calls: the documents give each slightly different keys. */
export interface View {
  readonly kind: 'list' | 'detail' | 'cancellation'
  readonly language: Language
  readonly nowMs: number
  /** Where pictures are served. */
  readonly origin: string
}

/** An order line as Commerce writes it. */
export function itemJson(facts: LineFacts, order: Order, view: View): Json {
  const { line } = facts
  const { language, nowMs } = view
  const shipped = facts.status >= shippedFrom
  const tracking = shipped ? trackingNumberOf(order, line.id) : null
  // A line that was partly returned goes on with what is left of it.
  const quantity = facts.remaining === 0 ? line.quantity : facts.remaining
  const merged = mergedAs(line)
  return {
    id: line.id,
    status: statusEnum(facts.status, language),
    price_currency: lira,
    product: productJson(line.product, view.origin),
    is_cancelled: facts.closedBy !== undefined,
    is_cancellable: facts.cancellable,
    is_refundable: facts.refundable,
    cancellationrequest_set: facts.requests.map(request => requestJson(request, language, nowMs)),
    active_cancellation_request: facts.active ? requestJson(facts.active, language, nowMs) : null,
    shipping_company: shipped ? { value: order.carrier.value, label: order.carrier.label } : null,
    tracking_url: tracking && `https://kargo.example/${order.carrier.value}?no=${tracking}`,
    is_tradable: line.tradable,
    available_easy_return_shipping_companies: facts.refundable ? easyReturnCarriers() : [],
    datasource_detailed: null,
    extra_product_stock_detailed: null,
    extra_product_price_detailed: null,
    ...(view.kind === 'cancellation' ? { shipping_option_group: null } : {}),
    created_date: stamp(order.placedAt + 11),
    modified_date: stamp(order.placedAt + 2_400_000 + line.index),
    attributes: merged === 'attributes' ? { quantity: line.id % 2 === 0 ? quantity : `${quantity}.000` } : {},
    attributes_kwargs: {},
    localized_attributes: {},
    localized_attributes_kwargs: {},
    price: money(line.unit * quantity),
    tax_rate: line.product.taxRate,
    invoice_number: shipped ? `CNT2024${String(line.id).padStart(9, '0')}` : null,
    invoice_date: shipped ? stamp(order.placedAt + 7_200_000) : null,
    e_archive_url: null,
    tracking_number: tracking,
    ...(view.kind === 'cancellation' ? { defined_tracking_url: null } : {}),
    retail_price: money(line.product.retail * quantity),
    image: null,
    extra_field: { price_extra_field: {}, stock_extra_field: {} },
    estimated_delivery_date: null,
    shipping_tracking_url: null,
    order: orderIdOf(order.slot),
    parent: null,
    extra_product_price: null,
    extra_product_stock: null,
    datasource: null,
    ...(merged === 'fields'
      ? { quantity: String(quantity), unit_price: money(line.unit), total_amount: money(line.unit * quantity) }
      : {}),
  }
}

/**
 * How a line of several pieces says so; a line that says nothing is one piece. Shops do it in both ways: with fields of
 * its own, or under a key of `attributes`, as a number or as a decimal in text.
 */
function mergedAs({ id, quantity }: Line): 'fields' | 'attributes' | null {
  if (quantity === 1) return null
  return id % 3 === 0 ? 'fields' : 'attributes'
}

/** The parcel number of a shipped line. */
export function trackingNumberOf(order: Order, lineId: number): string {
  return `${order.carrier.pk}${String((lineId * 7_919) % 1_000_000_000).padStart(9, '0')}`
}

function easyReturnCarriers(): Json[] {
  return (
    carriers
      .slice(0, 3)
      // The name is the carrier's code at the shop, as in the documents, and not the pk that a request has to send.
      .map(({ pk, value, label }) => ({ pk, shipping_company: { value, label }, name: String(pk + 1) }))
  )
}

function productJson(product: Product, origin: string): Json {
  const choice = (value: string) => ({ value, data_type: 'dropdown', label: value })
  return {
    pk: product.pk,
    sku: product.sku,
    base_code: product.baseCode,
    name: product.name,
    image: product.hasImage ? `${origin}/media/products/${product.pk}.png` : null,
    absolute_url: `/${product.slug}/`,
    attributes: { beden: product.size, renk: product.colour, uretim_yeri: 'TÜRKİYE' },
    attributes_kwargs: {
      beden: choice(product.size),
      renk: choice(product.colour),
      erp_kategori: choice(categoryNames[product.category]),
    },
    form_schema: null,
    data_source: null,
    extra_attributes: {},
  }
}
