import type { TFunction } from 'i18next'
import type { Attempt, Entry } from '../../../../src-main/contract/entries.ts'
import { hadItAlready } from '../../../outbox/evidence.ts'
import { failureWords } from './failure-words.ts'

/** How one attempt ended, for somebody who does not know our states. */
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
