import { drawnAddress } from '../../common/parts/address-block.tsx'
import type { Drawn } from '../../common/parts/other-fields.ts'

/** Fields of an order that its screen draws in words of its own; the rest is in the fold at its end. */
export const drawnOrderFields: Drawn = {
  number: true,
  currency: { value: true },
  // Each line has a fold of its own.
  orderitem_set: true,
  // Counted by us.
  unreadable_items: true,
  discountitem_set: { name: true, amount: true, currency: { value: true } },
  is_cancellable: true,
  is_refundable: true,
  shipping_address: drawnAddress,
  billing_address: drawnAddress,
  shipping_company: { label: true },
  client_type: true,
  payment_option: { name: true },
  bank: { name: true },
  amount: true,
  discount_amount: true,
  shipping_amount: true,
  refund_amount: true,
  discount_refund_amount: true,
  shipping_refund_amount: true,
  installment_interest_amount: true,
  bin_number: true,
  tracking_number: true,
  invoice_number: true,
  invoice_date: true,
  has_gift_box: true,
  gift_box_note: true,
  notes: true,
  delivery_range: true,
  user_email: true,
  created_date: true,
  modified_date: true,
}

/** Fields of an order item that its line draws. Links stay in the fold as well: there their addresses can be read. */
export const drawnItemFields: Drawn = {
  product: { name: true, sku: true, base_code: true, attributes: true },
  price: true,
  // Shown wherever it is not the one piece that every plain line is.
  quantity: true,
  own_quantity: true,
  price_currency: { value: true },
  tax_rate: true,
  shipping_company: { label: true },
  tracking_number: true,
  invoice_number: true,
  invoice_date: true,
  estimated_delivery_date: true,
  attributes: true,
  created_date: true,
  modified_date: true,
}
