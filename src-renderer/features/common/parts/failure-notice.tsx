import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../src-main/contract/entries.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useProxyAction } from '../services/proxy-asked.tsx'
import {
  type About,
  codeLine,
  codeWords,
  errorText,
  failureWords,
  isSignInPage,
  otherErrors,
} from '../words/failure-words.ts'

interface FailureNoticeProps {
  readonly why: Failure
  /** Reads have texts of their own: nothing was sent. */
  readonly about?: About
  readonly actions?: ReactNode
  readonly testId?: string
  /** Replaces the advice of the failure's kind. */
  readonly advice?: string
  /** Fields that show their errors themselves. */
  readonly shownFields?: ReadonlySet<string>
  readonly children?: ReactNode
}

const passing = new Set(['offline', 'throttled', 'signed-out'])

export const FailureNotice = ({
  why,
  about = 'write',
  actions,
  testId,
  advice,
  shownFields,
  children,
}: FailureNoticeProps) => {
  const { t } = useTranslation()
  const proxyAction = useProxyAction(why)
  const words = failureWords(why, t, about)
  const messages = otherErrors(why, t, shownFields)
  const code = codeWords(why.code, t)
  return (
    <Notice
      role="alert"
      tone={passing.has(why.kind) ? 'wait' : 'bad'}
      title={words.title}
      code={why.code ?? why.kind}
      actions={
        proxyAction ? (
          <>
            {proxyAction}
            {actions}
          </>
        ) : (
          actions
        )
      }
      {...(testId ? { testId } : {})}
    >
      {messages.map(text => (
        <p key={text}>
          {why.kind === 'bad-input' ? null : t('failure.shopSaid')} <bdi>{text}</bdi>
        </p>
      ))}
      {messages.length === 0 && code ? <p>{code}</p> : null}
      <p>{advice ?? words.advice}</p>
      {children}
      {passing.has(why.kind) || codeLine(why) === '' ? null : <p className="mono">{codeLine(why)}</p>}
    </Notice>
  )
}

const statesWithReason = new Set(['REJECTED', 'QUEUED', 'UNKNOWN', 'NEEDS_REVIEW'])

/** The last failure of an entry: the shop's message, or our text when it sent none. */
export const EntryReason = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation()
  const { lastFailure: why } = entry
  if (why === null || !statesWithReason.has(entry.state)) return null
  const words = failureWords(why, t)
  const messages = why.errors.map(error => errorText(error, t))
  const code = codeWords(why.code, t)
  return (
    <div className="entry-reason" data-testid="entry-reason" data-code={why.code ?? why.kind}>
      {messages.length > 0 ? (
        <p>
          {t('failure.shopSaid')} <bdi>{messages.join(' ')}</bdi>
        </p>
      ) : (
        <p>{isSignInPage(why) ? t('entry.signInPage') : (code ?? words.title)}</p>
      )}
      {codeLine(why) === '' ? null : <p className="muted">{codeLine(why)}</p>}
    </div>
  )
}
