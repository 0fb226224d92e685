import type { LedgerEnd } from '../../src-main/contract/calls.ts'
import type { CancellationPayload } from '../../src-main/contract/commands.ts'
import type { Entry, EntryState, Outcome, ReviewReason } from '../../src-main/contract/entries.ts'
import { type Failure, failure } from '../../src-main/contract/failures.ts'
import { isOver } from '../model/clock.ts'
import { afterReadBack, existsCode, type Judgement } from './evidence.ts'
import { backoffMs, lastAttempt, nextAttemptNo, nextReadAt, withAttempt, withEnd } from './policy.ts'
import type { Moment } from './timings.ts'

/** Everything that can happen to an entry. Gates are not among it: a closed gate never changes an entry. */
export type EntryEvent =
  /** About to be sent. `baselineIds` come from a complete read that has just ended. */
  | {
      readonly type: 'send-started'
      readonly attempt: number
      readonly baselineIds: readonly string[]
      readonly startedAt: number
    }
  /** Main never wrote an intent for the attempt, so it was never made and its number is free again. */
  | { readonly type: 'never-started'; readonly failure: Failure | null }
  /** The read before the POST found a conflict; nothing was sent. */
  | { readonly type: 'conflict-seen'; readonly reason: ReviewReason; readonly candidateIds: readonly string[] }
  | { readonly type: 'outcome'; readonly attempt: number; readonly outcome: Outcome }
  /** SENDING at the start, with an unknown end. */
  | { readonly type: 'found-at-start' }
  /** The table holds an old copy of an entry that is over in the ledger. */
  | { readonly type: 'found-ended'; readonly end: LedgerEnd }
  /** `countable` is false when something about the read makes a missing request prove nothing. */
  | {
      readonly type: 'read-back'
      readonly judgement: Judgement
      readonly countable: boolean
      readonly startedAt: number
    }
  /** A read for this entry failed, and the failure does not concern the whole account. */
  | { readonly type: 'read-failed'; readonly failure: Failure }
  | { readonly type: 'edit'; readonly payload: CancellationPayload }
  | { readonly type: 'retry' }
  | { readonly type: 'adopt'; readonly requestId: string }
  | { readonly type: 'send-again' }
  | { readonly type: 'discard' }
  | { readonly type: 'undo-discard' }
  /** Undo is over: erases the sensitive part. */
  | { readonly type: 'forget' }

/** Why an event was refused. */
type Refusal = 'not-in-this-state' | 'other-attempt' | 'not-a-candidate' | 'other-item' | 'too-late'

type Transition = { readonly ok: true; readonly entry: Entry } | { readonly ok: false; readonly refusal: Refusal }

/** Applies an event to an entry. Pure; every accepted event raises `version` by one. */
export const transition = (entry: Entry, event: EntryEvent, at: Moment): Transition => {
  if (!acceptedIn[event.type].has(entry.state)) return refused('not-in-this-state')
  const result = next(entry, event, at)
  return typeof result === 'string' ? refused(result) : { ok: true, entry: { ...result, version: entry.version + 1 } }
}

const states = (...list: EntryState[]): ReadonlySet<EntryState> => new Set(list)

/** The states that accept an event. In any other state it is refused and the entry stays as it is. */
const acceptedIn: Readonly<Record<EntryEvent['type'], ReadonlySet<EntryState>>> = {
  'send-started': states('QUEUED'),
  'never-started': states('SENDING'),
  'conflict-seen': states('QUEUED'),
  outcome: states('SENDING', 'UNKNOWN'),
  'found-at-start': states('SENDING'),
  'found-ended': states('QUEUED', 'SENDING', 'UNKNOWN', 'NEEDS_REVIEW', 'REJECTED'),
  'read-back': states('UNKNOWN'),
  'read-failed': states('QUEUED', 'UNKNOWN'),
  edit: states('QUEUED', 'REJECTED'),
  retry: states('QUEUED', 'REJECTED'),
  adopt: states('NEEDS_REVIEW'),
  'send-again': states('NEEDS_REVIEW'),
  discard: states('QUEUED', 'REJECTED', 'NEEDS_REVIEW'),
  'undo-discard': states('DROPPED'),
  forget: states('DROPPED'),
}

