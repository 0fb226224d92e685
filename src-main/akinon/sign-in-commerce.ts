import { type Failure, failed, failure, ok, type Reply } from '../contract/failures.ts'
import { parseAnswer } from './answers.ts'
import { classifyAnswer } from './classify.ts'
import { fetchCsrfToken } from './csrf.ts'
import { ofLogin, readKey } from './login-answers.ts'
import { createReadClient } from './read-client.ts'
import { readErrors } from './read-errors.ts'
import { asRecord, readScalar } from './values.ts'
import { isSomebody, type SignInPlace } from './whose-session.ts'
import type { Answer } from './wire.ts'

export interface CommerceSignIn extends SignInPlace {
  readonly email: string
  readonly password: string
  /** For shops whose csrftoken is in the cookie only: reads it out of the session's jar. */
  readonly csrfToken?: (url: string) => Promise<string | null>
  /** Called when one of these pages was answered, before anything else is asked: its cookies are in the jar. */
  readonly onAnswer?: (page: 'csrf_token' | 'users/login') => Promise<void>
}

/**
 * Signs a customer in (API.md C15, C16). Failures: `rejected` with the shop's words, `captcha`, `otp`, `throttled`, or
 * what the wire says. A 200 without a key may be a success too, so it is proved by asking for the user.
 */
export async function signInCommerce(at: CommerceSignIn): Promise<Reply<undefined>> {
  const client = createReadClient(at)
  const token = await fetchCsrfToken(client)
  if (!token.ok) return token
  await at.onAnswer?.('csrf_token')
  const known = token.value ?? (await at.csrfToken?.(`${at.baseUrl}/users/login/`).catch(() => null)) ?? null
  const reply = await client.exchange(['users', 'login'], {
    body: JSON.stringify({ email: at.email, password: at.password }),
    headers: known === null ? {} : { 'x-csrftoken': known },
  })
  await at.onAnswer?.('users/login')
  // Shops may answer a good login with a redirect to their front page; whether it was one, the user's page tells.
  if (!reply.ok) return reply.failure.status !== null ? proven(at, ofLogin(reply.failure)) : reply
  const why = loginFailure(reply.value)
  if (why === null) return ok(undefined)
  return why.status !== null && why.status < 202 && why.kind === 'rejected' ? proven(at, why) : failed(why)
}

async function proven(at: SignInPlace, otherwise: Failure): Promise<Reply<undefined>> {
  return (await isSomebody(at)) ? ok(undefined) : failed(otherwise)
}

/** Null when the answer carries a key; `rejected` with a 200 or 201 for one that says neither yes nor a clear no. */
function loginFailure(answer: Answer): Failure | null {
  const { status } = answer
  const parsed = parseAnswer(answer)
  const row = parsed.ok ? asRecord(parsed.value) : null
  if (status === 202) return failure('otp', { status })
  if (status < 200 || status >= 300) return ofLogin(classifyAnswer(answer) ?? failure('incompatible', { status }))
  if (readKey(row) !== null) return null
  if (readScalar(row?.['redirect_url'])?.includes('captcha')) return failure('captcha', { status })
  const { redirect_url: _, ...rest } = row ?? {}
  // A shop's own `{"ok": true}` looks like a field with an error.
  return failure('rejected', { status, ...readErrors(rest) })
}
