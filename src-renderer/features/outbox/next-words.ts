import type { TFunction } from 'i18next'
import type { Entry } from '../../../src-main/contract/entries.ts'
import type { SignalState, Standstill } from '../../workspace/types.ts'

export interface NextFacts {
  readonly entry: Entry
  readonly signals: SignalState
  readonly paused: boolean
  /** Why the account's entries wait, as the queue itself says it. */
  readonly standstill: Standstill | null
  readonly storageBroken: boolean
  readonly now: number
  readonly time: (at: number) => string
}

const queuedKey = ({ entry, signals, paused, standstill, storageBroken, now }: NextFacts): string => {
  if (storageBroken) return 'storage'
  if (paused) return 'paused'
  if (standstill?.gate === 'other-user') return 'otherUser'
  if (signals.session === 'signed-out') return 'signedOut'
  if (standstill?.gate === 'auth') return 'auth'
  if (standstill?.gate === 'throttled') return 'throttled'
  if (signals.shop === 'not-answering') return 'offline'
  return entry.nextAt !== null && entry.nextAt > now ? 'at' : 'soon'
}

/** An answer that settles nothing is not the same as none. */
const checkingWords = ({ entry, now, time }: NextFacts, t: TFunction): string => {
  const answered = entry.lastFailure !== null && entry.lastFailure.status !== null ? 'Answered' : ''
  return entry.nextAt !== null && entry.nextAt > now
    ? t(`entry.next.checkAt${answered}`, { time: time(entry.nextAt) })
    : t(`entry.next.checking${answered}`)
}

/** What happens next with this entry, and when: never a state name alone. */
export const nextWords = (facts: NextFacts, t: TFunction): string => {
  const { entry, now, standstill, time } = facts
  switch (entry.state) {
    case 'QUEUED':
      return t(`entry.next.${queuedKey(facts)}`, { time: time(standstill?.until ?? entry.nextAt ?? now) })
    case 'SENDING':
      return t('entry.next.sending')
    case 'UNKNOWN':
      if (entry.attempts.at(-1)?.outcome === 'refused-together') return t('entry.next.checkingRefused')
      return checkingWords(facts, t)
    case 'NEEDS_REVIEW':
      return t(`entry.review.${entry.review?.reason ?? 'unreadable'}`)
    case 'REJECTED':
      return t('entry.next.rejected')
    case 'CONFIRMED':
      return t(`entry.next.confirmed.${entry.result?.via ?? 'response'}`, { id: entry.result?.requestId ?? '?' })
    case 'DROPPED':
      return t('entry.next.dropped')
  }
}
