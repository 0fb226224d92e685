import { createHash } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { z } from 'zod'
import {
  type Account,
  type AccountKind,
  type AccountList,
  accountSchema,
  type Shop,
  shopSchema,
} from '../contract/accounts.ts'
import { logEvent } from '../desktop/log.ts'
import { readIfThere, replaceFile } from '../desktop/write-file.ts'

const keptSchema = z.object({
  version: z.literal(1),
  shops: z.array(shopSchema),
  accounts: z.array(
    accountSchema.omit({ shop: true }).extend({
      shopId: z.string(),
      apiPrefix: z.enum(['i1', 'v1']).nullable(),
      /** The Omnitron token, sealed with the data key. */
      sealedToken: z.string().nullable(),
      /** Signed out by the person: nothing is asked in its name until somebody signs in again. */
      hasLeft: z.boolean().default(false),
    }),
  ),
  activeId: z.string().nullable(),
})
type Kept = z.infer<typeof keptSchema>
export type KeptAccount = Kept['accounts'][number]
type NewAccount = Omit<KeptAccount, 'id' | 'shopId' | 'hasLeft'>

/** Shops and accounts in one small file. Secrets in it are sealed; cookies live in each account's own session. */
export class AccountStore {
  readonly #path: string
  #kept: Kept = { version: 1, shops: [], accounts: [], activeId: null }
  #writing: Promise<void> = Promise.resolve()
  #listeners = new Set<(list: AccountList) => void>()

  private constructor(path: string) {
    this.#path = path
  }

  /** A file that can't be read is set aside and said in the log; caches and the outbox do not depend on it. */
  static async open(path: string): Promise<AccountStore> {
    const store = new AccountStore(path)
    const text = await readIfThere(path)
    if (text === null) return store
    try {
      store.#kept = keptSchema.parse(JSON.parse(text))
    } catch {
      logEvent('error', 'accounts-unreadable')
      await rename(path, `${path}.broken`)
    }
    return store
  }

  list(): AccountList {
    const accounts = this.#kept.accounts.flatMap(kept => {
      const account = this.account(kept.id)
      return account ? [account] : []
    })
    return { accounts, activeId: this.#kept.activeId }
  }

  account(id: string): Account | null {
    const kept = this.kept(id)
    const shop = this.#kept.shops.find(one => one.id === kept?.shopId)
    if (!kept || !shop) return null
    const { kind, userId, label, signedIn } = kept
    return { id, shop, kind, userId, label, signedIn }
  }

  kept(id: string): KeptAccount | null {
    return this.#kept.accounts.find(one => one.id === id) ?? null
  }

  onChange(listener: (list: AccountList) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The shop that has this address, or a new one named after its host. */
  shopFor(kind: AccountKind, baseUrl: string, isDemo: boolean): Shop {
    const side = kind === 'customer' ? 'commerceUrl' : 'omnitronUrl'
    const other = kind === 'customer' ? 'omnitronUrl' : 'commerceUrl'
    const isSame = (shop: Shop) => shop[side] === baseUrl || (shop[side] === null && shop[other] === baseUrl)
    const known = this.#kept.shops.find(shop => (isDemo ? shop.isDemo : !shop.isDemo && isSame(shop)))
    if (known) return { ...known, [side]: baseUrl }
    const id = `shop-${hash(`${kind} ${baseUrl}`)}`
    const name = isDemo ? 'Demo' : new URL(baseUrl).host
    const empty = { commerceUrl: null, omnitronUrl: null }
    return { id: isDemo ? 'demo' : id, name, colour: this.#kept.shops.length % 8, ...empty, isDemo, [side]: baseUrl }
  }

  /** Adds or renews an account with its shop; it becomes the active one unless told otherwise. */
  async put(shop: Shop, account: NewAccount, activate = true): Promise<string> {
    const id = accountId(shop.id, account.kind, account.userId)
    const kept: KeptAccount = { ...account, id, shopId: shop.id, hasLeft: false }
    const shops = this.#kept.shops.some(one => one.id === shop.id)
      ? this.#kept.shops.map(one => (one.id === shop.id ? { ...one, ...onlySet(shop) } : one))
      : [...this.#kept.shops, shop]
    const others = this.#kept.accounts.some(one => one.id === id)
      ? this.#kept.accounts.map(one => (one.id === id ? kept : one))
      : [...this.#kept.accounts, kept]
    await this.#write({ ...this.#kept, shops, accounts: others, activeId: activate ? id : this.#kept.activeId })
    return id
  }

  activate(id: string): Promise<void> {
    return this.kept(id) ? this.#write({ ...this.#kept, activeId: id }) : Promise.resolve()
  }

  /** What the last answer of the shop said; secrets stay, for a shop may say no by mistake. */
  setSignedIn(id: string, signedIn: boolean): Promise<void> {
    const kept = this.kept(id)
    // An answer that was under way when the person signed out changes nothing.
    if (!kept || kept.signedIn === signedIn || kept.hasLeft) return Promise.resolve()
    return this.#change(id, { signedIn })
  }

  /** Signed out by the person: the token goes with it. */
  forgetToken(id: string): Promise<void> {
    return this.#change(id, { signedIn: false, sealedToken: null, hasLeft: true })
  }

  /** The demo shop may come up on another port; its accounts stay the same. */
  moveDemoShop(commerceUrl: string, omnitronUrl: string): Promise<void> {
    const shops = this.#kept.shops.map(shop => (shop.isDemo ? { ...shop, commerceUrl, omnitronUrl } : shop))
    return this.#write({ ...this.#kept, shops })
  }

  remove(id: string): Promise<void> {
    const accounts = this.#kept.accounts.filter(one => one.id !== id)
    const shops = this.#kept.shops.filter(shop => accounts.some(one => one.shopId === shop.id))
    const activeId = this.#kept.activeId === id ? (accounts[0]?.id ?? null) : this.#kept.activeId
    return this.#write({ ...this.#kept, accounts, shops, activeId })
  }

  #change(id: string, some: Partial<KeptAccount>): Promise<void> {
    const accounts = this.#kept.accounts.map(one => (one.id === id ? { ...one, ...some } : one))
    return this.#write({ ...this.#kept, accounts })
  }

  #write(next: Kept): Promise<void> {
    this.#kept = next
    const write = () => replaceFile(this.#path, JSON.stringify(next, null, 2))
    this.#writing = this.#writing.then(write, write)
    const list = this.list()
    for (const listener of this.#listeners) listener(list)
    return this.#writing
  }
}

/** No name or address of a person in it: it becomes a folder and a database name. */
export const accountId = (shopId: string, kind: AccountKind, userId: string): string =>
  hash(`${shopId}\n${kind}\n${userId}`)

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

const onlySet = (shop: Shop): Partial<Shop> =>
  Object.fromEntries(Object.entries(shop).filter(([, value]) => value !== null))
