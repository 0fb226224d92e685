import { type Failure, failed, failure, ok, type Reply } from '../contract/failures.ts'
import { parseAnswer } from './answers.ts'
import { classifyAnswer } from './classify.ts'
import { createOmnitronClient, type OmnitronPrefix } from './omnitron-client.ts'
import { createReadClient, type ReadClient } from './read-client.ts'
import { readErrors } from './read-errors.ts'
import { asRecord, blankToNull, type Raw, readScalar } from './values.ts'
import { isSomebody, type SignInPlace } from './whose-session.ts'
import type { Answer } from './wire.ts'

interface CommerceSignIn extends SignInPlace {
  readonly email: string
  readonly password: string
  /** Reads the csrftoken cookie from the session's jar, for shops that send the token only there. */
  readonly csrfToken?: (url: string) => Promise<string | null>
  /** Called after each of these answers, before the next request. The cookies are in the jar by then. */
  readonly onAnswer?: (page: 'csrf_token' | 'users/login') => Promise<void>
}

/**
 * Signs a customer in. Failures: `rejected` with the shop's words, `captcha`, `otp`, `throttled`, or
 * a failure of the connection. A 200 without a key may be a success as well; then the user's page decides.
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
  // A shop may answer a successful login with a redirect to its front page. The user's page shows whether it was one.
  if (!reply.ok) return reply.failure.status !== null ? proven(at, ofLogin(reply.failure)) : reply
  const why = loginFailure(reply.value)
  if (why === null) return ok(undefined)
  return why.status !== null && why.status < 202 && why.kind === 'rejected' ? proven(at, why) : failed(why)
}

async function proven(at: SignInPlace, otherwise: Failure): Promise<Reply<undefined>> {
  return (await isSomebody(at)) ? ok(undefined) : failed(otherwise)
}

/**
 * Null when the answer has a key. `rejected` with status 200 or 201 when the answer is neither a clear yes nor a clear
 * no.
 */
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

interface StaffKey {
  readonly token: string
  readonly prefix: OmnitronPrefix
}

/** The integration paths first, as documented; installations that lack them have the others. */
const prefixes: readonly OmnitronPrefix[] = ['i1', 'v1']

interface OmnitronSignIn extends SignInPlace {
  readonly username: string
  readonly password: string
  /** Six digits of the second factor, when the person has them at hand. */
  readonly code?: string | undefined
}

/** The answer to a correct login: a key, or, with a second factor, a temporary token that needs the code. */
type LoggedIn = StaffKey | { readonly tempToken: string | null; readonly prefix: OmnitronPrefix }

/**
 * Signs staff in. Failures: `rejected` with the shop's words (it answers 400 to wrong credentials), `otp` when a second
 * factor is on and no code was given, `rejected` with the field `code` when the code was wrong, or a failure of the
 * connection.
 */
export async function signInOmnitron(at: OmnitronSignIn): Promise<Reply<StaffKey>> {
  const client = createReadClient({ ...at, credentials: 'omit' })
  const body = JSON.stringify({ username: at.username, password: at.password })
  const login = await firstKnown(async prefix => {
    const reply = await client.exchange(['api', prefix, 'auth', 'login'], { body })
    return reply.ok ? judgeLogin(reply.value, prefix) : reply
  })
  if (!login.ok) return login
  if ('token' in login.value) return ok(login.value)
  const { tempToken, prefix } = login.value
  if (tempToken === null || at.code === undefined) return failed(failure('otp', { status: 200 }))
  return verifyCode(client, { tempToken, code: at.code, prefix })
}

/** The second step of a sign-in with a second factor. Its address is the same for all path generations. */
async function verifyCode(
  client: ReadClient,
  { tempToken, code, prefix }: { tempToken: string; code: string; prefix: OmnitronPrefix },
): Promise<Reply<StaffKey>> {
  const body = JSON.stringify({ temp_token: tempToken, token: code })
  const reply = await client.exchange(['api', 'v1', 'auth', 'totp', 'verify'], { body })
  if (!reply.ok) return failed(ofLogin(reply.failure))
  const { status } = reply.value
  const why = classifyAnswer(reply.value)
  if (why && refusesCode.has(status)) return failed(ofCode(why))
  if (why) return failed(why)
  const parsed = parseAnswer(reply.value)
  const token = readKey(parsed.ok ? asRecord(parsed.value) : null)
  return token === null ? failed(failure('incompatible', { status })) : ok({ token, prefix })
}

const refusesCode: ReadonlySet<number> = new Set([400, 401, 403])

/** The shop may name the field differently, but only the code was typed in this step. */
function ofCode(why: Failure): Failure {
  const errors = why.errors.map(({ text }) => ({ field: 'code', text }))
  return { ...why, kind: 'rejected', code: why.code ?? codeRefused, errors }
}

/** Our error code for a refused second factor when the shop sent none. */
const codeRefused = 'totp-refused'

/** Finds the paths under which a pasted token works; `signed-out` when it works nowhere. */
export async function probeOmnitron(at: SignInPlace & { token: string }): Promise<Reply<StaffKey>> {
  return firstKnown(async prefix => {
    const reply = await createOmnitronClient({ ...at, token: () => at.token, prefix }).pending(1, 1)
    return reply.ok ? ok({ token: at.token, prefix }) : reply
  })
}

/** Tries the path generations in turn. Goes on to the next only when one does not exist. */
async function firstKnown<T>(attempt: (prefix: OmnitronPrefix) => Promise<Reply<T>>): Promise<Reply<T>> {
  let last: Reply<T> = failed(failure('not-found'))
  for (const prefix of prefixes) {
    const reply = await attempt(prefix)
    if (reply.ok || !isAbsent(reply.failure)) return reply
    last = reply
  }
  return last
}

function isAbsent(why: Failure): boolean {
  return why.kind === 'not-found' || why.kind === 'not-json' || why.kind === 'incompatible' || why.status === 405
}

function judgeLogin(answer: Answer, prefix: OmnitronPrefix): Reply<LoggedIn> {
  const why = classifyAnswer(answer)
  if (why) return failed(ofLogin(why))
  const parsed = parseAnswer(answer)
  const row = parsed.ok ? asRecord(parsed.value) : null
  const token = readKey(row)
  if (token !== null) return ok({ token, prefix })
  // With a second factor on, the first answer carries a temporary token and no key.
  return row && Object.keys(row).length > 0
    ? ok({ tempToken: readScalar(row['temp_token'])?.trim() || null, prefix })
    : failed(failure('incompatible', { status: answer.status }))
}

/**
 * Asks for a CSRF token; the cookie that goes with it lands in the session's jar by itself. The value is null when the
 * shop has no such page or answers no token: some shops want none. Fails only when the shop can't be reached.
 */
export async function fetchCsrfToken(client: ReadClient): Promise<Reply<string | null>> {
  const reply = await client.exchange(['csrf_token'])
  if (!reply.ok) return reply.failure.kind === 'signed-out' ? ok(null) : failed(reply.failure)
  const parsed = parseAnswer(reply.value)
  const token = parsed.ok ? asRecord(parsed.value)?.['csrf_token'] : null
  return ok(typeof token === 'string' ? blankToNull(readScalar(token)) : null)
}

/** In a login, a 401 or a redirect to the form means a wrong password and not that a session ended. */
function ofLogin(why: Failure): Failure {
  return why.kind === 'signed-out' ? { ...why, kind: 'rejected' } : why
}

/** The key in a login's answer. The key, not the status, means success. */
function readKey(row: Raw | null): string | null {
  return readScalar(row?.['key'])?.trim() || null
}
