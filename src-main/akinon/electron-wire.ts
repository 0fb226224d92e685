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
  const takeRedirect = watchRedirects(session)
  const wire: WriteSession = {
    async fetch(input, init) {
      const url = typeof input === 'string' ? input : input.url
      takeRedirect(url)
      try {
        return await session.fetch(input, init)
      } catch (error) {
        const redirect = takeRedirect(url)
        throw redirect ? new WireError(null, redirect, { cause: error }) : toWireError(error)
      }
    },
    closeAllConnections: () => session.closeAllConnections(),
  }
  wires.set(session, wire)
  return wire
}

/** Remembers the last redirect of each address until it is taken. Chromium tells of it before the fetch rejects. */
export function watchRedirects(session: Session): (url: string) => Redirect | null {
  const seen = new Map<string, Redirect>()
  session.webRequest.onBeforeRedirect(({ url, statusCode, redirectURL }) => {
    if (seen.size > 100) seen.clear()
    seen.set(url, { status: statusCode, location: redirectURL })
  })
  return url => {
    const key = new URL(url).href
    const redirect = seen.get(key) ?? null
    seen.delete(key)
    return redirect
  }
}
