import { type CookieJar, readSetCookies } from '../../../src-main/akinon/cookie-jar.ts'
import type { WriteSession } from '../../../src-main/akinon/electron-wire.ts'
import { WireError, type WireFetch } from '../../../src-main/akinon/wire.ts'

const codes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  UND_ERR_SOCKET: 'ERR_EMPTY_RESPONSE',
}

/** The wire on Node's own fetch: refuses redirects and speaks Chromium's codes, as electron-wire.ts does. */
export const nodeFetch: WireFetch = async (input, init) => {
  const url = typeof input === 'string' ? input : input.url
  const response = await fetch(input, { ...init, redirect: 'manual' }).catch(error => {
    const code = error.cause?.code
    throw new WireError(typeof code === 'string' ? (codes[code] ?? 'ERR_FAILED') : null, null, { cause: error })
  })
  const location = response.headers.get('location')
  if (response.status < 300 || response.status >= 400 || location === null) return response
  await response.body?.cancel()
  throw new WireError(null, { status: response.status, location: new URL(location, url).href })
}

export const nodeSession: WriteSession = {
  fetch: nodeFetch,
  closeAllConnections: () => Promise.resolve(),
  passProxy: () => Promise.resolve(),
}

/** A jar in memory, one host; `cookies` is there to look at and to fill. */
export class MemoryJar implements CookieJar {
  readonly cookies = new Map<string, string>()

  header = async (): Promise<string> => [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  csrfToken = async (): Promise<string | null> => this.cookies.get('csrftoken') ?? null
  store = async (_url: string, header: string): Promise<void> => {
    for (const { name, value } of readSetCookies(header, Date.now())) this.cookies.set(name, value)
  }
}

/** As the account's session does in the app: cookies go out and come in by themselves. */
export function withJar(jar: MemoryJar): WireFetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const cookie = await jar.header()
    if (cookie !== '') request.headers.set('cookie', cookie)
    const response = await nodeFetch(request)
    const set = response.headers.get('set-cookie')
    if (set !== null) await jar.store(request.url, set)
    return response
  }
}
