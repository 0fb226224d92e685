import { CloudOff, LogIn } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import type { ConnectionState } from '../../../connection/connection.ts'
import { useConnection } from '../services/use-workspace.ts'
import { FailureNotice } from './failure-notice.tsx'

/** Whether the banner above the screen already shows this reason. */
export const isShownInBanner = (why: Failure, { shop, session, failure }: ConnectionState): boolean =>
  why.kind === 'signed-out' ? session === 'signed-out' : shop === 'not-answering' && failure?.kind === why.kind

interface ReadTroubleProps {
  readonly account: Account
  readonly why: Failure
  readonly actions?: ReactNode
  /** What the screen still shows. */
  readonly kept?: string
  /** Replaces the text of the short form. */
  readonly instead?: string | undefined
}

/** Why a read failed. One short line when the banner already shows the reason. */
export const ReadTrouble = ({ account, why, actions, kept, instead }: ReadTroubleProps) => {
  const { t } = useTranslation()
  const connection = useConnection(account)
  if (!isShownInBanner(why, connection))
    return (
      <FailureNotice why={why} about="read" actions={actions}>
        {kept ? <p>{kept}</p> : null}
      </FailureNotice>
    )
  const Icon = why.kind === 'signed-out' ? LogIn : CloudOff
  return (
    <p className="read-trouble" role="status" data-code={why.kind}>
      <Icon className="icon" aria-hidden />
      <span>{instead ?? `${t('failure.notRead')} ${kept ?? ''}`}</span>
      {actions}
    </p>
  )
}
