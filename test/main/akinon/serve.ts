import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface Shop {
  readonly baseUrl: string
  readonly seen: Seen[]
}

export type Answering = (request: Seen, response: ServerResponse, raw: IncomingMessage) => void

/** A real server on loopback for one test; it hands over each request with its body read. */
export async function serve(answer: Answering): Promise<Shop> {
  const seen: Seen[] = []
  const server = createServer((raw, response) => {
    const chunks: Buffer[] = []
    raw.on('data', chunk => chunks.push(chunk))
    raw.on('end', () => {
      const { method = '', url: path = '', headers } = raw
      const request = { method, path, headers, body: Buffer.concat(chunks).toString() }
      seen.push(request)
      answer(request, response, raw)
    })
  })
  const baseUrl = await listen(server)
  return { baseUrl, seen }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

export function sendHtml(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
  response.end(html)
}
