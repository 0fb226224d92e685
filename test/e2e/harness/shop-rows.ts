/** The shop's own JSON, as far as a test holds a screen against it. */

export interface Labelled {
  readonly value: string
  readonly label: string
}

export interface AddressRow {
  readonly pk: number
  readonly title: string
  readonly first_name: string
  readonly last_name: string
  readonly phone_number: string
  readonly line: string
  readonly city: { readonly name: string }
  readonly township: { readonly name: string }
  readonly company_name: string
  readonly tax_office: string
  readonly tax_no: string
}

export interface ItemRow {
  readonly id: number
  readonly status: Labelled
  readonly price: string
  readonly quantity?: string
  readonly attributes: { readonly quantity?: number | string }
  readonly product: {
    readonly sku: string
    readonly base_code: string
    readonly name: string
    readonly attributes: Readonly<Record<string, string>>
  }
  readonly is_cancellable: boolean
  readonly is_refundable: boolean
  readonly is_tradable: boolean
  readonly tracking_number: string | null
  readonly tracking_url: string | null
  readonly invoice_number: string | null
  readonly available_easy_return_shipping_companies: readonly {
    readonly pk: number
    readonly name: string
    readonly shipping_company: Labelled
  }[]
}

/** How many pieces a line has, in whichever of the shop's ways it says so. */
export const piecesOf = ({ quantity, attributes }: ItemRow): number => Number(quantity ?? attributes.quantity ?? 1)

export interface OrderRow {
  readonly created_date: string
  readonly id: number
  readonly number: string
  readonly status: Labelled
  readonly user_email: string
  readonly amount: string
  readonly amount_without_discount: string
  readonly discount_amount: string
  readonly shipping_amount: string
  readonly refund_amount: string
  readonly orderitem_set: readonly ItemRow[]
  readonly discountitem_set: readonly { readonly name: string; readonly amount: string }[]
  readonly shipping_address: AddressRow
  readonly billing_address: AddressRow
  readonly payment_option: { readonly name: string }
  readonly bank: { readonly name: string } | null
  readonly bin_number: string | null
  readonly installment_count: number
  readonly tracking_number: string | null
  readonly invoice_number: string | null
  readonly gift_box_note: string | null
}

export interface RequestRow {
  readonly id: number
  readonly cancellation_type: string
  readonly status: Labelled
  readonly description: string | null
  readonly iban: string | null
  readonly holder_name: string | null
  readonly reason: number
  readonly order_item: number
  readonly easy_return: {
    readonly code: string
    readonly tracking_number: string
    readonly shipping_company: Labelled
    readonly pickup_date: unknown
  } | null
}

export interface ReasonRow {
  readonly id: number
  readonly cancellation_type: string
  readonly subject: string
  readonly translations: Readonly<Record<string, { readonly subject: string }>>
  readonly extra_information_needed: boolean
  readonly order: number
  readonly is_active: boolean
}

export interface OldOrderRow {
  readonly id: number
  readonly number: string
  readonly status: string
  readonly user_email: string
  readonly amount: string
  readonly discount_amount: string
  readonly payment_type: string
  readonly bank: string
  readonly installment_count: number
  readonly tracking_number: string | null
  readonly shipping_address: string
  readonly billing_address: string
  readonly oldorderitem_set: readonly { readonly product: string; readonly sku: string; readonly price: string }[]
}

export interface PendingRow {
  readonly id: number
  readonly number: string
  readonly status: string
  readonly date_placed: string
  readonly amount: string
  readonly customer: { readonly first_name: string; readonly last_name: string; readonly email: string }
  readonly channel: { readonly name: string }
  readonly orderitem_set: readonly {
    readonly id: number
    readonly product_sku: string
    readonly cancel_status: string | null
    readonly price: string
  }[]
}
