import { type Failure, failed, failure, ok, type Reply } from '../contract/failures.ts'
import { parseAnswer } from './answers.ts'
import { classifyAnswer } from './classify.ts'
import { createCommerceClient } from './commerce-client.ts'
import { fetchCsrfToken } from './csrf.ts'
import { ofLogin, readKey } from './login-answers.ts'
import { createReadClient, type ReadClientOptions } from './read-client.ts'
import { readErrors } from './read-errors.ts'
import { asRecord, readScalar } from './values.ts'
import type { Answer } from './wire.ts'

/** `fetch` is bound to the session that shall be signed in: its jar takes the cookies. Nothing is stored here. */
export type SignInPlace = Pick<ReadClientOptions, 'baseUrl' | 'fetch' | 'language' | 'timeoutMs'>

/** Who a session belongs to; `id` is null when the shop would not say and there is no order to tell it from. */
export interface Identity {
  readonly id: string | null
  /** Name or e-mail. */
  readonly label: string | null
}

export interface CommerceSignIn extends SignInPlace {
  readonly email: string
  readonly password: string
  /** For shops whose csrftoken is in the cookie only: reads it out of the session's jar. */
  readonly csrfToken?: (url: string) => Promise<string | null>
}

/**
 * Signs a customer in (API.md C15, C16). Failures: `rejected` with the shop's words, `captcha`, `otp`, `throttled`, or
 * what the wire says. A 200 without a key may be a success too, so it is proved by asking for the user.
 */
export async function signInCommerce(at: CommerceSignIn): Promise<Reply<undefined>> {
  const client = createReadClient(at)
  const token = await fetchCsrfToken(client)
  if (!token.ok) return token
  const known = token.value ?? (await at.csrfToken?.(`${at.baseUrl}/users/login/`).catch(() => null)) ?? null
  const reply = await client.exchange(['users', 'login'], {
    body: JSON.stringify({ email: at.email, password: at.password }),
    headers: known === null ? {} : { 'x-csrftoken': known },
  })
  // Shops may answer a good login with a redirect to their front page; whether it was one, the user's page tells.
  if (!reply.ok) return reply.failure.status !== null ? proven(at, ofLogin(reply.failure)) : reply
  const why = loginFailure(reply.value)
  if (why === null) return ok(undefined)
  return why === 'unclear' ? proven(at, failure('rejected', { status: reply.value.status })) : failed(why)
}

/**
 * Finds out whose session it is (API.md C17), from the user's own page or, where a shop has none, from its first order.
 * `signed-out` when either says so.
 */
export async function identify(at: SignInPlace): Promise<Reply<Identity>> {
  const client = createCommerceClient(at)
  const user = await client.currentUser()
  if (user.ok) {
    const { pk, email, first_name, last_name } = user.value
    const name = [first_name, last_name].filter(part => part?.trim()).join(' ')
    return ok({ id: pk, label: name || email || null })
  }
  const { kind, code } = user.failure
  const isSilent = kind === 'not-found' || kind === 'not-json' || kind === 'incompatible' || code === 'anonymous'
  if (!isSilent) return user
  const orders = await client.orders(1, 1)
  if (!orders.ok) return orders
  const first = orders.value.rows[0]
  return ok({ id: first?.user ?? first?.user_email?.toLowerCase() ?? null, label: first?.user_email ?? null })
}

async function proven(at: SignInPlace, otherwise: Failure): Promise<Reply<undefined>> {
  const user = await createCommerceClient(at).currentUser()
  return user.ok ? ok(undefined) : failed(otherwise)
}

/** Null when the answer carries a key; `unclear` for a 2xx that says neither yes nor no. */
function loginFailure(answer: Answer): Failure | 'unclear' | null {
  const { status } = answer
  const parsed = parseAnswer(answer)
  const row = parsed.ok ? asRecord(parsed.value) : null
  if (status === 202) return failure('otp', { status })
  if (status < 200 || status >= 300) return ofLogin(classifyAnswer(answer) ?? failure('incompatible', { status }))
  if (readKey(row) !== null) return null
  if (readScalar(row?.['redirect_url'])?.includes('captcha')) return failure('captcha', { status })
  const { redirect_url: _, ...rest } = row ?? {}
  const said = readErrors(rest)
  return said.errors.length > 0 ? failure('rejected', { status, ...said }) : 'unclear'
}
