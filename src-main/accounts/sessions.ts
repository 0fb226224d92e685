import { app, type Cookie, net, type Session, session } from 'electron'
import { electronWire, fetchThroughProxy, type Wire } from '../akinon/electron-wire.ts'
import { type Passage, ProxyDoor, type ProxyPlace, type TryProxy } from '../akinon/proxy-door.ts'
import { toWireError, type WireFetch } from '../akinon/wire.ts'
import type { AskingProxy } from '../contract/accounts.ts'

/** How long a shop's session cookie without an end is kept: a restart must not sign anybody out. */
const keepSessionCookiesDays = 30

/** Each session that is set up, with its number and the deaths of the network process before it was made. */
const prepared = new Map<Session, { readonly no: number; readonly deaths: number }>()
let networkDeaths = 0

/** Sessions made before a death of Chromium's network process are replaced on the wire; see `wireOf`. */
export function watchNetworkProcess(): void {
  app.on('child-process-gone', (_event, { type, name }) => {
    if (type === 'Utility' && name === 'Network Service') networkDeaths += 1
  })
}

let onAsked: (proxy: AskingProxy) => void = () => undefined

/** For all sessions: one sign-in to a proxy counts for the whole app. */
export const proxyDoor = new ProxyDoor<Session>({ tryProxy, onAsked: proxy => onAsked(proxy) })

/** Sets what is called when a proxy wants a sign-in. */
export function watchProxy(listener: typeof onAsked): void {
  onAsked = listener
}

/** The way to the network for a session, also after its network process died. */
export function wireOf(own: Session): Wire {
  const spare = () => {
    const { no, deaths } = prepared.get(own) ?? { no: 0, deaths: networkDeaths }
    if (deaths === networkDeaths) return null
    return prepare(session.fromPartition(`instead-of-${no}-${networkDeaths}`, { cache: false }))
  }
  return electronWire(own, { spare, door: proxyDoor })
}

/** What reads and signs in on a session. */
export const fetchOf = (own: Session): WireFetch => fetchThroughProxy(wireOf(own))

/** The network session of one account: its own cookies, kept on disk. */
export function sessionOf(accountId: string): Session {
  return prepare(session.fromPartition(`persist:account-${accountId}`, { cache: false }))
}

/** In memory, for a sign-in whose account is not known yet. Empty it before and after. */
export function signInSession(): Session {
  return prepare(session.fromPartition('sign-in', { cache: false }))
}

/** In memory, one of the writer's fixed pool. */
export function writeSession(n: number): Session {
  return prepare(session.fromPartition(`write-${n}`, { cache: false }))
}

/** In memory, for ending sessions at their shops; it holds no cookies of its own. */
export function signOutSession(): Session {
  return prepare(session.fromPartition('sign-out', { cache: false }))
}

function prepare(one: Session): Session {
  if (prepared.has(one)) return one
  prepared.set(one, { no: prepared.size, deaths: networkDeaths })
  if (one.isPersistent()) keepSessionCookies(one)
  return one
}

/** A cookie without an end dies with the process; it is stored again with one. */
function keepSessionCookies(one: Session): void {
  one.cookies.on('changed', (_event, cookie, _cause, removed) => {
    if (removed || !cookie.session) return
    void putCookie(one, cookie).catch(() => undefined)
  })
}

async function putCookie(to: Session, cookie: Cookie): Promise<void> {
  const host = cookie.domain?.replace(/^\./, '') ?? ''
  const end = cookie.expirationDate ?? Date.now() / 1000 + keepSessionCookiesDays * 86_400
  await to.cookies.set({
    url: `${cookie.secure ? 'https' : 'http'}://${host}${cookie.path ?? '/'}`,
    name: cookie.name,
    value: cookie.value,
    path: cookie.path ?? '/',
    secure: cookie.secure ?? false,
    httpOnly: cookie.httpOnly ?? false,
    expirationDate: end,
    ...(cookie.hostOnly ? {} : { domain: cookie.domain ?? host }),
    ...(cookie.sameSite ? { sameSite: cookie.sameSite } : {}),
  })
}

