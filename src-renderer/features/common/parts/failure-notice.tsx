import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useProxyAction } from '../services/proxy-asked.tsx'
import { type About, codeLine, codeWords, failureWords, otherErrors } from '../words/failure-words.ts'

interface FailureNoticeProps {
  readonly why: Failure
  /** A read that failed sent nothing and waits for nothing: it has words of its own. */
  readonly about?: About
  readonly actions?: ReactNode
  readonly testId?: string
  /** What to do, where the words of the kind would be wrong. */
  readonly advice?: string
  /** Fields whose errors stand beside them, so that they are not said twice. */
  readonly shownFields?: ReadonlySet<string>
  readonly children?: ReactNode
}

const gentle = new Set(['offline', 'throttled', 'signed-out'])

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
  const said = otherErrors(why, t, shownFields)
  const code = codeWords(why.code, t)
  return (
    <Notice
      role="alert"
      tone={gentle.has(why.kind) ? 'wait' : 'bad'}
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
      {said.map(text => (
        <p key={text}>
          {why.kind === 'bad-input' ? null : t('failure.shopSaid')} <bdi>{text}</bdi>
        </p>
      ))}
      {said.length === 0 && code ? <p>{code}</p> : null}
      <p>{advice ?? words.advice}</p>
      {children}
      {gentle.has(why.kind) || codeLine(why) === '' ? null : <p className="mono">{codeLine(why)}</p>}
    </Notice>
  )
}
