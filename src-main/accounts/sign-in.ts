import { net, type Session } from 'electron'
import { electronJar } from '../akinon/cookie-jar.ts'
import { createOneShotWriter } from '../akinon/one-shot-writer.ts'
import { findCommerce, findOmnitron, resolveBaseUrl } from '../akinon/shop-address.ts'
import { probeOmnitron, signInCommerce, signInOmnitron } from '../akinon/sign-in.ts'
import { signOutCommerce } from '../akinon/sign-out.ts'
import { type Identity, identify } from '../akinon/whose-session.ts'
import { logEvent } from '../base/log.ts'
import { type CustomerSignIn, defaultCookieName, defaultCookieNames, type StaffSignIn } from '../contract/accounts.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { sealBytes } from '../vault/aes.ts'
import type { Vault } from '../vault/vault.ts'
import { type AccountStore, accountId, ownerOf, type SessionOwner } from './account-store.ts'
import { tokenContext } from './clients.ts'
import type { DemoShopHost } from './demo.ts'
import {
  adoptCookies,
  fetchOf,
  putSessionId,
  sessionOf,
  signInSession,
  signOutSession,
  spreadCookies,
  wireOf,
} from './sessions.ts'

interface SignInParts {
  readonly accounts: AccountStore
  readonly vault: Vault
  readonly demo: DemoShopHost
  readonly language: () => string
}

