import { isNameless } from '../contract/accounts.ts'
import { type Failure, failed, ok, type Reply } from '../contract/failures.ts'
import type { Order, User } from '../contract/resources.ts'
import { type CommerceClient, createCommerceClient } from './commerce-client.ts'
import { createReadClient, type ReadClientOptions } from './read-client.ts'

/** `fetch` is bound to the session that shall be signed in: its jar takes the cookies. Nothing is stored here. */
export type SignInPlace = Pick<ReadClientOptions, 'baseUrl' | 'fetch' | 'language' | 'timeoutMs'>

/** Who a session belongs to; `id` is null when the shop would not say and there is no order to tell it from. */
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
 * The user of an account's session, under the account's id when nothing speaks against it: a shop without the page, or
 * one that has it only now, names the same person in another way. Another person keeps the id the shop gave.
 */
export async function whoIs(client: CommerceClient, userId: string): Promise<Reply<User>> {
  const seen = await look(client)
  if (!seen.ok) return seen
  const { user, first, why } = seen.value
  if (user) return ok(isForeign(userId, [user.pk, user.email]) ? user : { ...user, pk: userId })
  // The shop's page says "nobody", and this account has the kind of id that such a page gives: an order must say better.
  const mustMatch = why?.code === anonymous && !isMail(userId) && !isNameless(userId)
  if (mustMatch && first?.user !== userId) return failed(why)
  const pk = first?.user && isForeign(userId, [first.user]) ? first.user : userId
  return ok({ pk, first_name: null, last_name: null, email: null, phone: null })
}

/** Whether a sign-in that may have worked did. A shop whose page says "nobody" is believed, whatever it lists. */
export async function isSomebody(at: SignInPlace): Promise<boolean> {
  const seen = await look(clientAt(at))
  return seen.ok && seen.value.why?.code !== anonymous
}

interface Seen {
  readonly user: User | null
  /** The newest order, read where there is no user. */
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

/** The page is no page of this shop: only the documented calls count, and they are asked next. */
const silentKinds: ReadonlySet<string> = new Set(['not-found', 'not-json', 'incompatible', 'rejected', 'moved'])
const isSilent = ({ kind, code, status }: Failure): boolean =>
  silentKinds.has(kind) || code === anonymous || status === 501

/** Only names of one kind can differ: an id says nothing about an address. */
function isForeign(userId: string, names: readonly (string | null)[]): boolean {
  const own = userId.toLowerCase()
  const alike = names.filter(name => name !== null && isMail(name) === isMail(own))
  return !isNameless(userId) && alike.length > 0 && !alike.some(name => name?.toLowerCase() === own)
}

const isMail = (text: string): boolean => text.includes('@')
