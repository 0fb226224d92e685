import type { Drawn } from '../../common/parts/other-fields.ts'

/** Fields of an old order that its screen draws; the rest is in the fold at its end. */
export const drawnOldOrderFields: Drawn = {
  number: true,
  status: true,
  currency: { value: true },
  // Each line has a fold of its own.
  oldorderitem_set: true,
  amount: true,
  discount_amount: true,
  payment_type: true,
  bank: true,
  installment_count: true,
  tracking_number: true,
  shipping_company: true,
  shipping_address: true,
  billing_address: true,
  user_email: true,
  created_date: true,
}

export const drawnOldItemFields: Drawn = { product: true, sku: true, quantity: true, price: true }
