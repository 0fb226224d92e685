import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Attempt, Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import type { ConnectionState } from '../../../connection/connection.ts'
import { ownIdOf } from '../../../model/item-requests.ts'
import { hadItAlready } from '../../../outbox/evidence.ts'
import { entryBefore } from '../../../outbox/scheduler.ts'
import type { ClosedOutboxGate } from '../../../outbox/types.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useClosedGate, useOutboxFact } from '../services/use-entries.ts'
import { useFormat } from '../services/use-format.ts'
import { useAccounts, useConnection } from '../services/use-workspace.ts'
import { failureWords } from './failure-words.ts'

export interface NextFacts {
  readonly entry: Entry
  readonly connection: ConnectionState
  readonly paused: boolean
  /** Why the account's entries wait, from the queue. */
  readonly closed: ClosedOutboxGate | null
  readonly storageBroken: boolean
  /** The state of an earlier entry for the same line that must finish first; null when there is none. */
  readonly waitsBehind: EntryState | null
  readonly now: number
  readonly time: (at: number) => string
}

type Wait = 'storage' | 'paused' | 'otherUser' | 'signedOut' | 'auth' | 'throttled' | 'offline'

const waitOfGate: Readonly<Record<ClosedOutboxGate['gate'], Wait>> = {
  storage: 'storage',
  paused: 'paused',
  gone: 'signedOut',
  'signed-out': 'signedOut',
  'other-user': 'otherUser',
  auth: 'auth',
  throttled: 'throttled',
  offline: 'offline',
}

/** What the whole account waits for; null when it does not wait. */
const waitOf = ({ connection, paused, closed, storageBroken }: NextFacts): Wait | null => {
  if (storageBroken) return 'storage'
  if (paused) return 'paused'
  if (closed?.gate === 'other-user') return 'otherUser'
  if (connection.session === 'signed-out') return 'signedOut'
  if (closed) return waitOfGate[closed.gate]
  return connection.shop === 'not-answering' ? 'offline' : null
}

const queuedWords = (facts: NextFacts, t: TFunction): string => {
  const { entry, connection, closed, waitsBehind, now, time } = facts
  const wait = waitOf(facts)
  const until = time(closed?.until ?? entry.nextAt ?? now)
  const why = closed?.why ?? (wait === 'offline' ? connection.failure : null)
  if (wait === 'offline' && why) return t('entry.next.offlineWhy', { why: failureWords(why, t).title })
  if (wait === 'auth' && why && why.kind !== 'signed-out')
    return t('entry.next.authWhy', { why: failureWords(why, t).title, time: until })
  if (wait) return t(`entry.next.${wait}`, { time: until })
  if (waitsBehind) return t(waitsBehind === 'QUEUED' ? 'entry.next.behind' : `entry.next.behind-${waitsBehind}`)
  if (entry.nextAt === null || entry.nextAt <= now) return t('entry.next.soon')
  return entry.lastFailure
    ? t('entry.next.atWhy', { why: failureWords(entry.lastFailure, t).title, time: until })
    : t('entry.next.at', { time: until })
}

/** Tells an unclear answer from no answer. While the account waits, its checks wait as well. */
const checkingWords = (facts: NextFacts, t: TFunction): string => {
  const { entry, closed, now, time } = facts
  const wait = waitOf(facts)
  if (wait) return t(`entry.checkAfter.${wait}`, { time: time(closed?.until ?? now) })
  const answered = entry.lastFailure !== null && entry.lastFailure.status !== null ? 'Answered' : ''
  return entry.nextAt !== null && entry.nextAt > now
    ? t(`entry.next.checkAt${answered}`, { time: time(entry.nextAt) })
    : t(`entry.next.checking${answered}`)
}

const confirmedWords = (entry: Entry, t: TFunction): string => {
  const via = hadItAlready(entry) ? 'existed' : (entry.result?.via ?? 'response')
  const id = ownIdOf(entry.result?.requestId)
  if (id === null) return t('entry.next.confirmed.nameless')
  return t(`entry.next.confirmed.${via}`, { id })
}

/** What happens next with this entry, and when. */
export const nextWords = (facts: NextFacts, t: TFunction): string => {
  const { entry } = facts
  switch (entry.state) {
    case 'QUEUED':
      return queuedWords(facts, t)
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
      return confirmedWords(entry, t)
    case 'DROPPED':
      return t('entry.next.dropped')
  }
}

/** How one attempt ended. */
export const attemptWords = ({ outcome, failure: why }: Attempt, entry: Entry, t: TFunction): string => {
  switch (outcome) {
    case null:
      return t('entry.attempt.underWay')
    case 'confirmed':
      if (hadItAlready(entry)) return t('entry.attempt.existed')
      return t(entry.result?.via === 'response' ? 'entry.attempt.confirmed' : 'entry.attempt.foundLater')
    case 'not-sent':
      return why === null
        ? t('entry.attempt.notSent')
        : t('entry.attempt.notSentWhy', { why: failureWords(why, t).title })
    case 'rejected':
      return t('entry.attempt.rejected')
    case 'refused-together':
      return t('entry.attempt.refusedTogether')
    case 'unknown':
      if (why === null) return t('entry.attempt.interrupted')
      return t(why.status === null ? 'entry.attempt.noAnswer' : 'entry.attempt.unclear')
  }
}

/** `nextWords`, rendered again when one of the facts changes. */
export const useNextWords = (entry: Entry): string => {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { accounts } = useAccounts()
  const account = accounts.find(each => each.id === entry.accountId) ?? null
  const connection = useConnection(account)
  const isPaused = useOutboxFact(({ paused }) => paused.includes(entry.accountId))
  const storageBroken = useOutboxFact(({ storageFailure }) => storageFailure !== null)
  const waitsBehind = useOutboxFact(({ entries }) =>
    entry.state === 'QUEUED' ? (entryBefore(entry, entries)?.state ?? null) : null,
  )
  const closed = useClosedGate(entry.accountId)
  return nextWords(
    {
      entry,
      connection: account ? connection : { ...connection, session: 'signed-out' },
      paused: isPaused,
      closed,
      storageBroken,
      waitsBehind,
      now,
      time: format.time,
    },
    t,
  )
}
