import { logEvent } from '../base/log.ts'
import type { Outcome, SendInput } from '../contract/entries.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import type { OutboxLedger } from './outbox-ledger.ts'

interface SendOnceParts {
  readonly ledger: Pick<OutboxLedger, 'claim' | 'settle'>
  /** One try on the wire; an outcome for each send, in their order. Never throws for anything the shop or the network did. */
  readonly post: (sends: readonly SendInput[]) => Promise<readonly Outcome[]>
  readonly now: () => number
}

const attemptedBefore = failure('conflict', { code: 'already-attempted' })

/**
 * Writes the intents, sends, writes the outcomes; those are in the order of the sends. A send whose attempt was made
 * before is left out, and its outcome is unknown. A failure means that nothing left this machine: `conflict` when every
 * attempt was made before, `storage` when the intents could not be written.
 */
export async function sendOnce(sends: readonly SendInput[], parts: SendOnceParts): Promise<Reply<readonly Outcome[]>> {
  let claimed: readonly SendInput[]
  try {
    claimed = await parts.ledger.claim(sends, parts.now())
  } catch {
    logEvent('error', 'ledger-write-failed', 'intent')
    return failed(failure('storage', { code: 'intent-not-written' }))
  }
  if (claimed.length === 0) return failed(attemptedBefore)
  const outcomes = await parts.post(claimed).catch((): readonly Outcome[] => {
    // The intents are written and bytes may be out: whatever broke here, this is no refusal.
    logEvent('error', 'send-threw')
    return []
  })
  const ended = claimed.map((send, index) => ({ send, outcome: outcomes[index] ?? noOutcome }))
  try {
    await parts.ledger.settle(ended, parts.now())
  } catch {
    // The renderer still gets the outcomes and stores them; after a crash in between, the read-back finds out.
    logEvent('error', 'ledger-write-failed', 'outcome')
  }
  const outcomeOf = new Map(ended.map(({ send, outcome }) => [send, outcome]))
  return ok(sends.map(send => outcomeOf.get(send) ?? { kind: 'unknown', failure: attemptedBefore }))
}

const noOutcome: Outcome = { kind: 'unknown', failure: failure('bug', { code: 'send-threw' }) }
