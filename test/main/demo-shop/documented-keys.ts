/** The keys that the two API documents show, in words split at blanks. */
const words = (text: string) => text.trim().split(/\s+/)

const orderHead = words(`
  id status currency orderitem_set discountitem_set is_cancelled is_cancellable is_refundable shipping_address
  billing_address shipping_company client_type payment_option amount_without_discount is_payable tracking_url bank
`)
const orderTail = words(`
  created_date modified_date number amount discount_amount shipping_amount shipping_tax_rate refund_amount
  discount_refund_amount shipping_refund_amount invoice_number invoice_date e_archive_url tracking_number remote_addr
  has_gift_box gift_box_note language_code notes delivery_range extra_field user_email shipping_option_slug
  payment_option_slug bin_number installment_count installment_interest_amount shipping_tracking_url user basket
  shipping_option card installment segment checkout_provider
`)

export const detailKeys = [...orderHead, ...orderTail]
export const listKeys = [...detailKeys, 'loyaltytransaction_set', 'defined_tracking_url']

export const itemKeys = words(`
  id status price_currency product is_cancelled is_cancellable is_refundable cancellationrequest_set
  active_cancellation_request shipping_company tracking_url is_tradable available_easy_return_shipping_companies
  datasource_detailed extra_product_stock_detailed extra_product_price_detailed created_date modified_date attributes
  attributes_kwargs localized_attributes localized_attributes_kwargs price tax_rate invoice_number invoice_date
  e_archive_url tracking_number retail_price image extra_field estimated_delivery_date shipping_tracking_url order
  parent extra_product_price extra_product_stock datasource
`)
export const cancellationItemKeys = [...itemKeys, 'shipping_option_group', 'defined_tracking_url']

export const productKeys = words(`
  pk sku base_code name image absolute_url attributes attributes_kwargs form_schema data_source extra_attributes
`)

export const addressKeys = words(`
  pk email phone_number first_name last_name country city line title township district postcode notes company_name
  tax_office tax_no e_bill_taxpayer hash_data address_type retail_store remote_id identity_number extra_field user
  is_corporate primary
`)

export const userKeys = words(`
  pk username first_name last_name email is_active date_joined last_login email_allowed sms_allowed call_allowed gender
  attributes phone date_of_birth attributes_kwargs user_type modified_date
`)

export const requestKeys = words(`
  id cancellation_type status easy_return created_date modified_date uuid description iban holder_name reason order_item
`)
export const createdRequestKeys = [...requestKeys, 'fully_refund_as_loyalty_money', 'quantity']

export const easyReturnKeys = words(`
  status code end_date tracking_url tracking_number shipping_company pickup_date start_date
`)

export const reasonKeys = words(`
  id cancellation_type translations created_date modified_date uuid subject extra_information_needed order is_active
`)

export const oldOrderKeys = words(`
  id currency shipping_company oldorderitem_set number user_email status created_date amount discount_amount
  payment_type bank installment_count tracking_number shipping_address billing_address extra_field user
`)

export const staffOrderKeys = words(`
  id number status date_placed customer shipping_address billing_address currency amount shipping_amount
  shipping_tax_rate extra_field payment_option payment_option_slug bin_number installment installment_count
  installment_interest_amount cargo_company invoice_number invoice_date e_archive_url refund_amount
  discount_refund_amount shipping_refund_amount discount_amount is_send net_shipping_amount shipping_interest_amount
  tracking_number carrier_shipping_code remote_addr has_gift_box gift_box_note external_status orderitem_set channel
`)

export const staffItemKeys = words(`
  id order product_sku status price_currency price tax_rate extra_field price_list stock_list cancel_status
  invoice_number invoice_date e_archive_url installment_interest_amount tracking_number carrier_shipping_code
  shipping_company shipment_code external_status discount_amount retail_price attributes attributes_kwargs image
`)

export const staffAddressKeys = words(`
  email phone_number first_name last_name country city line title township district postcode notes company_name
  tax_office tax_no e_bill_taxpayer identity_number extra_field
`)

export const currentUserKeys = words(`
  pk first_name last_name email phone email_allowed sms_allowed date_joined last_login date_of_birth hashed_email gender
`)
