import { createServer } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { AddressInfo, Server } from 'node:net'
import { selfSigned } from './self-signed.ts'

/** Answers every GET; reads each POST to its end, counts it by its path, and breaks the connection in its own way. */
export interface BreakingServer {
  readonly baseUrl: string
  /** POSTs read whole, by path. */
  readonly posts: ReadonlyMap<string, number>
  /** Whether the first POST of a path came over a connection that had served a request before. */
  readonly wasWarm: ReadonlyMap<string, boolean>
  readonly stop: () => void
}

export const http1Ways = ['reset', 'close', 'truncated head'] as const
export const http2Ways = ['connection destroyed', 'GOAWAY and closed'] as const
export type Http1Way = (typeof http1Ways)[number]
export type Http2Way = (typeof http2Ways)[number]

export async function breakHttp1(way: Http1Way): Promise<BreakingServer> {
  const log = new PostLog()
  const server = createServer((request, response) => {
    const { socket } = request
    request.resume().on('end', () => {
      if (log.take(request.method, request.url, socket)) {
        response.end('{}')
      } else if (way === 'reset') socket.resetAndDestroy()
      else if (way === 'close') socket.destroy()
      else socket.end('HTTP/1.1 201 Cre')
    })
  })
  return listen(server, 'http', log)
}

export async function breakHttp2(way: Http2Way): Promise<BreakingServer> {
  const log = new PostLog()
  const answer = (request: Http2ServerRequest, response: Http2ServerResponse) => {
    const { session } = request.stream
    request.resume().on('end', () => {
      if (!session || log.take(request.method, request.url, session)) response.end('{}')
      else if (way === 'connection destroyed') session.destroy()
      else {
        session.goaway(0)
        setTimeout(() => session.destroy(), 20)
      }
    })
  }
  const server = createSecureServer(selfSigned(), answer)
  server.on('sessionError', () => undefined)
  return listen(server, 'https', log)
}

class PostLog {
  readonly posts = new Map<string, number>()
  readonly wasWarm = new Map<string, boolean>()
  readonly #served = new WeakSet<object>()

  /** True for a request to be answered, false for a POST to be broken. */
  take(method = '', url = '', connection: object): boolean {
    const isWarm = this.#served.has(connection)
    this.#served.add(connection)
    if (method !== 'POST') return true
    const count = this.posts.get(url) ?? 0
    if (count === 0) this.wasWarm.set(url, isWarm)
    this.posts.set(url, count + 1)
    return false
  }
}

async function listen(server: Server, scheme: string, log: PostLog): Promise<BreakingServer> {
  const sockets = new Set<{ destroy: () => void }>()
  server.on('connection', socket => sockets.add(socket))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  const baseUrl = `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { baseUrl, posts: log.posts, wasWarm: log.wasWarm, stop }
}
