import { failed, ok, type Reply } from '../contract/failures.ts'
import { parseAnswer } from './answers.ts'
import type { ReadClient } from './read-client.ts'
import { asRecord, blankToNull, readScalar } from './values.ts'

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
