import type { Session } from 'electron'
import { electronJar } from './electron-jar.ts'
import { type Redirect, toWireError, WireError, type WireFetch, type WireInit } from './wire.ts'

/** What the one-shot writer and the clients need of a network session. */
export interface WriteSession {
  readonly fetch: WireFetch
  readonly closeAllConnections: () => Promise<void>
}

const wires = new WeakMap<Session, WriteSession>()

/**
 * Binds the wire to an Electron session. A refused redirect rejects with an error that has no code, on Electron 33 as
 * on later ones, so the redirect itself is watched: this takes the session's one `onBeforeRedirect` listener.
 * `spare` gives a session to use in its place once its network process has died: on Electron 33 the session itself
 * never reaches the network again. A read that met the death is tried once more there; a write never is.
 */
export function electronWire(session: Session, spare: () => Session | null = () => null): WriteSession {
  const known = wires.get(session)
  if (known) return known
  const redirects = watchRedirects(session)
  const wire: WriteSession = {
    async fetch(input, init) {
      const instead = spare()
      if (instead) return fetchInstead(session, instead, input, init)
      const redirectOf = redirects.from(typeof input === 'string' ? input : input.url)
      try {
        return await session.fetch(input, init)
      } catch (error) {
        const known = toWireError(error)
        const redirect = known.code === null ? redirectOf() : null
        if (redirect) throw new WireError(null, redirect, { cause: error })
        const method = init?.method ?? (typeof input === 'string' ? 'GET' : input.method)
        const second = known.code === 'ERR_FAILED' && method.toUpperCase() === 'GET' ? spare() : null
        if (second) return fetchInstead(session, second, input, init)
        throw known
      }
    },
    closeAllConnections: () => (spare() ?? session).closeAllConnections(),
  }
  wires.set(session, wire)
  return wire
}

/** Sends on another session, with the cookies of the own one, which also gets what the answer sets. */
async function fetchInstead(
  own: Session,
  instead: Session,
  input: string | Request,
  init: WireInit = {},
): Promise<Response> {
  const wire = electronWire(instead)
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

export interface RedirectWatch {
  /** Call before a fetch; what it answers finds the redirect that the address met since then. */
  readonly from: (url: string) => () => Redirect | null
}

const mostRemembered = 200

/** Remembers the redirects of a session. Chromium tells of one before the fetch that met it rejects. */
export function watchRedirects(session: Session): RedirectWatch {
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
