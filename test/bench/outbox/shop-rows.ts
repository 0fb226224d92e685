import type { ServerResponse } from 'node:http'

/** A cancellation request as the shop keeps it. */
export interface ShopRequest {
  readonly id: number
  readonly order_item: number
  readonly [field: string]: unknown
}

/** A page of requests, newest first. */
export function listPage(requests: readonly ShopRequest[], url: URL): Readonly<Record<string, unknown>> {
  const page = Number(url.searchParams.get('page') ?? 1)
  const limit = Number(url.searchParams.get('limit') ?? 10)
  const { length: count } = requests
  const end = count - (page - 1) * limit
  const results = requests.slice(Math.max(0, end - limit), Math.max(0, end)).reverse()
  const hasNext = page * limit < count
  return { count, next: hasNext ? `${url.origin}${url.pathname}?page=${page + 1}` : null, previous: null, results }
}

/** The order with its items, and their requests in them. */
export function orderOf(
  id: string,
  itemIds: readonly string[],
  requests: readonly ShopRequest[],
): Readonly<Record<string, unknown>> {
  const orderitem_set = itemIds.map(item => ({
    id: Number(item),
    order: Number(id),
    status: { value: '400', label: 'Onaylandı' },
    price: '120.00',
    price_currency: { value: 'try', label: 'TL' },
    is_cancellable: true,
    is_refundable: false,
    cancellationrequest_set: requests.filter(({ order_item }) => String(order_item) === item),
    active_cancellation_request: null,
  }))
  return { id: Number(id), number: `90${id}`, status: { value: '400', label: 'Onaylandı' }, user: 1, orderitem_set }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

export function sendPage(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`)
}

/** A shop that is late, and the script's own timetable: time is what is modelled here, nothing is waited for with it. */
export const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
