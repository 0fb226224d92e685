import type { AskingProxy, ProxySignIn } from '../contract/accounts.ts'

export type ProxyPlace = Pick<AskingProxy, 'host' | 'port' | 'realm'>
type ProxyCredentials = Pick<ProxySignIn, 'user' | 'password'>

/** The result of a request that only tests the way through the proxy. */
export type Passage =
  | { readonly kind: 'through' }
  /** `given` is the sign-in that the proxy refused; null when there was none. */
  | { readonly kind: 'asked'; readonly proxy: ProxyPlace; readonly given: ProxyCredentials | null }
  /** The proxy could not be reached. `code` is Chromium's. */
  | { readonly kind: 'unknown'; readonly code: string | null }

/** Tests the way to an address on a session. The function gives the sign-in for a proxy that asks for one. */
export type TryProxy<S> = (
  session: S,
  url: string,
  answer: (proxy: ProxyPlace) => ProxyCredentials | null,
) => Promise<Passage>

interface Passing {
  readonly passage: Promise<boolean>
  isOver: boolean
}

interface ProxyDoorParts<S> {
  readonly tryProxy: TryProxy<S>
  /** Called once for each proxy, and again when a proxy refuses a sign-in that it took before. */
  readonly onAsked: (proxy: AskingProxy) => void
}

const keyOf = ({ host, port }: { host: string; port: number }): string => `${host}:${port}`

/**
 * Lets sessions through a proxy that wants a sign-in. Name and password live here, in memory, and nowhere else.
 * Chromium asks for them only on a request made for that purpose, and remembers them by session; so each session makes
 * one such request for each shop before its first real one.
 */
export class ProxyDoor<S extends object> {
  readonly #parts: ProxyDoorParts<S>
  readonly #credentials = new Map<string, ProxyCredentials>()
  /** The address at which each proxy was met. A sign-in for it is tried there. */
  readonly #met = new Map<string, { readonly session: S; readonly url: string }>()
  #passings = new WeakMap<S, Map<string, Passing>>()
  #asking: AskingProxy | null = null

  constructor(parts: ProxyDoorParts<S>) {
    this.#parts = parts
  }

  /** The proxy that was met last and has no sign-in yet. */
  get asking(): AskingProxy | null {
    return this.#asking
  }

  /**
   * Call before a request. Signs the session in to its proxy, if a person gave a sign-in. Does nothing once that is
   * done.
   */
  async pass(session: S, url: string): Promise<void> {
    if (this.#credentials.size > 0) await this.#passOnce(session, url)
  }

  /** Call after a refusal. Returns whether the session can pass now; if not, asks the person. */
  refused(session: S, url: string): Promise<boolean> {
    this.forget(session, url)
    return this.#passOnce(session, url)
  }

  /** Call when the proxy refused a session that could pass before. */
  forget(session: S, url: string): void {
    const passings = this.#passings.get(session)
    const { origin } = new URL(url)
    if (passings?.get(origin)?.isOver) passings.delete(origin)
  }

  /** Tries a name and password at the proxy, and keeps them unless it refuses them. */
  async signIn({ host, port, user, password }: ProxySignIn): Promise<Passage> {
    const key = keyOf({ host, port })
    const given = { user, password }
    const met = this.#met.get(key)
    if (!met) return { kind: 'unknown', code: null }
    const passage = await this.#parts.tryProxy(met.session, met.url, proxy =>
      keyOf(proxy) === key ? given : (this.#credentials.get(keyOf(proxy)) ?? null),
    )
    const isRefused = passage.kind === 'asked' && keyOf(passage.proxy) === key
    if (isRefused || passage.kind === 'unknown') return passage
    this.#credentials.set(key, given)
    this.#passings = new WeakMap()
    this.#asking = null
    return { kind: 'through' }
  }

  #passOnce(session: S, url: string): Promise<boolean> {
    const { origin } = new URL(url)
    const passings = this.#passings.get(session) ?? new Map<string, Passing>()
    this.#passings.set(session, passings)
    const known = passings.get(origin)
    if (known) return known.passage
    const passing: Passing = {
      isOver: false,
      passage: this.#tryOnce(session, url).then(isThrough => {
        passing.isOver = true
        if (!isThrough) passings.delete(origin)
        return isThrough
      }),
    }
    passings.set(origin, passing)
    return passing.passage
  }

  async #tryOnce(session: S, url: string): Promise<boolean> {
    const passage = await this.#parts.tryProxy(session, url, proxy => this.#credentials.get(keyOf(proxy)) ?? null)
    if (passage.kind === 'asked') this.#ask(passage.proxy, passage.given, { session, url })
    return passage.kind === 'through'
  }

  #ask(proxy: ProxyPlace, given: ProxyCredentials | null, met: { session: S; url: string }): void {
    const key = keyOf(proxy)
    const kept = this.#credentials.get(key)
    // A sign-in came meanwhile. The next request uses it.
    if (kept && kept !== given) return
    const hasRefused = this.#credentials.delete(key)
    const isNew = !this.#met.has(key)
    this.#met.set(key, met)
    const isSame = this.#asking !== null && keyOf(this.#asking) === key
    this.#asking = { ...proxy, hasRefused: hasRefused || (isSame && this.#asking?.hasRefused === true) }
    if (isNew || hasRefused) this.#parts.onAsked(this.#asking)
  }
}
