import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { FailureNotice } from '../../common/parts/failure-notice.tsx'

/** A row that was opened and is neither in the cache nor to be had. */
export const RowMissing = ({ failure, onAgain }: { failure: Failure | null; onAgain: (() => void) | null }) => {
  const { t } = useTranslation()
  const again = onAgain ? (
    <Button icon={RefreshCw} onClick={onAgain}>
      {t('action.tryAgain')}
    </Button>
  ) : null
  return (
    <div className="detail-loading">
      {failure ? (
        <FailureNotice why={failure} about="read" actions={again} />
      ) : (
        <Notice title={t('list.notHere')} actions={again}>
          {t('list.notHereText')}
        </Notice>
      )}
    </div>
  )
}
