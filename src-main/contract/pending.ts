import { z } from 'zod'
import { addressSchema } from './resources.ts'
import { dateTextSchema, enumValueSchema, flagSchema, idSchema, jsonSchema, moneySchema, textSchema } from './values.ts'

/**
 * An order of Omnitron with its items. It has SKUs instead of product names, and no flags for what may be cancelled.
 */

const pendingCustomerSchema = z.looseObject({
  id: textSchema,
  email: textSchema,
  first_name: textSchema,
  last_name: textSchema,
  phone_number: textSchema,
})

export const pendingItemSchema = z.looseObject({
  id: idSchema,
  order: textSchema,
  product_sku: textSchema,
  status: enumValueSchema,
  cancel_status: textSchema,
  price: moneySchema,
  retail_price: moneySchema,
  price_currency: enumValueSchema,
  discount_amount: moneySchema,
  quantity: textSchema.optional(),
  /** As on an item of Commerce. */
  own_quantity: textSchema.optional(),
  unit_price: moneySchema.optional(),
  total_amount: moneySchema.optional(),
  tax_rate: textSchema,
  tracking_number: textSchema,
  invoice_number: textSchema,
  e_archive_url: textSchema,
  image: textSchema,
  attributes: z.record(z.string(), jsonSchema),
})
export type PendingItem = z.infer<typeof pendingItemSchema>

export const pendingOrderSchema = z.looseObject({
  id: idSchema,
  number: textSchema,
  status: enumValueSchema,
  date_placed: dateTextSchema,
  customer: pendingCustomerSchema.nullable(),
  shipping_address: addressSchema.nullable(),
  billing_address: addressSchema.nullable(),
  currency: enumValueSchema,
  amount: moneySchema,
  shipping_amount: moneySchema,
  discount_amount: moneySchema,
  refund_amount: moneySchema,
  discount_refund_amount: moneySchema,
  shipping_refund_amount: moneySchema,
  bin_number: textSchema,
  installment_count: textSchema,
  installment_interest_amount: moneySchema,
  payment_option_slug: textSchema,
  tracking_number: textSchema,
  invoice_number: textSchema,
  invoice_date: dateTextSchema,
  e_archive_url: textSchema,
  is_send: flagSchema,
  has_gift_box: flagSchema,
  gift_box_note: textSchema,
  orderitem_set: z.array(pendingItemSchema),
  unreadable_items: z.number().int().min(0),
  /** `conf.server` may be an internal address. It is shown and never opened. */
  channel: z.looseObject({ name: textSchema }).nullable(),
})
export type PendingOrder = z.infer<typeof pendingOrderSchema>
