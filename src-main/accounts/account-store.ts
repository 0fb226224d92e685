import { createHash } from 'node:crypto'
import { z } from 'zod'
import { codeOf } from '../base/error-codes.ts'
import { logEvent } from '../base/log.ts'
import { type FileCalls, readIfThere, replaceFile, setFileAside } from '../base/write-file.ts'
import {
  type Account,
  type AccountKind,
  type AccountList,
  accountSchema,
  isNameless,
  namelessId,
  type Shop,
  shopSchema,
} from '../contract/accounts.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { defaultQuantityKey } from '../contract/quantity.ts'

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
type KeptAccount = Kept['accounts'][number]
type NewAccount = Omit<KeptAccount, 'id' | 'shopId' | 'hasLeft'>

/** Shops and accounts in one small file. Secrets in it are sealed; cookies live in each account's own session. */
export class AccountStore {
  /** Where the file was moved when it could not be read at start. People are signed out then, and a notice tells them. */
  readonly setAside: string | null
  readonly #path: string
  readonly #calls: FileCalls | undefined
  #kept: Kept
  #writing: Promise<void> = Promise.resolve()
  #listeners = new Set<(list: AccountList) => void>()

  private constructor(path: string, kept: Kept, setAside: string | null, calls: FileCalls | undefined) {
    this.#path = path
    this.#kept = kept
    this.setAside = setAside
    this.#calls = calls
  }

  /**
   * A file that can't be read is set aside; caches and the outbox do not depend on it. Throws the disk's error when not
   * even that can be done: a new file in its place would lose it.
   */
  static async open(path: string, calls?: FileCalls): Promise<AccountStore> {
    try {
      const text = await readIfThere(path)
      return new AccountStore(path, text === null ? nobody : keptSchema.parse(JSON.parse(text)), null, calls)
    } catch (error) {
      logEvent('error', 'accounts-unreadable', codeOf(error) ?? '')
      return new AccountStore(path, nobody, await setFileAside(path), calls)
    }
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

  /**
   * Adds or renews an account with its shop; it becomes the active one unless told otherwise. Rejects with the disk's
   * error, and then nothing has changed: a sign-in that would be gone at the next start is none.
   */
  async put(shop: Shop, account: NewAccount, activate = true): Promise<string> {
    const id = accountId(shop.id, account.kind, account.userId)
    const kept: KeptAccount = { ...account, id, shopId: shop.id, hasLeft: false }
    const withIt = (before: Kept): Kept => ({
      ...before,
      shops: before.shops.some(one => one.id === shop.id)
        ? before.shops.map(one => (one.id === shop.id ? { ...one, ...onlySet(shop) } : one))
        : [...before.shops, shop],
      accounts: before.accounts.some(one => one.id === id)
        ? before.accounts.map(one => (one.id === id ? kept : one))
        : [...before.accounts, kept],
      activeId: activate ? id : before.activeId,
    })
    await this.#inTurn(async () => {
      await this.#write(withIt(this.#kept))
      // What changed meanwhile stays, and is written by the turn after this one.
      this.#set(withIt(this.#kept))
    })
    return id
  }

  /**
   * Keeps under which key the shop of this account writes the pieces of a merged line; an empty key is the default.
   * Rejects with the disk's error, and then nothing has changed.
   */
  async setQuantityKey(accountId: string, quantityKey: string): Promise<void> {
    const shopId = this.kept(accountId)?.shopId
    const withIt = (before: Kept): Kept => ({
      ...before,
      shops: before.shops.map(one => (one.id === shopId ? withQuantityKey(one, quantityKey) : one)),
    })
    await this.#inTurn(async () => {
      await this.#write(withIt(this.#kept))
      this.#set(withIt(this.#kept))
    })
  }

  activate(id: string): Promise<void> {
    return this.kept(id) ? this.#replace({ ...this.#kept, activeId: id }) : Promise.resolve()
  }

  /** What the last answer of the shop said; secrets stay, for a shop may say no by mistake. */
  setSignedIn(id: string, signedIn: boolean): Promise<void> {
    const kept = this.kept(id)
    // An answer that was under way when the person signed out changes nothing.
    if (!kept || kept.signedIn === signedIn || kept.hasLeft) return Promise.resolve()
    return this.#change(id, { signedIn })
  }

  /** Signed out by the person: the token goes with it. Rejects when the disk still has the token. */
  forgetToken(id: string): Promise<void> {
    return this.#change(id, { signedIn: false, sealedToken: null, hasLeft: true })
  }

  /** The demo shop may come up on another port; its accounts stay the same. */
  moveDemoShop(commerceUrl: string, omnitronUrl: string): Promise<void> {
    const shops = this.#kept.shops.map(shop => (shop.isDemo ? { ...shop, commerceUrl, omnitronUrl } : shop))
    return this.#replace({ ...this.#kept, shops })
  }

  remove(id: string): Promise<void> {
    const accounts = this.#kept.accounts.filter(one => one.id !== id)
    const shops = this.#kept.shops.filter(shop => accounts.some(one => one.shopId === shop.id))
    const activeId = this.#kept.activeId === id ? (accounts[0]?.id ?? null) : this.#kept.activeId
    return this.#replace({ ...this.#kept, accounts, shops, activeId })
  }

  #change(id: string, some: Partial<KeptAccount>): Promise<void> {
    const accounts = this.#kept.accounts.map(one => (one.id === id ? { ...one, ...some } : one))
    return this.#replace({ ...this.#kept, accounts })
  }

  /** In force at once, whatever the disk says: what it refused is written with the next change. */
  #replace(next: Kept): Promise<void> {
    this.#set(next)
    return this.#inTurn(() => this.#write(this.#kept))
  }

  #set(next: Kept): void {
    this.#kept = next
    const list = this.list()
    for (const listener of this.#listeners) listener(list)
  }

  #write(kept: Kept): Promise<void> {
    return replaceFile(this.#path, JSON.stringify(kept, null, 2), this.#calls ? { calls: this.#calls } : {})
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(work, work)
    return this.#writing
  }
}

