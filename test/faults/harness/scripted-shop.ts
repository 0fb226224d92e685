import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Script = (url: URL, request: IncomingMessage, body: string) => unknown

export interface ScriptedShop {
  readonly url: string
  /** Method and path of everything that came in. */
  readonly seen: string[]
  readonly close: () => Promise<void>
}

/**
 * A shop that answers what the script says: an object or array as JSON, a string as HTML, a function to do it by hand,
 * undefined as 404. Every request is counted here, at the server.
 */
export async function scriptedShop(script: Script): Promise<ScriptedShop> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      seen.push(`${request.method} ${url.pathname}${url.search}`)
      reply(response, script(url, request, Buffer.concat(chunks).toString()))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, seen, close: () => closeServer(server) }
}

function reply(response: ServerResponse, answer: unknown): void {
  if (typeof answer === 'function') {
    answer(response)
  } else if (typeof answer === 'string') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer)
  } else {
    const status = answer === undefined ? 404 : 200
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer ?? { detail: 'Bulunamadı.' }))
  }
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}
