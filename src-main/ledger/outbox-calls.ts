import { logEvent } from '../base/log.ts'
import type { CallOutput, ParsedInput } from '../contract/calls.ts'
import type { Outcome, SendInput } from '../contract/entries.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import type { OutboxLedger } from './outbox-ledger.ts'

/** The one way out of this machine for entries of one account. Nothing here throws. */
export interface RequestSender {
  readonly one: (send: SendInput) => Promise<Outcome>
  /** Outcomes in the order given. */
  readonly together: (sends: readonly SendInput[]) => Promise<readonly Outcome[]>
}

export interface OutboxParts {
  readonly ledger: () => Promise<OutboxLedger>
  /** Sends over the account's wire; a failure when the account is unknown or signed out, and then nothing was sent. */
  readonly wireFor: (accountId: string) => Reply<RequestSender>
  /** ms since 1970. */
  readonly now?: () => number
}

type OutboxCall = 'ledger.record' | 'ledger.read' | 'outbox.send' | 'outbox.sendTogether'
type OutboxCalls = { readonly [C in OutboxCall]: (input: ParsedInput<C>) => Promise<Reply<CallOutput<C>>> }

/** Answers the calls of the queue: the ledger beside it, and the one way out. Needs no Electron, so tests run it as it is. */
export function outboxCalls({ ledger, wireFor, now = Date.now }: OutboxParts): OutboxCalls {
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
    'outbox.send': async send => {
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
    'outbox.sendTogether': async ({ accountId, sends }) => {
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
