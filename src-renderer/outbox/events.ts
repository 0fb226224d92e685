import type { LedgerEnd } from '../../src-main/contract/calls.ts'
import type { CancellationPayload } from '../../src-main/contract/commands.ts'
import type { Outcome, ReviewReason } from '../../src-main/contract/entries.ts'
import type { Failure } from '../../src-main/contract/failures.ts'
import type { Judgement } from './evidence.ts'

/** Everything that can happen to an entry. Gates are not here: a closed gate never changes an entry. */
export type EntryEvent =
  /** About to send; `baselineIds` come from a complete read that ended just now. */
  | {
      readonly type: 'send-started'
      readonly attempt: number
      readonly baselineIds: readonly string[]
      readonly startedAt: number
    }
  /** Proof that main never wrote an intent for the attempt, so it never was one: its number is free again. */
  | { readonly type: 'never-started'; readonly failure: Failure | null }
  /** The read before the POST already answers; nothing was sent. */
  | { readonly type: 'conflict-seen'; readonly reason: ReviewReason; readonly candidateIds: readonly string[] }
  | { readonly type: 'outcome'; readonly attempt: number; readonly outcome: Outcome }
  /** SENDING after a restart, and nobody knows how it ended. */
  | { readonly type: 'found-at-start' }
  /** An old copy came back of an entry that main knows to be over. */
  | { readonly type: 'found-ended'; readonly end: LedgerEnd }
  /** `countable` is false when the read had anomalies, so that it can't speak for absence. */
  | {
      readonly type: 'read-back'
      readonly judgement: Judgement
      readonly countable: boolean
      readonly startedAt: number
    }
  /** A read for this entry failed in a way that says nothing about the account. */
  | { readonly type: 'read-failed'; readonly failure: Failure }
  | { readonly type: 'edit'; readonly payload: CancellationPayload }
  | { readonly type: 'retry' }
  | { readonly type: 'adopt'; readonly requestId: string }
  | { readonly type: 'send-again' }
  | { readonly type: 'discard' }
  /** The user thinks better of it. */
  | { readonly type: 'undo-discard' }
  /** The time for that is over: what was typed is erased. */
  | { readonly type: 'forget' }

/** Why the machine left the entry alone. */
export type Refusal = 'not-in-this-state' | 'other-attempt' | 'not-a-candidate' | 'other-item' | 'too-late'