/** Signing in and out, one at a time: all sign-ins share one temporary session. */
export class SignIn {
  readonly #parts: SignInParts
  readonly #leaver = createOneShotWriter({ makeSession: () => wireOf(signOutSession()), size: 1 })
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: SignInParts) {
    this.#parts = parts
  }

  /** The account's id, or why not: bad-address, rejected with the shop's words, captcha, otp, throttled, offline… */
  customer(input: CustomerSignIn, isDemo = false): Promise<Reply<string>> {
    const { accounts } = this.#parts
    return this.#inTurn(async () => {
      const base = resolveBaseUrl(input.commerceUrl)
      if (!base.ok) return base
      const session = signInSession()
      await session.clearStorageData({ storages: ['cookies'] })
      const wire = { fetch: fetchOf(session), language: this.#parts.language }
      const found = await findCommerce({ ...wire, baseUrl: base.value })
      if (!found.ok) return found
      const at = { ...wire, baseUrl: found.value }
      if (input.with.kind === 'password') {
        const { email, password } = input.with
        const signedIn = await signInCommerce({
          ...at,
          email,
          password,
          csrfToken: url => electronJar(session).csrfToken(url),
          onAnswer: page => spreadCookies(session, at.baseUrl, page),
        })
        if (!signedIn.ok) return signedIn
      } else {
        const given = input.cookieName || defaultCookieName
        const names = given === defaultCookieName ? defaultCookieNames : [given]
        await putSessionId(session, at.baseUrl, names, input.with.sessionId.trim())
      }
      const user = await identify(at)
      if (!user.ok) return user
      const owner = this.#ownerOf(user.value, input, accounts.shopFor('customer', at.baseUrl, isDemo).id)
      return owner.ok ? ok(await this.#keepCustomer(at.baseUrl, session, owner.value, isDemo)) : owner
    })
  }

  staff(input: StaffSignIn, isDemo = false): Promise<Reply<string>> {
    return this.#inTurn(async () => {
      const base = resolveBaseUrl(input.omnitronUrl)
      if (!base.ok) return base
      const { key } = this.#parts.vault
      if (!key) return failed(failure('locked'))
      const session = signInSession()
      await session.clearStorageData({ storages: ['cookies'] })
      const wire = { fetch: fetchOf(session), language: this.#parts.language }
      const shopUrl = await findOmnitron({ ...wire, baseUrl: base.value })
      if (!shopUrl.ok) return shopUrl
      const at = { ...wire, baseUrl: shopUrl.value }
      const found =
        input.with.kind === 'token'
          ? await probeOmnitron({ ...at, token: input.with.token.trim() })
          : await signInOmnitron({ ...at, ...input.with })
      if (!found.ok) return found
      const userId = input.with.username || 'staff'
      const shop = this.#parts.accounts.shopFor('staff', at.baseUrl, isDemo)
      const id = accountId(shop.id, 'staff', userId)
      const sealedToken = sealBytes(key, Buffer.from(found.value.token), tokenContext(id)).toString('base64')
      const apiPrefix = found.value.prefix
      const account = { kind: 'staff', userId, label: userId, signedIn: true, apiPrefix, sealedToken } as const
      return ok(await this.#parts.accounts.put(shop, account, !isDemo))
    })
  }

  /** Both of the demo shop's accounts; the customer's is the active one. */
  async demo(): Promise<Reply<string>> {
    const { demo } = this.#parts
    await this.#parts.vault.opened()
    const shop = await demo.start()
    const person = { kind: 'password', ...shop.customer } as const
    const customer = await this.customer({ commerceUrl: shop.commerceUrl, cookieName: '', with: person }, true)
    if (!customer.ok) return customer
    const { username, password } = shop.staff
    return this.staff({ omnitronUrl: shop.omnitronUrl, with: { kind: 'password', username, password } }, true)
  }

  /** At start: runs the demo shop when there is an account in it, or when the command line asks for it. */
  async startDemo(isWanted: boolean): Promise<void> {
    const { accounts, demo, vault } = this.#parts
    const there = accounts.list().accounts.filter(account => account.shop.isDemo)
    if (there.length === 0 && !isWanted) return
    try {
      await demo.start()
      const isComplete = there.length >= 2 && there.every(account => account.signedIn)
      if (!isWanted || isComplete) return
      await vault.start()
      if (vault.status.state === 'open') await this.demo()
    } catch (error) {
      logEvent('error', 'demo-shop-failed', error instanceof Error && 'code' in error ? String(error.code) : '')
    }
  }

  /** Forgets the cookies and the token of this account; its entries and cached rows stay. Tells the shop afterwards, if it can. */
  async signOut(id: string): Promise<Reply<undefined>> {
    const { accounts } = this.#parts
    const account = accounts.account(id)
    const baseUrl = account?.kind === 'customer' ? account.shop.commerceUrl : null
    // First, so that no answer which is on its way signs the account in again.
    const forgotten = accounts.forgetToken(id)
    // Awaited below: a disk that refuses must not keep the cookies from being removed.
    forgotten.catch(() => undefined)
    const own = sessionOf(id)
    const cookie =
      baseUrl === null
        ? ''
        : await electronJar(own)
            .header(`${baseUrl}/users/logout/`)
            .catch(() => '')
    await own.clearStorageData({ storages: ['cookies'] })
    await own.cookies.flushStore()
    if (baseUrl !== null) void this.#endAtShop(baseUrl, cookie)
    await forgotten
    return ok(undefined)
  }

  async remove(id: string): Promise<Reply<undefined>> {
    await this.signOut(id)
    await this.#parts.accounts.remove(id)
    return ok(undefined)
  }

  async #endAtShop(baseUrl: string, cookie: string): Promise<void> {
    const { language } = this.#parts
    const isOnline = () => net.isOnline()
    logEvent(
      'info',
      'sign-out-at-shop',
      await signOutCommerce({ writer: this.#leaver, baseUrl, cookie, language, isOnline }),
    )
  }

  /** The shop's word first, then the address typed to sign in, then the name that the person gave the session. */
  #ownerOf({ id, label }: Identity, { with: by }: CustomerSignIn, shopId: string): Reply<SessionOwner> {
    const typed = by.kind === 'password' ? by.email : null
    const userId = id ?? typed?.toLowerCase()
    if (userId !== undefined) return ok({ userId, label: label ?? typed ?? userId })
    return ownerOf(by.kind === 'session' ? (by.name ?? '') : '', shopId, this.#parts.accounts.list().accounts)
  }

  async #keepCustomer(
    baseUrl: string,
    from: Session,
    { userId, label }: SessionOwner,
    isDemo: boolean,
  ): Promise<string> {
    const { accounts } = this.#parts
    const shop = accounts.shopFor('customer', baseUrl, isDemo)
    await adoptCookies(from, sessionOf(accountId(shop.id, 'customer', userId)))
    return accounts.put(shop, {
      kind: 'customer',
      userId,
      label,
      signedIn: true,
      apiPrefix: null,
      sealedToken: null,
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work)
    this.#turn = done.catch(() => undefined)
    return done
  }
}
