import type { RequestSender } from '../accounts/clients.ts'
import { logEvent } from '../base/log.ts'
import type { SendInput } from '../contract/entries.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import type { OutboxLedger } from '../ledger/outbox-ledger.ts'
import { sendOnce } from '../ledger/send-once.ts'
import type { Handler } from './answer.ts'

export interface OutboxParts {
  readonly ledger: () => Promise<OutboxLedger>
  /** Sends over the account's wire; a failure when the account is unknown or signed out, and then nothing was sent. */
  readonly wireFor: (accountId: string) => Reply<RequestSender>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

type OutboxCall = 'ledger.record' | 'ledger.read' | 'outbox.send' | 'outbox.sendTogether'

/** How main answers the queue: the ledger beside it, and the one way out. */
export function outboxCalls({ ledger, wireFor, now }: OutboxParts): { readonly [N in OutboxCall]: Handler<N> } {
  return {
    'ledger.record': ({ entries }) =>
      storing(async () => {
        await (await ledger()).recordAll(entries, now())
        return ok(undefined)
      }),
    'ledger.read': () =>
      storing(async () => {
        const opened = await ledger()
        // The page sends again after this read, which it must not do on a full disk.
        await opened.prove()
        return ok(opened.read())
      }),
    'outbox.send': send => {
      const wire = wireFor(send.accountId)
      if (!wire.ok) return wire
      const post = async ([one]: readonly SendInput[]) => (one ? [await wire.value.one(one)] : [])
      return storing(async () => {
        const sent = await sendOnce([send], { ledger: await ledger(), post, now })
        if (!sent.ok) return sent
        const [outcome] = sent.value
        return outcome ? ok(outcome) : failed(failure('bug'))
      })
    },
    'outbox.sendTogether': ({ accountId, sends }) => {
      // All sends share one session: an entry of another account would go out in this account's name.
      if (sends.some(send => send.accountId !== accountId))
        return failed(failure('bad-input', { code: 'two-accounts' }))
      const wire = wireFor(accountId)
      if (!wire.ok) return wire
      const post = wire.value.together
      return storing(async () => {
        const sent = await sendOnce(sends, { ledger: await ledger(), post, now })
        return sent.ok ? ok([...sent.value]) : sent
      })
    },
  }
}

/** A disk that refuses becomes a `storage` failure. */
async function storing<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    logEvent('error', 'ledger-unavailable', code)
    return failed(failure('storage', { code }))
  }
}
