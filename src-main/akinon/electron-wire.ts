import type { Session } from 'electron'
import { type Redirect, toWireError, WireError, type WireFetch } from './wire.ts'

/** What the one-shot writer and the clients need of a network session. */
export interface WriteSession {
  readonly fetch: WireFetch
  readonly closeAllConnections: () => Promise<void>
}

const wires = new WeakMap<Session, WriteSession>()

/**
 * Binds the wire to an Electron session. A refused redirect rejects with an error that has no code, on Electron 33 as
 * on later ones, so the redirect itself is watched: this takes the session's one `onBeforeRedirect` listener.
 */
export function electronWire(session: Session): WriteSession {
  const known = wires.get(session)
  if (known) return known
  const redirects = watchRedirects(session)
  const wire: WriteSession = {
    async fetch(input, init) {
      const redirectOf = redirects.from(typeof input === 'string' ? input : input.url)
      try {
        return await session.fetch(input, init)
      } catch (error) {
        const known = toWireError(error)
        const redirect = known.code === null ? redirectOf() : null
        throw redirect ? new WireError(null, redirect, { cause: error }) : known
      }
    },
    closeAllConnections: () => session.closeAllConnections(),
  }
  wires.set(session, wire)
  return wire
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
