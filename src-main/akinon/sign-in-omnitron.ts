import { type Failure, failed, failure, ok, type Reply } from '../contract/failures.ts'
import { parseAnswer } from './answers.ts'
import { classifyAnswer } from './classify.ts'
import { ofLogin, readKey } from './login-answers.ts'
import { createOmnitronClient, type OmnitronPrefix } from './omnitron-client.ts'
import { createReadClient, type ReadClient } from './read-client.ts'
import { asRecord, readScalar } from './values.ts'
import type { SignInPlace } from './whose-session.ts'
import type { Answer } from './wire.ts'

export interface StaffKey {
  readonly token: string
  readonly prefix: OmnitronPrefix
}

/** The integration paths first, as documented; installations that lack them have the others (API.md O1). */
const prefixes: readonly OmnitronPrefix[] = ['i1', 'v1']

export interface OmnitronSignIn extends SignInPlace {
  readonly username: string
  readonly password: string
  /** Six digits of the second factor, when the person has them at hand. */
  readonly code?: string | undefined
}

/** What a good login is answered with: a key, or with a second factor on a token that is worth nothing without its code. */
type LoggedIn = StaffKey | { readonly tempToken: string | null; readonly prefix: OmnitronPrefix }

/**
 * Signs staff in. Failures: `rejected` with the shop's words (it answers 400 to wrong credentials), `otp` when a second
 * factor is on and no code was given, `rejected` with the field `code` when the code was wrong, or what the wire says.
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

/** The second step (API.md O2). It has one address, whichever paths the rest is under. */
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

/** Whatever the shop calls the field, the code is the only thing that was typed for this step. */
function ofCode(why: Failure): Failure {
  const errors = why.errors.map(({ text }) => ({ field: 'code', text }))
  return { ...why, kind: 'rejected', code: why.code ?? codeRefused, errors }
}

/** The code of a refused second factor for which the shop gave none. */
const codeRefused = 'totp-refused'

/** Finds the paths under which a pasted token works; `signed-out` when it works nowhere. */
export async function probeOmnitron(at: SignInPlace & { token: string }): Promise<Reply<StaffKey>> {
  return firstKnown(async prefix => {
    const reply = await createOmnitronClient({ ...at, token: () => at.token, prefix }).pending(1, 1)
    return reply.ok ? ok({ token: at.token, prefix }) : reply
  })
}

/** Tries the path generations in turn; the next one only when this one is not there. */
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
  // With a second factor on, the first answer carries a temporary token and no key (API.md O1, O2).
  return row && Object.keys(row).length > 0
    ? ok({ tempToken: readScalar(row['temp_token'])?.trim() || null, prefix })
    : failed(failure('incompatible', { status: answer.status }))
}
