import type { Outcome } from '../contract/entries.ts'
import { type Failure, failed, type Reply } from '../contract/failures.ts'
import type { ReadClient } from './read-client.ts'
import { readUser } from './read-customer.ts'

/**
 * Answers that may mean that nobody is signed in: Django answers 403 without a code where others answer 401, and a
 * redirect may lead anywhere. For them `current_user` decides.
 */
const isDoubtful = ({ kind, status }: Failure): boolean =>
  kind === 'moved' || (status === 403 && (kind === 'rejected' || kind === 'not-json' || kind === 'csrf'))

/** Whether the shop says that nobody is signed in: by a refusal, or by a user without an id. */
export async function isNobody(client: ReadClient): Promise<boolean> {
  const reply = await client.get(['current_user'])
  if (reply.ok) return readUser(reply.value.value) === null
  const { kind, status } = reply.failure
  return kind === 'signed-out' || (kind === 'rejected' && status === 403)
}

const asSignedOut = (why: Failure): Failure => ({ ...why, kind: 'signed-out' })

/** A client that checks doubtful answers by asking who is signed in. */
export function withSessionCheck(client: ReadClient): ReadClient {
  return {
    ...client,
    async get(segments, query) {
      const reply = await client.get(segments, query)
      if (reply.ok || !isDoubtful(reply.failure)) return reply
      return (await isNobody(client)) ? failed(asSignedOut(reply.failure)) : reply
    },
  }
}

/** The same check for a write. */
export async function settleReply<T>(reply: Reply<T>, asksNobody: () => Promise<boolean>): Promise<Reply<T>> {
  if (reply.ok || !isDoubtful(reply.failure)) return reply
  return (await asksNobody()) ? failed(asSignedOut(reply.failure)) : reply
}

/**
 * The same check for posted requests. A 403 while nobody is signed in proves that nothing was done. A redirect may
 * follow a view that ran, so its outcome stays.
 */
export async function settleOutcomes(
  outcomes: readonly Outcome[],
  asksNobody: () => Promise<boolean>,
): Promise<readonly Outcome[]> {
  const isOpen = (one: Outcome) => one.kind !== 'confirmed' && isDoubtful(one.failure)
  if (!outcomes.some(isOpen) || !(await asksNobody())) return outcomes
  return outcomes.map(one => {
    if (one.kind === 'confirmed' || !isDoubtful(one.failure)) return one
    const failure = asSignedOut(one.failure)
    return failure.status === 403 ? { kind: 'not-sent', failure } : { ...one, failure }
  })
}
