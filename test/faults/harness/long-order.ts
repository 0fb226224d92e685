import { type ScriptedShop, scriptedShop } from './scripted-shop.ts'

export interface LongOrderShop extends ScriptedShop {
  /** The number of the order that has so many lines. */
  readonly numberOf: (lines: number) => string
  /** Lines of the cancellation requests that arrived, a call each. */
  readonly posted: (readonly string[])[]
}

const requestsPath = '/users/orders/cancellation_requests/'
const bulkPath = '/users/orders/bulk_cancellation_requests/'

/** A shop with an order of each of these numbers of lines. It takes requests, alone and several in one call. */
export async function longOrderShop(sizes: readonly number[]): Promise<LongOrderShop> {
  const posted: (readonly string[])[] = []
  const kept: object[] = []
  const numberOf = (lines: number) => `2025000000${String(lines).padStart(6, '0')}`
  const item = (lines: number, n: number) => ({
    id: lines * 10_000 + n,
    status: { value: '400', label: 'Onaylandı' },
    price: '10.00',
    product: { name: `Keten gömlek ${n}`, sku: `KG-${n}`, base_code: `B-${n}` },
    is_cancellable: true,
    is_refundable: false,
  })
  const order = (lines: number) => ({
    id: lines,
    number: numberOf(lines),
    created_date: new Date(Date.now() - lines * 60_000).toISOString(),
    amount: '10.00',
    status: { value: '400', label: 'Onaylandı' },
    shipping_address: { pk: 1, first_name: 'Işıl', last_name: 'Gökçe' },
    orderitem_set: Array.from({ length: lines }, (_, n) => item(lines, n)),
  })
  const keep = (asked: Record<string, unknown>) => {
    const row = { id: kept.length + 1, status: { value: 'open', label: null }, ...asked }
    kept.unshift(row)
    return row
  }
  const shop = await scriptedShop(({ pathname, searchParams }, request, body) => {
    if (request.method === 'POST' && (pathname === requestsPath || pathname === bulkPath)) {
      const asked = JSON.parse(body)
      const all: Record<string, unknown>[] = pathname === bulkPath ? asked['cancel_order_items'] : [asked]
      posted.push(all.map(one => String(one['order_item'])))
      const rows = all.map(keep)
      return pathname === bulkPath ? rows : rows[0]
    }
    if (pathname === '/users/orders/') return { count: sizes.length, next: null, results: sizes.map(order) }
    if (pathname === '/users/orders/cancellation_reasons/')
      return { results: [{ id: 5, cancellation_type: 'cancel', subject: 'Vazgeçtim', is_active: true }] }
    if (pathname === requestsPath) {
      const [page, limit] = [Number(searchParams.get('page') ?? 1), Number(searchParams.get('limit') ?? 100)]
      const from = (page - 1) * limit
      return { count: kept.length, next: null, results: kept.slice(from, from + limit) }
    }
    if (pathname === '/current_user/') return { pk: 1, first_name: 'Deniz' }
    const id = /^\/users\/orders\/(\d+)\/(?:cancellation\/)?$/.exec(pathname)?.[1]
    return id === undefined ? undefined : order(Number(id))
  })
  return { ...shop, numberOf, posted }
}
