import type { Line, Order } from './order.ts'
import { mix } from './random.ts'
import { type RequestRecord, type RequestStatus, statusOf } from './request-record.ts'
import { baseStatus } from './story.ts'

/** What is true of a line right now. */
export interface LineFacts {
  readonly line: Line
  readonly status: number
  /** Oldest first. */
  readonly requests: readonly RequestRecord[]
  readonly active: RequestRecord | undefined
  readonly activeStatus: RequestStatus | undefined
  readonly latestStatus: RequestStatus | undefined
  /** Pieces that were neither cancelled nor returned. */
  readonly remaining: number
  readonly cancellable: boolean
  readonly refundable: boolean
  readonly closedBy: 'cancel' | 'refund' | undefined
}

/** What is true of an order right now. Money is in kuruş. */
export interface OrderFacts {
  readonly order: Order
  readonly lines: readonly LineFacts[]
  readonly status: number
  readonly goods: number
  readonly discount: number
  readonly refunded: number
  readonly shippingRefunded: number
}

/** Reads an order's present from its requests and the clock. */
export function factsOf(order: Order, requests: readonly RequestRecord[], nowMs: number): OrderFacts {
  const lines = order.lines.map(line =>
    lineFacts(
      order,
      line,
      requests.filter(row => row.line === line.index),
      nowMs,
    ),
  )
  const goods = order.lines.reduce((sum, line) => sum + line.unit * line.quantity, 0)
  const discount = order.discounts.reduce((sum, row) => sum + row.amount, 0)
  const returned = lines.reduce((sum, { line, remaining }) => sum + line.unit * (line.quantity - remaining), 0)
  // Nothing was delivered, so the shipping goes back as well.
  const shippingRefunded = lines.every(line => line.closedBy === 'cancel') ? order.shipping : 0
  return {
    order,
    lines,
    status: orderStatus(lines.map(line => line.status)),
    goods,
    discount,
    refunded: returned - Math.round((discount * returned) / goods) + shippingRefunded,
    shippingRefunded,
  }
}

function lineFacts(order: Order, line: Line, requests: readonly RequestRecord[], nowMs: number): LineFacts {
  const base = baseStatus[order.story]
  const done = requests.filter(request => statusOf(request, nowMs) === 'completed')
  const remaining = line.quantity - done.reduce((sum, request) => sum + request.quantity, 0)
  const active = requests.find(request => ['open', 'approved'].includes(statusOf(request, nowMs)))
  const latest = requests.at(-1)
  const closedBy = remaining <= 0 ? done.at(-1)?.type : undefined
  const free = active === undefined && closedBy === undefined
  return {
    line,
    status: closedBy ? (closedBy === 'cancel' ? 100 : 600) : order.story === 'asked-cancel' && active ? 50 : base,
    requests,
    active,
    activeStatus: active && statusOf(active, nowMs),
    latestStatus: latest && statusOf(latest, nowMs),
    remaining: Math.max(0, remaining),
    cancellable: free && (base === 200 || base === 400 || (base === 450 && mix(line.id, 61) % 2 === 0)),
    refundable: free && (order.story === 'delivered' || order.story === 'refused' || order.story === 'asked-refund'),
    closedBy,
  }
}

/** The status of an order whose lines differ is that of the lines that still go on. */
function orderStatus(statuses: readonly number[]): number {
  const [first = 200, ...others] = statuses
  if (others.every(status => status === first)) return first
  const going = statuses.filter(status => status !== 100 && status !== 600)
  return going.find(status => status !== 50) ?? going[0] ?? first
}
