import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fault } from './script.ts'
import { listPage, orderOf, type ShopRequest, sendJson, sendPage, sleep } from './shop-rows.ts'

export interface ShopOptions {
  /** A second request for an item that has one is refused with 406 and the shop's own code. */
  readonly guard: boolean
  /** The fault for a POST that a signed-in client with a good token made for this item. Null: answer well. */
  readonly faultOf?: (orderItem: string) => Fault | null
  /** Called at the moment of a `killed-` fault. */
  readonly onKill?: () => void
  /** Every call is answered after this. */
  readonly latencyMs?: number
  /** Items in each order. */
  readonly itemsOf?: (orderId: string) => readonly string[]
  readonly slowMs?: number
  readonly tooSlowMs?: number
}

/** What the shop saw of one order item. */
export interface Seen {
  posts: number
  /** Requests it made of them. */
  effects: number
}

const user = { pk: 1, first_name: 'Ayşe', last_name: 'Işık', email: 'ayse@example.com' }
const session = 'session-1'

/**
 * A shop on loopback, real HTTP, without idempotency keys: as much of the API as an outbox needs, and a fault for any POST. It counts POSTs and effects by order item, when they happen and not when they are answered.
 */
export class FaultShop {
  readonly #options: ShopOptions
  readonly #server: Server
  readonly #seen = new Map<string, Seen>()
  readonly #requests: ShopRequest[] = []
  #port = 0
  #csrf = 1
  #calls = 0
  #onWire = 0
  signedIn = true
  /** When the shop last did something, by `performance.now()`. */
  lastEffectAt = 0
  mostOnWire = 0

  constructor(options: ShopOptions) {
    this.#options = options
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy())
    })
    this.#server.keepAliveTimeout = 60_000
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get calls(): number {
    return this.#calls
  }

  /** The cookie that a signed-in customer has, and the token to begin with. */
  get cookies(): Readonly<Record<string, string>> {
    return { osessionid: session, csrftoken: `csrf-${this.#csrf}` }
  }

  seen(orderItem: string): Seen {
    const known = this.#seen.get(orderItem) ?? { posts: 0, effects: 0 }
    this.#seen.set(orderItem, known)
    return known
  }

  /** Begins to listen; the second time on the same port. */
  async open(): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** Refuses connections and breaks those it has. */
  async close(): Promise<void> {
    const closed = new Promise(resolve => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#calls += 1
    this.#onWire += 1
    this.mostOnWire = Math.max(this.mostOnWire, this.#onWire)
    response.on('close', () => {
      this.#onWire -= 1
    })
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url ?? '/', this.baseUrl)
    const isPost = request.method === 'POST'
    const lateMs = this.#options.latencyMs ?? 0
    if (!isPost && lateMs > 0) await sleep(lateMs)
    if (url.pathname === '/csrf_token/') return this.#giveToken(response)
    if (isPost) return this.#post(request, response, Buffer.concat(chunks).toString(), lateMs)
    if (!this.signedIn) return sendJson(response, 401, { detail: 'Authentication credentials were not provided.' })
    this.#read(url, response)
  }

  #giveToken(response: ServerResponse): void {
    const token = `csrf-${this.#csrf}`
    response.setHeader('set-cookie', `csrftoken=${token}; Path=/`)
    sendJson(response, 200, { csrf_token: token })
  }

  #read(url: URL, response: ServerResponse): void {
    const orderId = /^\/users\/orders\/(\d+)\/(?:cancellation\/)?$/.exec(url.pathname)?.[1]
    if (url.pathname === '/current_user/') sendJson(response, 200, user)
    else if (url.pathname === '/users/orders/cancellation_requests/')
      sendJson(response, 200, listPage(this.#requests, url))
    else if (orderId !== undefined)
      sendJson(response, 200, orderOf(orderId, this.#options.itemsOf?.(orderId) ?? [], this.#requests))
    else sendJson(response, 404, { detail: 'Not found.' })
  }

  async #post(request: IncomingMessage, response: ServerResponse, body: string, lateMs: number): Promise<void> {
    const payload = JSON.parse(body) as { readonly order_item: number }
    const item = String(payload.order_item)
    const seen = this.seen(item)
    seen.posts += 1
    // The middleware of a Django shop runs first: who are you, then the token.
    if (!this.signedIn || !request.headers.cookie?.includes(session))
      return sendJson(response, 401, { detail: 'Authentication credentials were not provided.' })
    const isTokenGood = request.headers['x-csrftoken'] === `csrf-${this.#csrf}`
    const fault = isTokenGood ? (this.#options.faultOf?.(item) ?? null) : null
    if (fault === 'csrf') this.#csrf += 1
    if (fault === 'csrf' || !isTokenGood) {
      response.setHeader('set-cookie', `csrftoken=csrf-${this.#csrf}; Path=/`)
      return sendJson(response, 403, { detail: 'CSRF Failed: CSRF token missing or incorrect.' })
    }
    if (lateMs > 0) await sleep(lateMs)
    await this.#act(fault, payload, item, response)
  }

  async #act(
    fault: Fault | null,
    payload: Readonly<Record<string, unknown>>,
    item: string,
    response: ServerResponse,
  ): Promise<void> {
    const { slowMs = 250, tooSlowMs = 2500, onKill } = this.#options
    switch (fault) {
      case 'reset-before':
        response.socket?.resetAndDestroy()
        return
      case '500-before':
        return sendPage(response, 500, 'Server Error (500)')
      case '503-page':
        return sendPage(response, 503, 'Service Temporarily Unavailable')
      case 'throttled':
        response.setHeader('retry-after', '1')
        return sendJson(response, 429, { detail: 'Request was throttled. Expected available in 1 second.' })
      case 'refused':
        return sendJson(response, 400, { quantity: 'Quantity exceeds the quantity of the order item.' })
      case 'killed-before':
        onKill?.()
        return
      default:
    }
    if (this.#options.guard && this.seen(item).effects > 0)
      return sendJson(response, 406, {
        non_field_errors: 'There is already a cancellation request for this order item.',
        error_code: 'cancellation_request_100_1',
      })
    const row = this.#make(payload, item)
    switch (fault) {
      case 'answer-lost':
        response.socket?.resetAndDestroy()
        return
      case '500-after':
        return sendPage(response, 500, 'Server Error (500)')
      case 'killed-after':
        onKill?.()
        return
      case 'slow':
        await sleep(slowMs)
        return sendJson(response, 201, row)
      case 'too-slow':
        await sleep(tooSlowMs)
        return sendJson(response, 201, row)
      default:
        return sendJson(response, 201, row)
    }
  }

  #make(payload: Readonly<Record<string, unknown>>, item: string): ShopRequest {
    const row = {
      ...payload,
      id: this.#requests.length + 1,
      order_item: Number(item),
      status: { value: 'open', label: 'Açık' },
    }
    this.#requests.push(row)
    this.seen(item).effects += 1
    this.lastEffectAt = performance.now()
    return row
  }
}