const nobody: Kept = { version: 1, shops: [], accounts: [], activeId: null }

/** No name or address of a person in it: it becomes a folder and a database name. */
export const accountId = (shopId: string, kind: AccountKind, userId: string): string =>
  hash(`${shopId}\n${kind}\n${userId}`)

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** What a sign-in found out. The quantity's key is a person's choice, which may have changed during the sign-in. */
const onlySet = ({ quantityKey: _, ...shop }: Shop): Partial<Shop> =>
  Object.fromEntries(Object.entries(shop).filter(([, value]) => value !== null))

const withQuantityKey = ({ quantityKey: _, ...shop }: Shop, key: string): Shop =>
  key === '' || key === defaultQuantityKey ? shop : { ...shop, quantityKey: key }

export interface SessionOwner {
  readonly userId: string
  readonly label: string
}

/**
 * The user id for a session whose shop does not say who is signed in (no `current_user`, and no order to read it from). The
 * person's own name for it tells two customers apart: the same name continues the same account, another name is another
 * account. `conflict` with the code `name-needed` when no name is given and the shop has such an account already: it
 * may be somebody else's, and entries must never go out under another person's session.
 */
export function ownerOf(name: string, shopId: string, accounts: readonly Account[]): Reply<SessionOwner> {
  const there = accounts.filter(
    ({ kind, shop, userId }) => kind === 'customer' && shop.id === shopId && isNameless(userId),
  )
  const wanted = plain(name)
  if (wanted === '')
    return there.length === 0
      ? ok({ userId: namelessId, label: namelessId })
      : failed(failure('conflict', { code: 'name-needed' }))
  const same = there.find(account => plain(account.label) === wanted)
  return ok(
    same
      ? { userId: same.userId, label: same.label }
      : { userId: `${namelessId}:${wanted}`, label: name.trim().replace(/\s+/g, ' ') },
  )
}

/** Equal for spellings that a person takes for one name, the Turkish i's included, in every locale. */
const plain = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase().replaceAll('i\u0307', 'i').replaceAll('ı', 'i')
