import type { DemoShop } from '../../../src-main/demo-shop/demo-shop.ts'

export type Row = Record<string, unknown>

export interface Answer<T = Row> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: T
}

/** A browser-like caller: keeps cookies, sends the CSRF token, follows no redirect. */
export class Caller {
  readonly cookies = new Map<string, string>()
  readonly #shop: DemoShop

  constructor(shop: DemoShop) {
    this.#shop = shop
  }

  async get<T = Row>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.#call<T>('GET', path, undefined, headers)
  }

  async post<T = Row>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const csrf = { 'x-csrftoken': this.cookies.get('csrftoken') ?? '', 'content-type': 'application/json' }
    return this.#call<T>('POST', path, typeof body === 'string' ? body : JSON.stringify(body), { ...csrf, ...headers })
  }

  async signIn(credentials = this.#shop.customer): Promise<Answer> {
    await this.get('/csrf_token/')
    return this.post('/users/login/', credentials)
  }

  async #call<T>(
    method: string,
    path: string,
    body: string | undefined,
    extra: Record<string, string>,
  ): Promise<Answer<T>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'application/json', ...(cookie ? { cookie } : {}), ...extra }
    const response = await fetch(this.#shop.commerceUrl + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: jsonOr(text) as T }
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export interface Page {
  readonly count: number
  readonly next: string | null
  readonly previous: string | null
  readonly results: Order[]
}

export interface Item extends Row {
  readonly id: number
  readonly price: string
  readonly quantity?: string
  readonly attributes: Row
  readonly is_cancellable: boolean
  readonly is_refundable: boolean
  readonly is_tradable: boolean
  readonly status: { value: string; label: string }
  readonly active_cancellation_request: Row | null
  readonly cancellationrequest_set: Row[]
  readonly product: Row & { readonly base_code: string; readonly image: string | null }
  readonly available_easy_return_shipping_companies: Row[]
}

export interface Order extends Row {
  readonly id: number
  readonly number: string
  readonly created_date: string
  readonly status: { value: string; label: string }
  readonly orderitem_set: Item[]
  readonly discountitem_set: { amount: string }[]
  readonly amount: string
  readonly amount_without_discount: string
  readonly discount_amount: string
  readonly shipping_amount: string
  readonly refund_amount: string
}

/** How many pieces a line has, in whichever of the shop's ways it says so. */
export const piecesOf = ({ quantity, attributes }: Item): number => Number(quantity ?? attributes['quantity'] ?? 1)

/** All rows of a list, page after page. */
export async function readAll(caller: Caller, path: string): Promise<Order[]> {
  const rows: Order[] = []
  for (let page = 1; ; page++) {
    const { body } = await caller.get<Page>(`${path}${path.includes('?') ? '&' : '?'}limit=100&page=${page}`)
    rows.push(...body.results)
    if (body.next === null) return rows
  }
}

/** The first line of a list of orders for which something is true. */
export function findItem(orders: readonly Order[], test: (item: Item, order: Order) => boolean): Item {
  for (const order of orders) for (const item of order.orderitem_set) if (test(item, order)) return item
  throw new Error('no such item in the demo shop')
}

/** A caller signed in as the main customer. */
export async function signedIn(shop: DemoShop): Promise<Caller> {
  const caller = new Caller(shop)
  await caller.signIn()
  return caller
}

/** The headers of a signed-in staff member. */
export async function staffHeaders(shop: DemoShop): Promise<Record<string, string>> {
  const { body } = await new Caller(shop).post<{ key: string }>('/api/i1/auth/login/', shop.staff)
  return { authorization: `Token ${body.key}` }
}
