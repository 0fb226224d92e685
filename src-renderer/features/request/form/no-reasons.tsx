import { CircleAlert, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { CancellationType } from '../../../../src-main/contract/commands.ts'
import type { PullState } from '../../../lists/types.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'

/** How it stands with the shop's list of reasons. */
export interface ReasonList {
  readonly account: Account
  readonly isRead: boolean
  readonly pull: PullState
  readonly read: () => void
}

interface NoReasonsProps {
  readonly type: CancellationType
  readonly list: ReasonList
  /** What is wrong with the field, as beside any other. */
  readonly error: string | null
}

/** Stands where the reasons would be chosen when there is none: why, and how to get them. */
export const NoReasons = ({ type, list, error }: NoReasonsProps) => {
  const { t } = useTranslation()
  const { account, isRead, pull, read } = list
  const isReading = pull.kind === 'running'
  const again = (
    <Button small icon={RefreshCw} testId="reasons-retry" busy={isReading} onClick={read}>
      {t(isReading ? 'form.reasons.reading' : 'form.reasons.again')}
    </Button>
  )
  const isMissing = pull.kind === 'failed' && pull.failure.kind === 'not-found'
  const text = isRead ? t(`form.reasons.none.${type}`) : t(isMissing ? 'form.reasons.noList' : 'form.reasons.notRead')
  return (
    <div className="field" data-testid="reasons-missing" data-read={isRead}>
      <span className="field-label">{t('form.reason')}</span>
      {pull.kind === 'failed' ? (
        <>
          <p className="muted">{text}</p>
          <ReadTrouble account={account} why={pull.failure} actions={again} />
        </>
      ) : (
        <Notice tone="wait" role="status" actions={again}>
          {text}
        </Notice>
      )}
      {error ? (
        <span className="field-error" role="alert">
          <CircleAlert className="icon" aria-hidden />
          {error}
        </span>
      ) : null}
    </div>
  )
}
