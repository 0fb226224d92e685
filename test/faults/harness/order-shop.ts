import type { ServerResponse } from 'node:http'
import { type ScriptedShop, scriptedShop } from './scripted-shop.ts'

const DAY_MS = 24 * 60 * 60_000
const pageRows = 100

export interface OrderShopOptions {
  readonly orders: number
  /** What it makes of `status`, `created_date__gte` and `created_date__lte`. */
  readonly filters?: 'obeyed' | 'ignored' | 'refused'
  /** Lists its orders without their lines. */
  readonly isThin?: boolean
  readonly reasons?: readonly object[]
}

export interface OrderShop extends ScriptedShop {
  isDown: boolean
  /** Only the first page of the unfiltered list is answered: the first walk never ends. */
  isStuck: boolean
  /** Answers every call with 429 and this many seconds, as long as it is set. */
  throttledFor: number | null
  /** Whose session it is, by the user's page; null: there is no such page. */
  user: number | null
}

const reasonRow = { id: 5, cancellation_type: 'cancel', subject: 'Vazgeçtim', is_active: true }

/** A shop of one order a day, the newest today, every third one delivered. Any session is good. */
export async function orderShop(options: OrderShopOptions): Promise<OrderShop> {
  const { filters = 'obeyed', isThin = false, reasons = [reasonRow] } = options
  const state = { isDown: false, isStuck: false, throttledFor: null as number | null, user: 1 as number | null }
  const now = Date.now()
  // A minute ago, but never yesterday: right after midnight the newest is of today all the same.
  const newest = Math.max(new Date(now).setHours(0, 0, 0, 0), now - 60_000)

  const item = (n: number) => ({
    id: 70_000 + n,
    status: { value: '400', label: 'Onaylandı' },
    price: '10.00',
    product: { name: `Gömlek ${n}` },
    is_cancellable: true,
  })
  const order = (n: number, isListed: boolean) => ({
    id: n,
    number: `2024000000${String(n).padStart(4, '0')}`,
    created_date: new Date(newest - (options.orders - n) * DAY_MS).toISOString(),
    amount: '10.00',
    status: n % 3 === 0 ? { value: '550', label: 'Teslim edildi' } : { value: '400', label: 'Onaylandı' },
    shipping_address: { pk: 1, first_name: 'Işıl', last_name: `Gökçe ${n}` },
    ...(isThin && isListed ? {} : { orderitem_set: [item(n)] }),
  })
  type Row = ReturnType<typeof order>

  const passes = (row: Row, query: URLSearchParams): boolean => {
    const [status, since, until] = ['status', 'created_date__gte', 'created_date__lte'].map(name => query.get(name))
    const at = Date.parse(row.created_date)
    return (
      (!status || row.status.value === status) &&
      (!since || at >= Date.parse(since)) &&
      (!until || at <= Date.parse(until))
    )
  }
  const list = (query: URLSearchParams): unknown => {
    const isFiltered = ['status', 'created_date__gte', 'created_date__lte'].some(name => query.has(name))
    if (isFiltered && filters === 'refused') return sending(400, { status: ['Bu filtre desteklenmiyor.'] })
    const page = Number(query.get('page') ?? 1)
    if (!isFiltered && state.isStuck && page > 1) return (response: ServerResponse) => response.socket?.destroy()
    const all = Array.from({ length: options.orders }, (_, index) => order(options.orders - index, true))
    const found = filters === 'obeyed' ? all.filter(row => passes(row, query)) : all
    const from = (page - 1) * pageRows
    const next = from + pageRows < found.length ? '?page=next' : null
    return { count: found.length, next, previous: null, results: found.slice(from, from + pageRows) }
  }

  const shop = await scriptedShop(({ pathname, searchParams }) => {
    if (state.isDown) return (response: ServerResponse) => response.socket?.destroy()
    if (state.throttledFor !== null) return sending(429, { detail: 'Yavaş.' }, state.throttledFor)
    if (pathname === '/users/orders/') return list(searchParams)
    if (pathname === '/users/orders/cancellation_reasons/') return { results: reasons }
    if (pathname === '/users/orders/cancellation_requests/') return { results: [] }
    if (pathname === '/current_user/') return state.user === null ? undefined : { pk: state.user, first_name: 'Deniz' }
    const id = /^\/users\/orders\/(\d+)\/(?:cancellation\/)?$/.exec(pathname)?.[1]
    return id === undefined ? undefined : order(Number(id), false)
  })
  return Object.assign(state, shop)
}

const sending =
  (status: number, body: object, retryAfterSeconds?: number) =>
  (response: ServerResponse): unknown => {
    if (retryAfterSeconds !== undefined) response.setHeader('retry-after', String(retryAfterSeconds))
    return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
