import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface AskingProxy {
  readonly url: string
  readonly host: string
  /** Method and address of what came without the right name and password, and of what was let through. */
  readonly refused: string[]
  readonly passed: string[]
  /** What it lets through. */
  credentials: { readonly user: string; readonly password: string }
  readonly close: () => Promise<void>
}

const challenge = (realm: string) => `Basic realm="${realm}"`

/** A company's proxy that wants a sign-in: absolute addresses for http, CONNECT for https. */
export async function askingProxy(realm: string): Promise<AskingProxy> {
  const state = { credentials: { user: 'deniz', password: 'right horse' } }
  const refused: string[] = []
  const passed: string[] = []
  const open = new Set<Socket>()

  const isGood = ({ headers, method, url }: IncomingMessage): boolean => {
    const { user, password } = state.credentials
    const given = headers['proxy-authorization']
    const isRight = given === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    const list = isRight ? passed : refused
    list.push(`${method} ${url}`)
    return isRight
  }
  const server = createServer((asked: IncomingMessage, response: ServerResponse) => {
    if (!isGood(asked)) {
      response.writeHead(407, { 'proxy-authenticate': challenge(realm), 'content-type': 'text/html' })
      response.end('<html><body>Sign in first.</body></html>')
      return
    }
    const { 'proxy-authorization': _own, ...headers } = asked.headers
    const onward = request(asked.url ?? '', { method: asked.method, headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()))
    asked.pipe(onward)
  })
  server.on('connection', socket => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  server.on('connect', (asked, socket: Socket) => {
    socket.on('error', () => undefined)
    if (!isGood(asked)) {
      socket.end(`HTTP/1.1 407 Sign in\r\nProxy-Authenticate: ${challenge(realm)}\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    const { hostname, port } = new URL(`http://${asked.url}`)
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    for (const socket of open) socket.destroy()
    return new Promise<void>(resolve => server.close(() => resolve()))
  }
  return Object.assign(state, { url: `http://${host}`, host, refused, passed, close })
}
