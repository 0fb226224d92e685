import type { Outcome, SendInput } from '../contract/entries.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { logEvent } from '../desktop/log.ts'
import type { Book } from '../ledger/book.ts'
import { sendOnce } from '../ledger/send-once.ts'
import { handle } from './handle.ts'

export interface OutboxParts {
  readonly book: () => Promise<Book>
  /** Sends over the account's wire; a failure when the account is unknown or signed out, and then nothing was sent. */
  readonly wireFor: (accountId: string) => Reply<(send: SendInput) => Promise<Outcome>>
}

/** The calls of the queue: the ledger beside it, and the one way out. */
export function setupOutboxCalls({ book, wireFor }: OutboxParts): void {
  handle('ledger.record', ({ entry }) =>
    storing(async () => {
      await (await book()).record(entry, Date.now())
      return ok(undefined)
    }),
  )
  handle('ledger.read', () => storing(async () => ok((await book()).read())))
  handle('outbox.send', send => {
    const wire = wireFor(send.accountId)
    if (!wire.ok) return wire
    return storing(async () => sendOnce(send, { book: await book(), post: wire.value, now: Date.now }))
  })
}

/** A disk that refuses is a `storage` failure, said as such. */
async function storing<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    logEvent('error', 'ledger-unavailable', code)
    return failed(failure('storage', { code }))
  }
}
