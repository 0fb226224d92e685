import type { Outcome, SendInput } from '../contract/entries.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { logEvent } from '../desktop/log.ts'
import type { Book } from './book.ts'

export interface SendOnceParts {
  readonly book: Pick<Book, 'claim' | 'settle'>
  /** One try on the wire; resolves with what it came to, never throws for anything the shop or the network did. */
  readonly post: (send: SendInput) => Promise<Outcome>
  readonly now: () => number
}

/**
 * Writes the intent, sends, writes the outcome. A failure means that nothing left this machine:
 * `conflict` when this attempt was made before, `storage` when the intent could not be written.
 */
export async function sendOnce(send: SendInput, parts: SendOnceParts): Promise<Reply<Outcome>> {
  let claimed: boolean
  try {
    claimed = await parts.book.claim(send, parts.now())
  } catch {
    logEvent('error', 'ledger-write-failed', 'intent')
    return failed(failure('storage', { code: 'intent-not-written' }))
  }
  if (!claimed) return failed(failure('conflict', { code: 'already-attempted' }))
  const outcome = await parts.post(send).catch((): Outcome => {
    // The intent is written and bytes may be out: whatever broke here, this is no refusal.
    logEvent('error', 'send-threw')
    return { kind: 'unknown', failure: failure('bug', { code: 'send-threw' }) }
  })
  try {
    await parts.book.settle(send, outcome, parts.now())
  } catch {
    // The renderer still gets the outcome and stores it; after a crash in between, the read-back finds out.
    logEvent('error', 'ledger-write-failed', 'outcome')
  }
  return ok(outcome)
}
