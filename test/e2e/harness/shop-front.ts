import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One call on its way to the shop. */
export interface Ask {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
}

/** Answers instead of the shop, or changes what it answers; `pass` asks the shop. */
export type Rule = (ask: Ask, pass: () => Promise<Response>) => Response | Promise<Response>

export interface ShopFront {
  readonly url: string
  /** Method and path, with the query, of everything that came in. */
  readonly seen: readonly string[]
  /** Null lets everything through as it is. */
  rule: Rule | null
  close(): Promise<void>
}

const ownHeaders = new Set(['connection', 'content-encoding', 'content-length', 'keep-alive', 'transfer-encoding'])

/** A door of its own before the demo shop, for what other shops do and this one does not. */
export async function openFront(shopUrl: string): Promise<ShopFront> {
  const seen: string[] = []
  const state: { rule: Rule | null } = { rule: null }
  const server = createServer((request, response) => {
    answer(request, shopUrl, state, seen)
      .then(given => send(given, response))
      .catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

async function answer(
  request: IncomingMessage,
  shopUrl: string,
  { rule }: { readonly rule: Rule | null },
  seen: string[],
): Promise<Response> {
  const { method = 'GET', url = '/' } = request
  seen.push(`${method} ${url}`)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'host' && !ownHeaders.has(name)) headers.set(name, value)
  }
  const body = chunks.length === 0 ? null : Buffer.concat(chunks)
  const pass = () => fetch(`${shopUrl}${url}`, { method, headers, body, redirect: 'manual' })
  const { pathname, searchParams } = new URL(url, shopUrl)
  return rule === null ? pass() : rule({ method, path: pathname, query: searchParams }, pass)
}

async function send(given: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await given.arrayBuffer())
  for (const [name, value] of given.headers) {
    if (name !== 'set-cookie' && !ownHeaders.has(name)) response.setHeader(name, value)
  }
  const cookies = given.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.writeHead(given.status).end(body)
}

/** The same answer with another JSON body. */
export async function changed<T>(given: Response, change: (body: T) => unknown): Promise<Response> {
  const body = change((await given.json()) as T)
  const headers = new Headers(given.headers)
  for (const name of ownHeaders) headers.delete(name)
  return new Response(JSON.stringify(body), { status: given.status, headers })
}
