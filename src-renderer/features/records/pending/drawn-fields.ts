import { drawnAddress } from '../../common/parts/address-block.tsx'
import type { Drawn } from '../../common/parts/other-fields.ts'

/** Fields of a pending order that its screen draws in words of its own; the rest is in the fold at its end. */
export const drawnPendingFields: Drawn = {
  number: true,
  date_placed: true,
  customer: { email: true, first_name: true, last_name: true, phone_number: true },
  shipping_address: drawnAddress,
  billing_address: drawnAddress,
  currency: { value: true },
  amount: true,
  shipping_amount: true,
  discount_amount: true,
  refund_amount: true,
  shipping_refund_amount: true,
  discount_refund_amount: true,
  installment_interest_amount: true,
  bin_number: true,
  tracking_number: true,
  invoice_number: true,
  invoice_date: true,
  has_gift_box: true,
  gift_box_note: true,
  // Each line has a fold of its own.
  orderitem_set: true,
  // Counted by us.
  unreadable_items: true,
  channel: { name: true },
}

export const drawnPendingItemFields: Drawn = {
  product_sku: true,
  price: true,
  // Shown wherever it is not the one piece that every plain line is.
  quantity: true,
  own_quantity: true,
  price_currency: { value: true },
  tracking_number: true,
}
