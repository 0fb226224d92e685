import { type CommerceClient, createCommerceClient } from '../akinon/commerce-client.ts'
import { electronJar } from '../akinon/cookie-jar.ts'
import { createOmnitronClient, type OmnitronClient } from '../akinon/omnitron-client.ts'
import { createOneShotWriter } from '../akinon/one-shot-writer.ts'
import { createReadClient, type ReadClient } from '../akinon/read-client.ts'
import { type RequestWire, sendCancellation, sendCancellations } from '../akinon/send-requests.ts'
import { sendTradeIn, type TradeInAnswer, type TradeInDecision } from '../akinon/send-trade-in.ts'
import { isNobody } from '../akinon/session-doubt.ts'
import { fetchCsrfToken } from '../akinon/sign-in.ts'
import { whoIs } from '../akinon/whose-session.ts'
import type { SendInput } from '../contract/entries.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import type { User } from '../contract/resources.ts'
import { openBytes } from '../vault/aes.ts'
import type { Vault } from '../vault/vault.ts'
import type { AccountStore } from './account-store.ts'
import { fetchOf, sessionOf, spreadCookies, wireOf, writeSession } from './sessions.ts'

interface ClientParts {
  readonly accounts: AccountStore
  readonly vault: Vault
  readonly language: () => string
}

/** Context under which a staff account's token is sealed. */
export const tokenContext = (accountId: string): string => `token ${accountId}`

const noSuchAccount = failed(failure('not-found', { code: 'no-such-account' }))

/** The way to each account's shop: reads on the account's own session, writes on the one-shot writer. */
export class ShopClients {
  readonly #parts: ClientParts
  readonly #writer = createOneShotWriter({ makeSession: n => wireOf(writeSession(n)), size: 2 })

  /** The clients of each account, by account, address and whatever else they are made from. */
  readonly #reads = new Map<string, ReadClient>()
  readonly #staff = new Map<string, OmnitronClient>()

  constructor(parts: ClientParts) {
    this.#parts = parts
  }

  /** `not-found` for an account that has no Commerce side, `signed-out` for one that its person signed out. */
  commerce(accountId: string): Reply<CommerceClient> {
    const at = this.#commerceAt(accountId)
    if (!at.ok) return at
    const quantityKey = this.#parts.accounts.account(accountId)?.shop.quantityKey
    return ok(createCommerceClient(this.#readsOf(accountId, at.value), quantityKey))
  }

  /** Whose session the account has now: its own user's under the account's own id, see whose-session.ts. */
  async currentUser(accountId: string): Promise<Reply<User>> {
    const client = this.commerce(accountId)
    if (!client.ok) return client
    return whoIs(client.value, this.#parts.accounts.kept(accountId)?.userId ?? '')
  }

  omnitron(accountId: string): Reply<OmnitronClient> {
    const kept = this.#parts.accounts.kept(accountId)
    const shop = this.#parts.accounts.account(accountId)?.shop
    const baseUrl = shop?.omnitronUrl
    if (kept?.kind !== 'staff' || !baseUrl) return noSuchAccount
    const prefix = kept.apiPrefix ?? 'i1'
    return ok(
      madeOnce(this.#staff, JSON.stringify([accountId, baseUrl, prefix, shop.quantityKey]), () =>
        createOmnitronClient({
          baseUrl,
          fetch: fetchOf(sessionOf(accountId)),
          language: this.#parts.language,
          prefix,
          quantityKey: shop.quantityKey,
          token: () => this.#token(accountId),
        }),
      ),
    )
  }

  /** How entries of this account leave the machine: one on its own, several in one bulk call. Neither throws. */
  wireFor(accountId: string) {
    const at = this.#commerceAt(accountId)
    if (!at.ok) return at
    const baseUrl = at.value
    const client = this.#readsOf(accountId, baseUrl)
    const jar = electronJar(sessionOf(accountId))
    const wire: RequestWire = {
      writer: this.#writer,
      jar,
      fetchCsrf: async () => {
        const token = await fetchCsrfToken(client)
        await spreadCookies(sessionOf(accountId), baseUrl, 'csrf_token').catch(() => undefined)
        return token
      },
      asksNobody: () => isNobody(client),
      baseUrl,
      language: this.#parts.language,
    }
    return ok({
      one: (send: SendInput) => sendCancellation(wire, send),
      /** Outcomes in the order given. */
      together: (sends: readonly SendInput[]) => sendCancellations(wire, sends),
    })
  }

  async tradeIn(accountId: string, orderItem: string, decision: TradeInDecision): Promise<Reply<TradeInAnswer>> {
    const at = this.#commerceAt(accountId)
    if (!at.ok) return at
    return sendTradeIn({
      writer: this.#writer,
      jar: electronJar(sessionOf(accountId)),
      asksNobody: () => isNobody(this.#readsOf(accountId, at.value)),
      baseUrl: at.value,
      language: this.#parts.language,
      orderItem,
      decision,
    })
  }

  #commerceAt(accountId: string): Reply<string> {
    const account = this.#parts.accounts.account(accountId)
    if (account?.kind !== 'customer' || !account.shop.commerceUrl) return noSuchAccount
    // Without its cookies the shop would take us for a guest, and some answer guests.
    const hasLeft = this.#parts.accounts.kept(accountId)?.hasLeft === true
    return hasLeft ? failed(failure('signed-out', { code: 'left' })) : ok(account.shop.commerceUrl)
  }

  #readsOf(accountId: string, baseUrl: string): ReadClient {
    return madeOnce(this.#reads, JSON.stringify([accountId, baseUrl]), () =>
      createReadClient({ baseUrl, fetch: fetchOf(sessionOf(accountId)), language: this.#parts.language }),
    )
  }

  #token(accountId: string): string | null {
    const kept = this.#parts.accounts.kept(accountId)
    const { key } = this.#parts.vault
    if (!key || !kept?.sealedToken) return null
    try {
      return openBytes(key, Buffer.from(kept.sealedToken, 'base64'), tokenContext(kept.id)).toString()
    } catch {
      return null
    }
  }
}

function madeOnce<T>(known: Map<string, T>, key: string, make: () => T): T {
  const made = known.get(key) ?? make()
  known.set(key, made)
  return made
}
