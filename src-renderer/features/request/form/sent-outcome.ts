import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import { isLostStage } from '../../../model/request-status.ts'
import { hadItAlready } from '../../../outbox/evidence.ts'
import type { Tone } from '../../../ui/chip.tsx'
import type { StageOf } from '../../common/services/use-stage-of.ts'

/** How a request stands that was submitted a moment ago; `rejected` is the shop's word on one that it had received. */
export const sentKinds = [
  'rejected',
  'refused',
  'decision',
  'checking',
  'waiting',
  'sending',
  'existed',
  'received',
] as const
export type SentKind = (typeof sentKinds)[number]

const kindOfState: Readonly<Record<Exclude<EntryState, 'DROPPED'>, SentKind>> = {
  QUEUED: 'waiting',
  SENDING: 'sending',
  UNKNOWN: 'checking',
  NEEDS_REVIEW: 'decision',
  REJECTED: 'refused',
  CONFIRMED: 'received',
}

export const sentTones: Readonly<Record<SentKind, Tone>> = {
  rejected: 'bad',
  refused: 'bad',
  decision: 'ask',
  checking: 'wait',
  waiting: 'busy',
  sending: 'busy',
  existed: 'ok',
  received: 'ok',
}

export interface SentRequest {
  readonly kind: SentKind
  readonly entry: Entry
}

const kindOf = (entry: Entry, stageOf: StageOf): SentKind | null => {
  const { accountId, state, result } = entry
  if (state === 'DROPPED') return null
  if (state !== 'CONFIRMED' || result === null) return kindOfState[state]
  const stage = stageOf(accountId, result.requestId)
  if (isLostStage(stage)) return 'rejected'
  return hadItAlready(entry) ? 'existed' : 'received'
}

/** The submitted requests as they stand now, in their order. A discarded one is no more to be told. */
export const sentRequests = (
  ids: readonly string[],
  entries: readonly Entry[],
  stageOf: StageOf,
): readonly SentRequest[] => {
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  return ids.flatMap(id => {
    const entry = byId.get(id)
    const kind = entry ? kindOf(entry, stageOf) : null
    return entry && kind ? [{ kind, entry }] : []
  })
}

/** The kind that a person has to see first. */
export const worstOf = (sent: readonly SentRequest[]): SentKind =>
  sentKinds.find(kind => sent.some(one => one.kind === kind)) ?? 'received'

/** Whether the shop has all of them, and nothing is left to wait for. */
export const allReceived = (sent: readonly SentRequest[]): boolean =>
  sent.every(({ kind }) => kind === 'received' || kind === 'existed')
