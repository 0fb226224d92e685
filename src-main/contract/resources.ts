import { z } from 'zod'
import { dateTextSchema, enumValueSchema, flagSchema, idSchema, jsonSchema, moneySchema, textSchema } from './values.ts'

/**
 * The shop's resources, with the API's field names. The readers in akinon/ make the values safe. Every schema is loose:
 * undocumented fields are kept unchanged.
 */

const placeSchema = z.looseObject({ pk: textSchema, name: textSchema, code: textSchema.optional() })
export type Place = z.infer<typeof placeSchema>

export const addressSchema = z.looseObject({
  pk: textSchema,
  title: textSchema,
  first_name: textSchema,
  last_name: textSchema,
  email: textSchema,
  phone_number: textSchema,
  line: textSchema,
  district: placeSchema.nullable(),
  township: placeSchema.nullable(),
  city: placeSchema.nullable(),
  country: placeSchema.nullable(),
  postcode: textSchema,
  company_name: textSchema,
  tax_office: textSchema,
  tax_no: textSchema,
  identity_number: textSchema,
  notes: textSchema,
  is_corporate: flagSchema,
  e_bill_taxpayer: flagSchema,
})
export type Address = z.infer<typeof addressSchema>

const productSchema = z.looseObject({
  pk: textSchema,
  sku: textSchema,
  base_code: textSchema,
  name: textSchema,
  image: textSchema,
  absolute_url: textSchema,
  attributes: z.record(z.string(), jsonSchema),
  attributes_kwargs: z.record(z.string(), jsonSchema),
})
export type Product = z.infer<typeof productSchema>

const pickupDateSchema = z.object({ date: textSchema, start: textSchema, end: textSchema })
export type PickupDate = z.infer<typeof pickupDateSchema>

const easyReturnSchema = z.looseObject({
  status: enumValueSchema,
  code: textSchema,
  start_date: dateTextSchema,
  end_date: dateTextSchema,
  tracking_url: textSchema,
  tracking_number: textSchema,
  shipping_company: enumValueSchema.nullable(),
  pickup_date: pickupDateSchema.nullable(),
})
export type EasyReturn = z.infer<typeof easyReturnSchema>

export const cancellationRequestSchema = z.looseObject({
  id: idSchema,
  order_item: textSchema,
  cancellation_type: textSchema,
  status: enumValueSchema,
  reason: textSchema,
  description: textSchema,
  quantity: textSchema,
  easy_return: easyReturnSchema.nullable(),
  iban: textSchema,
  holder_name: textSchema,
  fully_refund_as_loyalty_money: flagSchema,
  /** The refunded amount, where the shop says it. */
  refund_amount: moneySchema.optional(),
  uuid: textSchema,
  created_date: dateTextSchema,
  modified_date: dateTextSchema,
})
export type CancellationRequest = z.infer<typeof cancellationRequestSchema>

const easyReturnCompanySchema = z.looseObject({
  pk: textSchema,
  name: textSchema,
  shipping_company: enumValueSchema.nullable(),
})
export type EasyReturnCompany = z.infer<typeof easyReturnCompanySchema>

export const orderItemSchema = z.looseObject({
  id: idSchema,
  order: textSchema,
  status: enumValueSchema,
  product: productSchema.nullable(),
  price: moneySchema,
  retail_price: moneySchema,
  price_currency: enumValueSchema,
  tax_rate: textSchema,
  /** The number of pieces, from whichever field the shop uses; null means one. */
  quantity: textSchema,
  /** The field as sent. Needed again when the shop's key for merged lines is changed. */
  own_quantity: textSchema.optional(),
  unit_price: moneySchema.optional(),
  total_amount: moneySchema.optional(),
  discount_amount: moneySchema.optional(),
  is_cancelled: flagSchema,
  is_cancellable: flagSchema,
  is_refundable: flagSchema,
  is_tradable: flagSchema,
  cancellationrequest_set: z.array(cancellationRequestSchema),
  active_cancellation_request: cancellationRequestSchema.nullable(),
  available_easy_return_shipping_companies: z.array(easyReturnCompanySchema),
  shipping_company: enumValueSchema.nullable(),
  tracking_number: textSchema,
  tracking_url: textSchema,
  shipping_tracking_url: textSchema,
  defined_tracking_url: textSchema,
  invoice_number: textSchema,
  invoice_date: dateTextSchema,
  e_archive_url: textSchema,
  estimated_delivery_date: dateTextSchema,
  image: textSchema,
  attributes: z.record(z.string(), jsonSchema),
  attributes_kwargs: z.record(z.string(), jsonSchema),
  created_date: dateTextSchema,
  modified_date: dateTextSchema,
})
export type OrderItem = z.infer<typeof orderItemSchema>