const next = (entry: Entry, event: EntryEvent, at: Moment): Entry | Refusal => {
  switch (event.type) {
    case 'send-started': {
      if (event.attempt < nextAttemptNo(entry)) return 'other-attempt'
      const attempt = {
        no: event.attempt,
        revision: entry.revision,
        baselineIds: [...event.baselineIds],
        startedAt: event.startedAt,
        endedAt: null,
        outcome: null,
        failure: null,
      }
      const attempts = withAttempt(entry, attempt, at.timings.attemptsKept)
      return { ...entry, state: 'SENDING', attempts, nextAt: null, absentReads: [] }
    }
    case 'never-started': {
      const before = { ...entry, attempts: entry.attempts.slice(0, -1) }
      return event.failure === null
        ? { ...before, state: 'QUEUED', nextAt: null }
        : backToQueue(before, event.failure, at)
    }
    case 'conflict-seen': {
      const review = { reason: event.reason, candidateIds: [...event.candidateIds] }
      return { ...entry, state: 'NEEDS_REVIEW', review, nextAt: null }
    }
    case 'outcome':
      if (lastAttempt(entry)?.no !== event.attempt) return 'other-attempt'
      // Of an answer that comes after its deadline only a confirmation counts.
      if (entry.state === 'UNKNOWN' && event.outcome.kind !== 'confirmed') return 'not-in-this-state'
      return afterOutcome(entry, event.outcome, at)
    case 'found-at-start':
      return toUnknown(entry, null, at)
    case 'found-ended': {
      const { state, requestId, at: settledAt } = event.end
      const result = requestId === null ? null : { requestId, via: 'read-back' as const, easyReturnCode: null }
      const ended = {
        state,
        result,
        settledAt,
        review: null,
        absentReads: [],
        nextAt: null,
        failures: 0,
        lastFailure: null,
      }
      return scrubbed({ ...entry, ...ended })
    }
    case 'read-back': {
      const seen = afterReadBack(entry, event, at)
      if (seen.kind !== 'confirmed') return { ...entry, ...seen.change }
      const { request } = seen
      const attempts = withEnd(
        entry,
        'confirmed',
        lastAttempt(entry)?.failure ?? null,
        lastAttempt(entry)?.endedAt ?? at.now,
      )
      const result = {
        requestId: request.id,
        via: 'read-back' as const,
        easyReturnCode: request.easy_return?.code ?? null,
      }
      return confirmed({ ...entry, attempts }, result, at)
    }
    case 'read-failed': {
      if (entry.state === 'QUEUED') return backToQueue(entry, event.failure, at)
      const nextAt = nextReadAt(lastAttempt(entry)?.endedAt ?? at.now, at.now, 0, at.timings)
      return { ...entry, absentReads: [], nextAt }
    }
    case 'edit': {
      if (event.payload.order_item !== entry.orderItem) return 'other-item'
      const command = { ...entry.command, payload: event.payload }
      return {
        ...entry,
        state: 'QUEUED',
        command,
        revision: entry.revision + 1,
        nextAt: null,
        failures: 0,
        lastFailure: null,
      }
    }
    case 'retry':
      return { ...entry, state: 'QUEUED', nextAt: null, failures: 0, lastFailure: null }
    case 'adopt': {
      if (!entry.review?.candidateIds.includes(event.requestId)) return 'not-a-candidate'
      return confirmed(entry, { requestId: event.requestId, via: 'adopted', easyReturnCode: null }, at)
    }
    case 'send-again':
      // The review stays on the queued entry, so that the conflicts the user accepted do not stop it again.
      return { ...entry, state: 'QUEUED', nextAt: null, failures: 0, lastFailure: null, absentReads: [] }
    case 'discard':
      return discarded(entry, at)
    case 'undo-discard': {
      if (entry.undo === undefined || undoIsOver(entry.undo, at)) return 'too-late'
      const { undo, ...kept } = entry
      return { ...kept, state: undo.state, settledAt: null }
    }
    case 'forget': {
      if (entry.undo === undefined) return 'not-in-this-state'
      const { undo: _, ...kept } = entry
      return scrubbed(kept)
    }
  }
}

