import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import { isLostStage } from '../../../model/request-status.ts'
import type { StageOf } from '../../common/services/use-stage-of.ts'

/** What a tab's dot says, the most urgent first; `none` when there is nothing to say. */
const tabMarks = ['needs-you', 'draft', 'waiting', 'rejected', 'confirmed', 'none'] as const
export type TabMark = (typeof tabMarks)[number]

const markOfState: Readonly<Record<EntryState, TabMark>> = {
  NEEDS_REVIEW: 'needs-you',
  REJECTED: 'needs-you',
  QUEUED: 'waiting',
  SENDING: 'waiting',
  UNKNOWN: 'waiting',
  CONFIRMED: 'confirmed',
  DROPPED: 'none',
}

/** What the shop received may have been rejected since: then nothing looks as if all were well. */
const markOfEntry = ({ accountId, state, result }: Entry, stageOf: StageOf): TabMark => {
  const stage = state === 'CONFIRMED' && result ? stageOf(accountId, result.requestId) : null
  return isLostStage(stage) ? 'rejected' : markOfState[state]
}

/** Of a record's entries in the outbox, and whether a request for it is begun and not sent. */
export const markOf = (entries: readonly Entry[], hasDraft: boolean, stageOf: StageOf): TabMark => {
  const found = new Set(entries.map(entry => markOfEntry(entry, stageOf)))
  if (hasDraft) found.add('draft')
  return tabMarks.find(mark => found.has(mark)) ?? 'none'
}
