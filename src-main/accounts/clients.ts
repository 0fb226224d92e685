import { type CommerceClient, createCommerceClient } from '../akinon/commerce-client.ts'
import { fetchCsrfToken } from '../akinon/csrf.ts'
import { electronJar } from '../akinon/electron-jar.ts'
import { electronWire } from '../akinon/electron-wire.ts'
import { createOmnitronClient, type OmnitronClient } from '../akinon/omnitron-client.ts'
import { createOneShotWriter } from '../akinon/one-shot-writer.ts'
import { createReadClient } from '../akinon/read-client.ts'
import { sendCancellation } from '../akinon/send-cancellation.ts'
import { sendTradeIn, type TradeInAnswer, type TradeInDecision } from '../akinon/send-trade-in.ts'
import type { Outcome, SendInput } from '../contract/entries.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import type { AccountStore, KeptAccount } from './account-store.ts'
import { openBytes } from './aes.ts'
import { sessionOf, writeSession } from './sessions.ts'
import type { Vault } from './vault.ts'

export interface ClientParts {
  readonly accounts: AccountStore
  readonly vault: Vault
  readonly language: () => string
}

/** Context under which a staff account's token is sealed. */
export const tokenContext = (accountId: string): string => `token ${accountId}`

/** The way to each account's shop: reads on the account's own session, writes on the one-shot writer. */
export class ShopClients {
  readonly #parts: ClientParts
  readonly #writer = createOneShotWriter({ makeSession: n => electronWire(writeSession(n)), size: 2 })

  constructor(parts: ClientParts) {
    this.#parts = parts
  }

  /** `not-found` for an account that has no Commerce side. */
  commerce(accountId: string): Reply<CommerceClient> {
    const at = this.#commerceAt(accountId)
    if (!at) return failed(failure('not-found', { code: 'no-such-account' }))
    const { fetch } = electronWire(sessionOf(accountId))
    return ok(createCommerceClient({ baseUrl: at, fetch, language: this.#parts.language }))
  }

  omnitron(accountId: string): Reply<OmnitronClient> {
    const kept = this.#parts.accounts.kept(accountId)
    const baseUrl = this.#parts.accounts.account(accountId)?.shop.omnitronUrl
    if (kept?.kind !== 'staff' || !baseUrl) return failed(failure('not-found', { code: 'no-such-account' }))
    return ok(
      createOmnitronClient({
        baseUrl,
        fetch: electronWire(sessionOf(accountId)).fetch,
        language: this.#parts.language,
        prefix: kept.apiPrefix ?? 'i1',
        token: () => this.#token(kept),
      }),
    )
  }

  /** How one entry of this account leaves the machine. */
  wireFor(accountId: string): Reply<(send: SendInput) => Promise<Outcome>> {
    const baseUrl = this.#commerceAt(accountId)
    if (!baseUrl) return failed(failure('not-found', { code: 'no-such-account' }))
    const { language } = this.#parts
    const { fetch } = electronWire(sessionOf(accountId))
    const jar = electronJar(sessionOf(accountId))
    return ok(send =>
      sendCancellation({
        writer: this.#writer,
        jar,
        fetchCsrf: () => fetchCsrfToken(createReadClient({ baseUrl, fetch, language })),
        baseUrl,
        language,
        command: send.command,
        baselineIds: send.baselineIds,
      }),
    )
  }

  async tradeIn(accountId: string, orderItem: string, decision: TradeInDecision): Promise<Reply<TradeInAnswer>> {
    const baseUrl = this.#commerceAt(accountId)
    if (!baseUrl) return failed(failure('not-found', { code: 'no-such-account' }))
    const jar = electronJar(sessionOf(accountId))
    return sendTradeIn({ writer: this.#writer, jar, baseUrl, language: this.#parts.language, orderItem, decision })
  }

  #commerceAt(accountId: string): string | null {
    const account = this.#parts.accounts.account(accountId)
    return account?.kind === 'customer' ? account.shop.commerceUrl : null
  }

  #token(kept: KeptAccount): string | null {
    const { key } = this.#parts.vault
    if (!key || !kept.sealedToken) return null
    try {
      return openBytes(key, Buffer.from(kept.sealedToken, 'base64'), tokenContext(kept.id)).toString()
    } catch {
      return null
    }
  }
}
