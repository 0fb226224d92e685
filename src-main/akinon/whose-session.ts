import { isNameless } from '../contract/accounts.ts'
import { type Failure, failed, ok, type Reply } from '../contract/failures.ts'
import type { Order, User } from '../contract/resources.ts'
import { type CommerceClient, createCommerceClient } from './commerce-client.ts'
import { createReadClient, type ReadClientOptions } from './read-client.ts'

/** `fetch` belongs to the session that signs in, so the cookies go to its jar. Nothing is stored here. */
export type SignInPlace = Pick<ReadClientOptions, 'baseUrl' | 'fetch' | 'language' | 'timeoutMs'>

/** The owner of a session. `id` is null when the shop does not name it and there is no order to read it from. */
export interface Identity {
  readonly id: string | null
  /** Name or e-mail. */
  readonly label: string | null
}

/**
 * Finds out whose session it is, from `current_user` or, where a shop has none, from its first order.
 * `signed-out` when either says so.
 */
export async function identify(at: SignInPlace): Promise<Reply<Identity>> {
  const seen = await look(clientAt(at))
  if (!seen.ok) return seen
  const { user, first } = seen.value
  if (user) {
    const name = [user.first_name, user.last_name].filter(part => part?.trim()).join(' ')
    return ok({ id: user.pk, label: name || user.email || null })
  }
  return ok({ id: first?.user ?? first?.user_email?.toLowerCase() ?? null, label: first?.user_email ?? null })
}

/**
 * The user of an account's session. Has the account's user id unless the shop names somebody else: a shop without
 * `current_user`, or one that has it only now, names the same person in another way.
 */
export async function whoIs(client: CommerceClient, userId: string): Promise<Reply<User>> {
  const seen = await look(client)
  if (!seen.ok) return seen
  const { user, first, why } = seen.value
  if (user) return ok(isForeign(userId, [user.pk, user.email]) ? user : { ...user, pk: userId })
  // `current_user` says that nobody is signed in, and this account's id came from such a page. Only an order can prove
  // the opposite.
  const mustMatch = why?.code === anonymous && !isMail(userId) && !isNameless(userId)
  if (mustMatch && first?.user !== userId) return failed(why)
  const pk = first?.user && isForeign(userId, [first.user]) ? first.user : userId
  return ok({ pk, first_name: null, last_name: null, email: null, phone: null })
}

/**
 * Whether a sign-in worked when its answer did not say so. If `current_user` says "nobody", it did not, whatever the
 * lists hold.
 */
export async function isSomebody(at: SignInPlace): Promise<boolean> {
  const seen = await look(clientAt(at))
  return seen.ok && seen.value.why?.code !== anonymous
}

interface Seen {
  readonly user: User | null
  /** The newest order; read only when there is no user. */
  readonly first: Order | null
  /** Why there is no user. */
  readonly why: Failure | null
}

const anonymous = 'anonymous'

const clientAt = (at: SignInPlace): CommerceClient => createCommerceClient(createReadClient(at))

async function look(client: CommerceClient): Promise<Reply<Seen>> {
  const user = await client.currentUser()
  if (user.ok) return ok({ user: user.value, first: null, why: null })
  if (!isSilent(user.failure)) return user
  const orders = await client.orders(1, 1)
  if (!orders.ok) return orders
  return ok({ user: null, first: orders.value.rows[0] ?? null, why: user.failure })
}

/** The shop has no such page. Then the documented calls decide. */
const silentKinds: ReadonlySet<string> = new Set(['not-found', 'not-json', 'incompatible', 'rejected', 'moved'])
const isSilent = ({ kind, code, status }: Failure): boolean =>
  silentKinds.has(kind) || code === anonymous || status === 501

/** Compares names of the same kind only: an id can't be compared with an e-mail. */
function isForeign(userId: string, names: readonly (string | null)[]): boolean {
  const own = userId.toLowerCase()
  const alike = names.filter(name => name !== null && isMail(name) === isMail(own))
  return !isNameless(userId) && alike.length > 0 && !alike.some(name => name?.toLowerCase() === own)
}

const isMail = (text: string): boolean => text.includes('@')
