import type { TFunction } from 'i18next'
import type { Entry } from '../../../src-main/contract/entries.ts'
import type { SignalState } from '../../workspace/types.ts'

export interface NextFacts {
  readonly entry: Entry
  readonly signals: SignalState
  readonly paused: boolean
  readonly storageBroken: boolean
  readonly now: number
  readonly time: (at: number) => string
}

const queuedKey = ({ entry, signals, paused, storageBroken, now }: NextFacts): string => {
  if (storageBroken) return 'storage'
  if (paused) return 'paused'
  if (signals.session === 'signed-out') return 'signedOut'
  if (signals.shop === 'not-answering') return 'offline'
  return entry.nextAt !== null && entry.nextAt > now ? 'at' : 'soon'
}

/** What happens next with this entry, and when: never a state name alone. */
export const nextWords = (facts: NextFacts, t: TFunction): string => {
  const { entry, now, time } = facts
  switch (entry.state) {
    case 'QUEUED':
      return t(`entry.next.${queuedKey(facts)}`, { time: time(entry.nextAt ?? now) })
    case 'SENDING':
      return t('entry.next.sending')
    case 'UNKNOWN':
      if (entry.attempts.at(-1)?.outcome === 'refused-together') return t('entry.next.checkingRefused')
      return entry.nextAt !== null && entry.nextAt > now
        ? t('entry.next.checkAt', { time: time(entry.nextAt) })
        : t('entry.next.checking')
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
