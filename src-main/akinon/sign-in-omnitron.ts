import { type Failure, failed, failure, ok, type Reply } from '../contract/failures.ts'
import { parseAnswer } from './answers.ts'
import { classifyAnswer } from './classify.ts'
import { ofLogin, readKey } from './login-answers.ts'
import { createOmnitronClient, type OmnitronPrefix } from './omnitron-client.ts'
import { createReadClient } from './read-client.ts'
import { asRecord } from './values.ts'
import type { SignInPlace } from './whose-session.ts'
import type { Answer } from './wire.ts'

export interface StaffKey {
  readonly token: string
  readonly prefix: OmnitronPrefix
}

/** The integration paths first, as documented; installations that lack them have the others (API.md O1). */
const prefixes: readonly OmnitronPrefix[] = ['i1', 'v1']

/**
 * Signs staff in. Failures: `rejected` with the shop's words (it answers 400 to wrong credentials), `otp` when a second
 * factor is on, or what the wire says.
 */
export async function signInOmnitron(
  at: SignInPlace & { username: string; password: string },
): Promise<Reply<StaffKey>> {
  const client = createReadClient({ ...at, credentials: 'omit' })
  const body = JSON.stringify({ username: at.username, password: at.password })
  return firstKnown(async prefix => {
    const reply = await client.exchange(['api', prefix, 'auth', 'login'], { body })
    return reply.ok ? judgeLogin(reply.value, prefix) : reply
  })
}

/** Finds the paths under which a pasted token works; `signed-out` when it works nowhere. */
export async function probeOmnitron(at: SignInPlace & { token: string }): Promise<Reply<StaffKey>> {
  return firstKnown(async prefix => {
    const reply = await createOmnitronClient({ ...at, token: () => at.token, prefix }).pending(1, 1)
    return reply.ok ? ok({ token: at.token, prefix }) : reply
  })
}

/** Tries the path generations in turn; the next one only when this one is not there. */
async function firstKnown(attempt: (prefix: OmnitronPrefix) => Promise<Reply<StaffKey>>): Promise<Reply<StaffKey>> {
  let last: Reply<StaffKey> = failed(failure('not-found'))
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

function judgeLogin(answer: Answer, prefix: OmnitronPrefix): Reply<StaffKey> {
  const why = classifyAnswer(answer)
  if (why) return failed(ofLogin(why))
  const parsed = parseAnswer(answer)
  const row = parsed.ok ? asRecord(parsed.value) : null
  const token = readKey(row)
  if (token !== null) return ok({ token, prefix })
  // With a second factor on, the first answer carries a temporary token and no key (API.md O1, O2).
  return row && Object.keys(row).length > 0
    ? failed(failure('otp', { status: answer.status }))
    : failed(failure('incompatible', { status: answer.status }))
}
