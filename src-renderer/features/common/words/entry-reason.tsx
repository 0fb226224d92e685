import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import { codeLine, codeWords, errorText, failureWords, isSignInPage } from './failure-words.ts'

const shownIn = new Set(['REJECTED', 'QUEUED', 'UNKNOWN', 'NEEDS_REVIEW'])

/** The shop's own words when it gave any; ours beside them. */
export const EntryReason = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation()
  const { lastFailure: why } = entry
  if (why === null || !shownIn.has(entry.state)) return null
  const words = failureWords(why, t)
  const said = why.errors.map(error => errorText(error, t))
  const code = codeWords(why.code, t)
  return (
    <div className="entry-reason" data-testid="entry-reason" data-code={why.code ?? why.kind}>
      {said.length > 0 ? (
        <p>
          {t('failure.shopSaid')} <bdi>{said.join(' ')}</bdi>
        </p>
      ) : (
        <p>{isSignInPage(why) ? t('entry.signInPage') : (code ?? words.title)}</p>
      )}
      {codeLine(why) === '' ? null : <p className="muted">{codeLine(why)}</p>}
    </div>
  )
}
