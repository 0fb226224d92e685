import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const loopback = '127.0.0.1'
const returnAttempts = 20
const returnPauseMs = 50

export type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown

/** A server on loopback that can go away and come back on the same port. */
export class Listener {
  readonly #handler: Handler
  #server: Server | undefined
  #port: number
  #wasUp = false

  /** A port of 0 is any free one; from the first time up on it stays the same. */
  constructor(handler: Handler, port: number) {
    this.#handler = handler
    this.#port = port
  }

  get port(): number {
    return this.#port
  }

  get url(): string {
    return `http://${loopback}:${this.#port}`
  }

  get isUp(): boolean {
    return this.#server !== undefined
  }

  /** Listens. A port that somebody else had first is given up for any free one. */
  async up(): Promise<void> {
    if (this.#server) return
    const server = createServer(this.#handler)
    this.#server = server
    for (let left = this.#wasUp ? returnAttempts : 1; left > 0 && this.#server === server; left--) {
      if (await listens(server, this.#port)) break
      // Coming back, the port matters: clients know it. Whoever took it may let it go again.
      if (left > 1) await new Promise(resolve => setTimeout(resolve, returnPauseMs))
      else if (!(await listens(server, 0))) {
        this.#server = undefined
        throw new Error('no port on loopback could be had')
      }
    }
    // Cut again while it was still coming up.
    if (this.#server !== server) return close(server)
    const address = server.address() as AddressInfo
    this.#port = address.port
    this.#wasUp = true
  }

  /** Stops listening and cuts every connection. */
  async down(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (server) await close(server)
  }
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const fail = () => resolve(false)
    server.once('error', fail)
    server.listen(port, loopback, () => {
      server.off('error', fail)
      resolve(true)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
