import type { Session } from 'electron'
import { electronJar } from './cookie-jar.ts'
import type { ProxyDoor } from './proxy-door.ts'
import { type Redirect, toWireError, WireError, type WireFetch, type WireInit } from './wire.ts'

/** A network session as the one-shot writer uses it. */
export interface WriteSession {
  readonly fetch: WireFetch
  readonly closeAllConnections: () => Promise<void>
  /** Signs the session in to its proxy. This leaves an open connection, which must be closed before a write. */
  readonly passProxy: (url: string) => Promise<void>
}

/** A network session as reads and sign-ins use it. */
export interface Wire extends WriteSession {
  /** Call after the proxy refused a request. Returns whether it lets one through now. */
  readonly isThroughNow: (url: string) => Promise<boolean>
}

interface WireParts {
  /** The session to use instead, once this one's network process has died; null before. */
  readonly spare?: () => Session | null
  readonly door?: ProxyDoor<Session>
}

const wires = new WeakMap<Session, Wire>()

/**
 * Binds the wire to an Electron session. A refused redirect rejects with an error that has no code, on Electron 33 as
 * on later ones, so the redirect itself is watched: this takes the session's one `onBeforeRedirect` listener.
 * With a dead network process the session itself never reaches the network again on Electron 33, so the spare one is
 * used. A read that met the death is tried once more there; a write never is.
 */
export function electronWire(session: Session, parts: WireParts = {}): Wire {
  const { spare = () => null, door } = parts
  const known = wires.get(session)
  if (known) return known
  const redirects = watchRedirects(session)
  const wire: Wire = {
    async fetch(input, init) {
      const instead = spare()
      if (instead) return fetchInstead(session, electronWire(instead, door ? { door } : {}), input, init)
      const redirectOf = redirects.from(addressOf(input))
      try {
        const response = await session.fetch(input, init)
        if (response.status === 407) door?.forget(session, addressOf(input))
        return response
      } catch (error) {
        const known = toWireError(error)
        const redirect = known.code === null ? redirectOf() : null
        if (redirect) throw new WireError(null, redirect, { cause: error })
        const second = known.code === 'ERR_FAILED' && isGet(input, init) ? spare() : null
        if (second) return fetchInstead(session, electronWire(second, door ? { door } : {}), input, init)
        throw known
      }
    },
    closeAllConnections: () => (spare() ?? session).closeAllConnections(),
    passProxy: async url => door?.pass(spare() ?? session, url),
    isThroughNow: async url => (await door?.refused(spare() ?? session, url)) === true,
  }
  wires.set(session, wire)
  return wire
}

const addressOf = (input: string | Request): string => (typeof input === 'string' ? input : input.url)

const isGet = (input: string | Request, init: WireInit = {}): boolean =>
  (init.method ?? (typeof input === 'string' ? 'GET' : input.method)).toUpperCase() === 'GET'

/**
 * A fetch for reads and sign-ins. Signs in to the proxy first, and repeats a read that the proxy refused all the same.
 */
export function fetchThroughProxy(wire: Wire): WireFetch {
  return async (input, init) => {
    const url = addressOf(input)
    await wire.passProxy(url)
    const response = await wire.fetch(input, init)
    if (response.status !== 407 || !(await wire.isThroughNow(url)) || !isGet(input, init)) return response
    await response.body?.cancel()
    return wire.fetch(input, init)
  }
}

/** Sends on another session with this one's cookies, and stores the answer's cookies in this one. */
async function fetchInstead(own: Session, wire: Wire, input: string | Request, init: WireInit = {}): Promise<Response> {
  const request = new Request(input, init)
  if (request.credentials === 'omit') return wire.fetch(input, init)
  const jar = electronJar(own)
  const { url, method, signal } = request
  const headers = new Headers(request.headers)
  const cookie = await jar.header(url)
  if (cookie !== '') headers.set('Cookie', cookie)
  const body = method === 'GET' ? {} : { body: await request.text() }
  const response = await wire.fetch(url, {
    ...body,
    method,
    headers: Object.fromEntries(headers),
    signal,
    redirect: 'error',
    cache: 'no-store',
    credentials: 'omit',
  })
  const cookies = response.headers.get('set-cookie')
  if (cookies) await jar.store(url, cookies)
  return response
}

interface RedirectWatch {
  /** Call before a fetch. The function it returns gives the redirect that the address met since. */
  readonly from: (url: string) => () => Redirect | null
}

const mostRemembered = 200

/** Remembers the redirects of a session. Chromium reports a redirect before the fetch rejects. */
function watchRedirects(session: Session): RedirectWatch {
  const seen = new Map<string, { readonly no: number; readonly redirect: Redirect }>()
  let count = 0
  session.webRequest.onBeforeRedirect(({ url, statusCode, redirectURL }) => {
    seen.delete(url)
    seen.set(url, { no: ++count, redirect: { status: statusCode, location: redirectURL } })
    const [oldest] = seen.keys()
    if (seen.size > mostRemembered && oldest !== undefined) seen.delete(oldest)
  })
  return {
    from(url) {
      const { href } = new URL(url)
      const before = count
      return () => {
        const met = seen.get(href)
        return met && met.no > before ? met.redirect : null
      }
    },
  }
}