/**
 * A cookie without a path belongs, to a browser, to the folder of the page that set it. What such a page sets is meant for
 * the whole shop, so it moves to the shop's root. Call when the page was answered.
 */
export async function spreadCookies(one: Session, baseUrl: string, page: 'csrf_token' | 'users/login'): Promise<void> {
  const folder = `${new URL(baseUrl).pathname.replace(/\/+$/, '')}/${page}`
  for (const cookie of await one.cookies.get({ path: folder })) {
    // In this order: what is removed for an address is also what the root holds for it.
    await one.cookies.remove(new URL(folder, baseUrl).href, cookie.name)
    await putCookie(one, { ...cookie, path: '/' }).catch(() => undefined)
  }
}

/** Moves what signing in brought into the account's own session, and puts it on disk. */
export async function adoptCookies(from: Session, to: Session): Promise<void> {
  await to.clearStorageData({ storages: ['cookies'] })
  // A cookie that can't be stored again does not stop the others: if it was needed, the shop will say so.
  for (const cookie of await from.cookies.get({})) await putCookie(to, cookie).catch(() => undefined)
  await to.cookies.flushStore()
  await from.clearStorageData({ storages: ['cookies'] })
}

/** A pasted session id becomes a cookie under each of these names. */
export async function putSessionId(
  to: Session,
  baseUrl: string,
  names: readonly string[],
  value: string,
): Promise<void> {
  const expirationDate = Date.now() / 1000 + keepSessionCookiesDays * 86_400
  const secure = baseUrl.startsWith('https:')
  for (const name of names)
    await to.cookies.set({ url: baseUrl, name, value, path: '/', secure, httpOnly: true, expirationDate })
}

const timeoutMs = 10_000
/** It is only shown. */
const longestRealm = 200

/** After an answer to the proxy, any other error came from behind it. */
const isOfProxy = (code: string | null): boolean =>
  code === null || /^ERR_(PROXY|INTERNET|NETWORK|TIMED_OUT|MANDATORY_PROXY|NO_SUPPORTED|PAC)/.test(code)

/**
 * Asks for the head of the shop's root, which does nothing there. `session.fetch` tells nobody that a proxy wants a
 * sign-in; a request like this does. What it is answered holds for all later requests of the session. Never throws.
 */
function tryProxy(...[session, url, answer]: Parameters<TryProxy<Session>>): Promise<Passage> {
  return new Promise(resolve => {
    const { origin } = new URL(url)
    const request = net.request({ session, url: `${origin}/`, method: 'HEAD', cache: 'no-store', redirect: 'manual' })
    let asked: ProxyPlace | null = null
    let given: ReturnType<typeof answer> = null
    const end = (passage: Passage) => {
      clearTimeout(timer)
      resolve(passage)
      request.abort()
    }
    const timer = setTimeout(() => end({ kind: 'unknown', code: 'ERR_TIMED_OUT' }), timeoutMs)

    request.on('login', ({ isProxy, host, port, realm }, callback) => {
      const proxy = { host, port, realm: realm.slice(0, longestRealm) }
      const isSecond = asked !== null && asked.host === host && asked.port === port
      if (isProxy && !isSecond) {
        asked = proxy
        given = answer(proxy)
      } else if (isProxy) return end({ kind: 'asked', proxy, given })
      // A sign-in that the shop's own server wants is none of this.
      if (isProxy && given !== null) callback(given.user, given.password)
      else if (isProxy) end({ kind: 'asked', proxy, given: null })
      else end({ kind: 'through' })
    })
    request.on('response', ({ statusCode }) =>
      end(statusCode === 407 ? { kind: 'unknown', code: null } : { kind: 'through' }),
    )
    request.on('redirect', () => end({ kind: 'through' }))
    request.on('error', error => {
      const { code } = toWireError(error)
      end(given !== null && !isOfProxy(code) ? { kind: 'through' } : { kind: 'unknown', code })
    })
    request.end()
  })
}
