import type { IncomingMessage, ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'

/** The two ends of one call below HTTP's level. */
export interface Wire {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
}

/** Cuts the connection without a byte of an answer. */
export function cut({ incoming, outgoing }: Wire): Response {
  outgoing.destroy()
  incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

/** Resets the connection, as a box in between does. */
export function reset({ incoming, outgoing }: Wire): Response {
  // First: a response that is destroyed before takes its socket along in the polite way.
  incoming.socket.resetAndDestroy()
  outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}

/** Sends half of a head and closes. */
export function sendHalfHead({ incoming }: Wire): Response {
  const { socket } = incoming
  socket.end('HTTP/1.1 200 OK\r\nContent-Type: applica', () => socket.destroy())
  return RESPONSE_ALREADY_SENT
}

/** Promises the whole body, sends half of it and closes, or resets. */
export async function sendHalfBody({ incoming }: Wire, response: Response, end: 'close' | 'reset'): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer())
  const head = [
    `HTTP/1.1 ${response.status} OK`,
    `Content-Type: ${response.headers.get('content-type') ?? 'application/json'}`,
    `Content-Length: ${Math.max(2, body.length)}`,
  ]
  const { socket } = incoming
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  const half = body.subarray(0, Math.floor(body.length / 2))
  if (end === 'close') socket.end(half, () => socket.destroy())
  else socket.write(half, () => socket.resetAndDestroy())
  return RESPONSE_ALREADY_SENT
}

/** Sends the answer without its content type, which the server under the shop would put in by itself. */
export async function sendUntyped({ outgoing }: Wire, response: Response): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, { 'Content-Length': body.length }).end(body)
  return RESPONSE_ALREADY_SENT
}

const dripBytes = 64

/** The whole body, a few bytes at a time, with a pause after each. */
export async function drip(response: Response, pauseMs: number): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer())
  let sent = 0
  let timer: NodeJS.Timeout | undefined
  const stream = new ReadableStream<Uint8Array>({
    pull: controller =>
      new Promise(resolve => {
        controller.enqueue(body.subarray(sent, sent + dripBytes))
        sent += dripBytes
        if (sent >= body.length) controller.close()
        timer = setTimeout(resolve, pauseMs).unref()
      }),
    cancel: () => clearTimeout(timer),
  })
  const { status, headers } = response
  return new Response(body.length === 0 ? null : stream, { status, headers })
}
