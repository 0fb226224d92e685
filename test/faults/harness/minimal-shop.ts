import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ScriptedShop, scriptedShop } from './scripted-shop.ts'

const requestsPath = '/users/orders/cancellation_requests/'
const password = 'gizli'

export interface MinimalOptions {
  /** Answers GET of the requests' list; without it that call is as missing as the undocumented ones. */
  readonly listsRequests?: boolean
  /** How the list of requests looks to who asks. */
  readonly listAs?: (rows: unknown[]) => unknown
  readonly slowMs?: number
  readonly answersLogin?: unknown
  /** Wants a token for every POST, and gives its cookie without a path. */
  readonly wantsCsrf?: boolean
}

export interface MinimalShop extends ScriptedShop {
  /** Bodies of the POSTs that asked for a cancellation. */
  readonly posts: string[]
  isDown: boolean
  /** The next POST takes effect, and its connection breaks. */
  losesNextAnswer: boolean
  /** Sessions it takes. */
  readonly sessions: Set<string>
}

/**
 * A shop that has the documented calls and nothing else: no user's page, no CSRF page, no addresses, no old orders. What
 * it lacks is a page with 404. It ignores `page` and `limit`, writes ids as text and answers 200 to a creation.
 */
export async function minimalShop(options: MinimalOptions = {}): Promise<MinimalShop> {
  const {
    listsRequests = true,
    listAs = rows => rows,
    slowMs = 0,
    answersLogin = { ok: true },
    wantsCsrf = false,
  } = options
  const made: Record<string, unknown>[] = []
  const state = { posts: [] as string[], isDown: false, losesNextAnswer: false, sessions: new Set(['pasted-1']) }

  const order = (n: number) => ({
    id: `S-${n}`,
    number: `20240000000${n}`,
    created_date: `2024-10-2${n}T09:32:05.544358Z`,
    amount: '20.37',
    status: { value: '400', label: 'Onaylandı' },
    orderitem_set: [
      {
        id: `I-${n}`,
        status: { value: '400', label: 'Onaylandı' },
        price: '11.87',
        product: { name: `Gömlek ${n}` },
        is_cancellable: true,
        cancellationrequest_set: made.filter(one => one['order_item'] === `I-${n}`),
      },
    ],
  })

  const create = (body: string) => {
    state.posts.push(body)
    const asked = JSON.parse(body)
    const request = { id: `R-${made.length + 1}`, status: { value: 'open', label: 'Açık' }, ...asked }
    made.unshift(request)
    const isLost = state.losesNextAnswer
    state.losesNextAnswer = false
    return isLost ? hangUp : request
  }

  const known = ({ pathname }: URL, method: string | undefined, body: string): unknown => {
    const reasons = [{ id: 'neden-1', cancellation_type: 'cancel', subject: 'Vazgeçtim', is_active: true }]
    if (pathname === requestsPath && method === 'POST') return create(body)
    if (pathname === requestsPath) return listsRequests ? listAs(made) : undefined
    if (pathname === '/users/orders/cancellation_reasons/') return reasons
    if (pathname === '/users/orders/') return { results: [3, 2, 1].map(order) }
    const id = /^\/users\/orders\/S-(\d)\/(?:cancellation\/)?$/.exec(pathname)?.[1]
    return id === undefined ? undefined : order(Number(id))
  }

  const shop = await scriptedShop((url, request, body) => {
    if (state.isDown) return hangUp
    if (wantsCsrf && url.pathname === '/csrf_token/') return giveToken
    if (wantsCsrf && request.method === 'POST' && !hasToken(request)) return refuseToken
    if (url.pathname === '/users/login/' && request.method === 'POST') return login(state, answersLogin, body)
    if (!isSignedIn(request, state.sessions) && url.pathname.startsWith('/users/'))
      return (response: ServerResponse) => send(response, 401, '{"detail":"Giriş yapın."}')
    const answer = known(url, request.method, body)
    if (answer === undefined)
      return (response: ServerResponse) => send(response, 404, '<h1>Not Found</h1>', 'text/html')
    if (typeof answer === 'function') return answer
    return (response: ServerResponse) => setTimeout(() => send(response, 200, JSON.stringify(answer)), slowMs)
  })
  return Object.assign(state, shop)
}

/** The customer of this shop. */
export const minimalCustomer = { email: 'deniz@shop.example', password }

const hangUp = (response: ServerResponse): unknown => response.socket?.destroy()

function giveToken(response: ServerResponse): void {
  response.setHeader('set-cookie', 'csrftoken=c-1')
  send(response, 200, '{"csrf_token":"c-1"}')
}

const refuseToken = (response: ServerResponse): void => send(response, 403, '{"detail":"CSRF Failed: token missing."}')

const hasToken = ({ headers }: IncomingMessage): boolean =>
  headers['x-csrftoken'] === 'c-1' && (headers.cookie ?? '').includes('csrftoken=c-1')

function login(state: { readonly sessions: Set<string> }, answer: unknown, body: string) {
  return (response: ServerResponse) => {
    if (JSON.parse(body).password !== password) return send(response, 400, '{"non_field_errors":["Hatalı"]}')
    const id = `by-password-${state.sessions.size}`
    state.sessions.add(id)
    response.setHeader('set-cookie', `sessionid=${id}`)
    send(response, 200, JSON.stringify(answer))
  }
}

function isSignedIn({ headers }: IncomingMessage, sessions: ReadonlySet<string>): boolean {
  return [...(headers.cookie ?? '').matchAll(/sessionid=([^;]+)/g)].some(([, id]) => sessions.has(id ?? ''))
}

function send(response: ServerResponse, status: number, text: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type }).end(text)
}
