import type { PendingOrder } from '../../../../src-main/contract/pending.ts'
import type { CancellationRequest, Order } from '../../../../src-main/contract/resources.ts'
import type { EnumValue } from '../../../../src-main/contract/values.ts'
import { enumText } from '../../../model/enum-text.ts'
import { requestsOfItem } from '../../../model/item-requests.ts'
import { statusOfItem, statusOfOrder } from '../../../model/order-status.ts'

interface Invoice {
  readonly number: string | null
  readonly date: string | null
}

export interface LineFacts {
  readonly id: string
  readonly name: string | null
  readonly status: EnumValue
  readonly cancelStatus: string | null
  readonly carrier: string | null
  readonly tracking: string | null
  readonly expected: string | null
  readonly invoice: Invoice
  readonly requests: readonly CancellationRequest[]
}

/** What a timeline needs of an order, whichever of the two systems it came from. */
export interface OrderFacts {
  readonly placed: string | null
  readonly payment: string | null
  readonly status: EnumValue
  readonly canStillBePaid: boolean
  readonly carrier: string | null
  readonly tracking: string | null
  readonly invoice: Invoice
  readonly lines: readonly LineFacts[]
}

export const factsOfOrder = (order: Order): OrderFacts => ({
  placed: order.created_date,
  payment: order.payment_option?.name ?? null,
  status: statusOfOrder(order),
  canStillBePaid: order.is_payable === true,
  carrier: enumText(order.shipping_company),
  tracking: order.tracking_number,
  invoice: { number: order.invoice_number, date: order.invoice_date },
  lines: order.orderitem_set.map(item => ({
    id: item.id,
    name: item.product?.name || item.product?.sku || null,
    status: statusOfItem(item, order),
    cancelStatus: null,
    carrier: enumText(item.shipping_company),
    tracking: item.tracking_number,
    expected: item.estimated_delivery_date,
    invoice: { number: item.invoice_number, date: item.invoice_date },
    requests: requestsOfItem(item),
  })),
})

export const factsOfPending = (order: PendingOrder): OrderFacts => ({
  placed: order.date_placed,
  payment: order.payment_option_slug,
  status: order.status,
  canStillBePaid: false,
  carrier: null,
  tracking: order.tracking_number,
  invoice: { number: order.invoice_number, date: order.invoice_date },
  lines: order.orderitem_set.map(item => ({
    id: item.id,
    name: item.product_sku,
    status: item.status,
    cancelStatus: item.cancel_status,
    carrier: null,
    tracking: item.tracking_number,
    expected: null,
    // Omnitron gives an item's invoice no date of its own.
    invoice: { number: item.invoice_number, date: null },
    requests: [],
  })),
})