const afterOutcome = (entry: Entry, outcome: Outcome, at: Moment): Entry => {
  switch (outcome.kind) {
    case 'confirmed': {
      const { request } = outcome
      const ours = request.order_item === entry.orderItem && !lastAttempt(entry)?.baselineIds.includes(request.id)
      // A success with another item, or with a request that was there before, is not the answer to this attempt.
      if (!ours) return toUnknown(entry, failure('incompatible', { code: 'other-request' }), at)
      const result = {
        requestId: request.id,
        via: 'response' as const,
        easyReturnCode: request.easy_return?.code ?? null,
      }
      return confirmed({ ...entry, attempts: withEnd(entry, 'confirmed', null, at.now) }, result, at)
    }
    case 'not-sent': {
      const attempts = withEnd(entry, 'not-sent', outcome.failure, at.now)
      return backToQueue({ ...entry, attempts }, outcome.failure, at)
    }
    case 'rejected': {
      // "It exists already" may be about an earlier attempt of ours, so read back before calling it a refusal.
      if (outcome.failure.code === existsCode) return toUnknown(entry, outcome.failure, at)
      const attempts = withEnd(entry, 'rejected', outcome.failure, at.now)
      return {
        ...entry,
        attempts,
        state: 'REJECTED',
        lastFailure: outcome.failure,
        nextAt: null,
        failures: 0,
        review: null,
      }
    }
    case 'refused-together':
    case 'unknown':
      return toUnknown(entry, outcome.failure, at, outcome.kind)
  }
}

const refused = (refusal: Refusal): Transition => ({ ok: false, refusal })

/** Without the sensitive part, because nothing is left to send. */
const scrubbed = (entry: Entry): Entry => {
  const { order_item, cancellation_type, reason, quantity } = entry.command.payload
  const payload = { order_item, cancellation_type, reason, ...(quantity === undefined ? {} : { quantity }) }
  return { ...entry, command: { ...entry.command, payload } }
}

const confirmed = (entry: Entry, result: NonNullable<Entry['result']>, at: Moment): Entry =>
  scrubbed({
    ...entry,
    state: 'CONFIRMED',
    result,
    review: null,
    absentReads: [],
    nextAt: null,
    failures: 0,
    lastFailure: null,
    settledAt: at.now,
  })

/** Waits again after a try without effect. */
const backToQueue = (entry: Entry, why: Entry['lastFailure'], at: Moment): Entry => {
  const failures = entry.failures + 1
  const nextAt = at.now + backoffMs(failures, at.random, at.timings)
  return { ...entry, state: 'QUEUED', failures, lastFailure: why, nextAt }
}

const toUnknown = (
  entry: Entry,
  why: Entry['lastFailure'],
  at: Moment,
  ended: 'unknown' | 'refused-together' = 'unknown',
): Entry => ({
  ...entry,
  state: 'UNKNOWN',
  attempts: withEnd(entry, ended, why, at.now),
  absentReads: [],
  review: null,
  lastFailure: why,
  nextAt: nextReadAt(at.now, at.now, 0, at.timings),
})

/** Also true when the clock was set back so far that the wait would exceed its limit. */
export const undoIsOver = (undo: NonNullable<Entry['undo']>, { now, timings }: Pick<Moment, 'now' | 'timings'>) =>
  isOver(undo.until, now, timings.undoMs)

const discarded = (entry: Entry, { now, timings }: Moment): Entry | Refusal => {
  const { state } = entry
  if (state !== 'QUEUED' && state !== 'REJECTED' && state !== 'NEEDS_REVIEW') return 'not-in-this-state'
  return { ...entry, state: 'DROPPED', nextAt: null, settledAt: now, undo: { state, until: now + timings.undoMs } }
}
