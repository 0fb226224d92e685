import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { isoOf } from '../../../model/times.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { attemptWords } from '../../common/words/attempt-words.ts'
import { codeLine } from '../../common/words/failure-words.ts'

/** How often it was tried, and folded away, when and how each of them ended. */
export const EntryAttempts = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { attempts } = entry
  // Numbered through; the oldest make room after a while.
  const count = attempts.at(-1)?.no ?? 0
  if (count === 0) return null
  return (
    <details className="fold" data-testid="entry-attempts" data-count={count}>
      <summary>{t('entry.attempts', { count })}</summary>
      <ol className="attempts">
        {attempts.map(attempt => (
          <li key={attempt.no} data-outcome={attempt.outcome ?? 'under-way'}>
            <time className="nowrap muted" dateTime={isoOf(attempt.startedAt)}>
              {format.moment(attempt.startedAt)}
            </time>
            <span>
              {attemptWords(attempt, entry, t)}
              {attempt.failure && codeLine(attempt.failure) !== '' ? (
                <span className="mono muted">{` ${codeLine(attempt.failure)}`}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {attempts.length < count ? <p className="muted">{t('entry.attemptsKept', { count: attempts.length })}</p> : null}
    </details>
  )
}
