import {
  constants,
  createSecureServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2'
import type { AddressInfo } from 'node:net'
import { selfSigned } from '../writer-app/self-signed.ts'

/** What happens to a POST before its stream is refused: nothing, as the standard has it, or all of it, as it forbids. */
export type Refusal = 'unprocessed' | 'processed'

export interface RefusingFront {
  readonly url: string
  /** Bodies of the POSTs whose streams were refused. Chromium sends a refused stream again by itself. */
  readonly refused: readonly string[]
  /** How many more POSTs to this path are refused; every other call goes through. */
  refuse: { readonly path: string; readonly times: number; readonly as: Refusal } | null
  readonly close: () => void
}

/** A shop's door that speaks HTTP/2 and refuses streams (REFUSED_STREAM). */
export async function openRefusingFront(shopUrl: string): Promise<RefusingFront> {
  const server = createSecureServer(selfSigned())
  const sessions = new Set<{ destroy: () => void }>()
  server.on('session', session => sessions.add(session))
  server.on('sessionError', () => undefined)
  const refused: string[] = []
  const state: Pick<RefusingFront, 'refuse'> = { refuse: null }
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined)
    serve(stream, headers).catch(() => stream.close(constants.NGHTTP2_INTERNAL_ERROR))
  })

  const serve = async (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    const { ':method': method = 'GET', ':path': path = '/' } = headers
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const { refuse } = state
    const isRefused = refuse !== null && refuse.times > 0 && method === 'POST' && path === refuse.path
    if (isRefused) {
      state.refuse = { ...refuse, times: refuse.times - 1 }
      refused.push(body.toString())
      if (refuse.as === 'processed' && refused.length === 1) await ask(shopUrl + path, method, headers, body)
      return stream.close(constants.NGHTTP2_REFUSED_STREAM)
    }
    const answer = await ask(shopUrl + path, method, headers, body)
    const cookies = answer.headers.getSetCookie()
    stream.respond({
      ':status': answer.status,
      'content-type': answer.headers.get('content-type') ?? 'application/json',
      ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    })
    stream.end(Buffer.from(await answer.arrayBuffer()))
  }

  const close = () => {
    server.close()
    for (const session of sessions) session.destroy()
  }
  return Object.assign(state, { url: await listen(server), refused, close })
}

async function listen(server: Http2Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function ask(url: string, method: string, given: IncomingHttpHeaders, body: Buffer): Promise<Response> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) {
    const isOwn = name.startsWith(':') || name === 'content-length' || name === 'accept-encoding'
    if (typeof value === 'string' && !isOwn) headers.set(name, value)
  }
  return fetch(url, { method, headers, body: body.length > 0 ? new Uint8Array(body) : null, redirect: 'manual' })
}
