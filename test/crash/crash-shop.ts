import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the shop comes to with a POST. */
export const answers = [
  'ok-200',
  'ok-201',
  'unusable',
  'refused-400',
  'signed-out',
  'csrf',
  'throttled',
  'failed-before',
  'failed-after',
  'reset-after',
  'silence-after',
  'connection-refused',
] as const
export type AnswerClass = (typeof answers)[number]

/** Moments that the shop sees by itself, in the order in which one send goes through them. */
export type Moment =
  | 'asked'
  | 'item-read'
  | 'connected'
  | 'head'
  | 'body'
  | 'effect'
  | 'half'
  | 'answered'
  | 'list'
  | 'listed'

const requestsPath = '/users/orders/cancellation_requests/'
const session = 'crash-session'
/** After these the shop has done nothing. */
const noEffect: ReadonlySet<AnswerClass> = new Set(['refused-400', 'signed-out', 'csrf', 'throttled', 'failed-before'])

/**
 * One order with one line, a list of requests, no idempotency keys and no guard: every POST it handles makes a request.
 * It tells each moment synchronously, so that whoever listens can kill the client right there.
 */
export class CrashShop {
  readonly #server: Server
  #port = 0
  #made: Record<string, unknown>[] = []
  #answer: AnswerClass = 'ok-200'
  #broken = false
  #posted = false
  #itemRead = false
  readonly #silent: ServerResponse[] = []
  /** POSTs that arrived whole. */
  posts = 0
  onMoment: (moment: Moment) => void = () => undefined

  constructor() {
    this.#server = createServer((request, response) => this.#receive(request, response))
    this.#server.on('connection', () => {
      if (this.#itemRead && !this.#posted) this.onMoment('connected')
    })
  }

  get effects(): number {
    return this.#made.length
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  readonly session = session

  async start(): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return
    const closed = new Promise<void>(resolve => this.#server.close(() => resolve()))
    this.#server.closeAllConnections()
    await closed
  }

  /** A new case: nothing is there, and the first POST meets this answer. */
  async reset(answer: AnswerClass): Promise<void> {
    await this.stop()
    this.#made = []
    this.posts = 0
    this.#answer = answer
    this.#broken = true
    this.#posted = false
    this.#itemRead = false
    this.onMoment = () => undefined
    await this.start()
  }

  /** Whoever waits for an answer that does not come loses the connection, and a closed door opens. */
  async letGo(): Promise<void> {
    for (const response of this.#silent.splice(0)) response.socket?.destroy()
    if (!this.#server.listening) await this.start()
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', this.url)
    const isPost = request.method === 'POST' && pathname === requestsPath
    if (isPost) this.onMoment('head')
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      if (isPost) this.#create(JSON.parse(Buffer.concat(chunks).toString()), response)
      else this.#read(pathname, request, response)
    })
  }

  #read(pathname: string, { headers }: IncomingMessage, response: ServerResponse): void {
    this.onMoment('asked')
    const row = this.#order()
    if (!(headers.cookie ?? '').includes(session)) {
      send(response, 401, { detail: 'Giriş yapın.' })
      return
    }
    if (pathname === requestsPath) {
      if (this.#posted) this.onMoment('list')
      send(response, 200, { count: this.#made.length, next: null, previous: null, results: [...this.#made].reverse() })
      if (this.#posted) response.on('finish', () => this.onMoment('listed'))
      return
    }
    const fixed = this.#fixed(pathname)
    if (fixed !== null) {
      send(response, 200, fixed, pathname === '/csrf_token/' ? { 'set-cookie': 'csrftoken=c-1' } : {})
      return
    }
    if (/^\/users\/orders\/1\/(?:cancellation\/)?$/.test(pathname)) {
      send(response, 200, row)
      if (!pathname.endsWith('cancellation/')) return
      this.#itemRead = true
      this.onMoment('item-read')
      if (!this.#broken || this.#answer !== 'connection-refused') return
      this.#broken = false
      response.on('finish', () => void this.stop())
      return
    }
    send(response, 404, { detail: 'Bulunamadı.' })
  }

  #fixed(pathname: string): unknown {
    if (pathname === '/users/orders/') return { count: 1, next: null, results: [this.#order()] }
    if (pathname === '/users/orders/cancellation_reasons/')
      return [{ id: 3, cancellation_type: 'cancel', subject: 'Vazgeçtim', is_active: true }]
    if (pathname === '/csrf_token/') return { csrf_token: 'c-1' }
    return pathname === '/current_user/' ? { pk: 7, email: 'deniz@shop.example' } : null
  }

  #create(asked: Record<string, unknown>, response: ServerResponse): void {
    this.#posted = true
    this.posts += 1
    this.onMoment('body')
    const answer = this.#broken ? this.#answer : 'ok-200'
    // The answer is given once; what comes after it meets a shop that is well.
    this.#broken = false
    if (!noEffect.has(answer)) this.#made.push({ id: 900 + this.#made.length, status: { value: 'open' }, ...asked })
    this.onMoment('effect')
    if (answer === 'silence-after') this.#silent.push(response)
    answerWith[answer](response, this.#made.at(-1) ?? {}, this.onMoment)
  }

  #order() {
    return {
      id: 1,
      number: '1001',
      created_date: '2026-10-20T09:32:05.544358Z',
      amount: '20.37',
      status: { value: '400', label: 'Onaylandı' },
      orderitem_set: [
        {
          id: 11,
          order: 1,
          status: { value: '400', label: 'Onaylandı' },
          price: '20.37',
          product: { name: 'Keten gömlek' },
          is_cancellable: true,
          is_refundable: false,
          cancellationrequest_set: [],
        },
      ],
    }
  }
}

type Answering = (response: ServerResponse, made: Record<string, unknown>, tell: (moment: Moment) => void) => void

const answerWith: Readonly<Record<AnswerClass, Answering>> = {
  'ok-200': (response, made, tell) => inHalves(response, 200, made, tell),
  'ok-201': (response, made, tell) => inHalves(response, 201, made, tell),
  unusable: (response, _made, tell) => inHalves(response, 200, '<html><body>Teşekkürler</body></html>', tell),
  'refused-400': (response, _made, tell) => inHalves(response, 400, { quantity: 'Fazla' }, tell),
  'signed-out': (response, _made, tell) => inHalves(response, 401, { detail: 'Giriş yapın.' }, tell),
  csrf: (response, _made, tell) => inHalves(response, 403, { detail: 'CSRF Failed: token missing.' }, tell),
  throttled: (response, _made, tell) => {
    response.setHeader('retry-after', '1')
    inHalves(response, 429, { detail: 'Çok sık.' }, tell)
  },
  'failed-before': (response, _made, tell) => inHalves(response, 500, { detail: 'Hata' }, tell),
  'failed-after': (response, _made, tell) => inHalves(response, 500, { detail: 'Hata' }, tell),
  'reset-after': response => response.socket?.resetAndDestroy(),
  'silence-after': () => undefined,
  'connection-refused': (response, made, tell) => inHalves(response, 200, made, tell),
}

/** Head and half of the body, a moment, the rest, another one. */
function inHalves(response: ServerResponse, status: number, body: unknown, tell: (moment: Moment) => void): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const half = Math.floor(text.length / 2)
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.write(text.slice(0, half), () => {
    tell('half')
    response.end(text.slice(half), () => tell('answered'))
  })
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