export const discountItemSchema = z.looseObject({
  name: textSchema,
  amount: moneySchema,
  created_date: dateTextSchema,
  order_number: textSchema,
  currency: enumValueSchema,
})
export type DiscountItem = z.infer<typeof discountItemSchema>

const namedThingSchema = z.looseObject({ pk: textSchema, name: textSchema, slug: textSchema })

export const orderSchema = z.looseObject({
  id: idSchema,
  number: textSchema,
  status: enumValueSchema,
  currency: enumValueSchema,
  orderitem_set: z.array(orderItemSchema),
  /** How many rows of orderitem_set could not be read. */
  unreadable_items: z.number().int().min(0),
  discountitem_set: z.array(discountItemSchema),
  is_cancelled: flagSchema,
  is_cancellable: flagSchema,
  is_refundable: flagSchema,
  is_payable: flagSchema,
  shipping_address: addressSchema.nullable(),
  billing_address: addressSchema.nullable(),
  shipping_company: enumValueSchema.nullable(),
  client_type: textSchema,
  payment_option: namedThingSchema.extend({ payment_type: textSchema }).nullable(),
  bank: namedThingSchema.nullable(),
  amount: moneySchema,
  amount_without_discount: moneySchema,
  discount_amount: moneySchema,
  shipping_amount: moneySchema,
  refund_amount: moneySchema,
  discount_refund_amount: moneySchema,
  shipping_refund_amount: moneySchema,
  installment_interest_amount: moneySchema,
  installment_count: textSchema,
  shipping_tax_rate: textSchema,
  bin_number: textSchema,
  loyaltytransaction_set: z.array(jsonSchema),
  tracking_number: textSchema,
  tracking_url: textSchema,
  shipping_tracking_url: textSchema,
  defined_tracking_url: textSchema,
  invoice_number: textSchema,
  invoice_date: dateTextSchema,
  e_archive_url: textSchema,
  has_gift_box: flagSchema,
  gift_box_note: textSchema,
  notes: textSchema,
  delivery_range: textSchema,
  language_code: textSchema,
  user_email: textSchema,
  user: textSchema,
  shipping_option_slug: textSchema,
  payment_option_slug: textSchema,
  created_date: dateTextSchema,
  modified_date: dateTextSchema,
})
export type Order = z.infer<typeof orderSchema>

export const cancellationReasonSchema = z.looseObject({
  id: idSchema,
  cancellation_type: textSchema,
  subject: textSchema,
  /** Subjects by language tag, in lower case. */
  translations: z.record(z.string(), z.string()),
  extra_information_needed: flagSchema,
  /** The position in the list of reasons, not the id of an order. */
  order: z.number().nullable(),
  is_active: flagSchema,
  uuid: textSchema,
})
export type CancellationReason = z.infer<typeof cancellationReasonSchema>

export const oldOrderItemSchema = z.looseObject({
  product: textSchema,
  sku: textSchema,
  quantity: textSchema,
  price: moneySchema,
  image_url: textSchema,
})
export type OldOrderItem = z.infer<typeof oldOrderItemSchema>

export const oldOrderSchema = z.looseObject({
  id: idSchema,
  number: textSchema,
  /** Free text from the merchant's former system. */
  status: textSchema,
  currency: enumValueSchema,
  oldorderitem_set: z.array(oldOrderItemSchema),
  amount: moneySchema,
  discount_amount: moneySchema,
  payment_type: textSchema,
  bank: textSchema,
  installment_count: textSchema,
  tracking_number: textSchema,
  shipping_company: textSchema,
  shipping_address: textSchema,
  billing_address: textSchema,
  user_email: textSchema,
  user: textSchema,
  created_date: dateTextSchema,
})
export type OldOrder = z.infer<typeof oldOrderSchema>

export const userSchema = z.looseObject({
  pk: idSchema,
  first_name: textSchema,
  last_name: textSchema,
  email: textSchema,
  phone: textSchema,
})
export type User = z.infer<typeof userSchema>
