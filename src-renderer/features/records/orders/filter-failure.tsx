import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { Failure } from '../../../../src-main/contract/failures.ts'
import { Notice } from '../../../ui/notice.tsx'
import { ReadTrouble } from '../../common/parts/read-trouble.tsx'
import { otherErrors } from '../../common/words/failure-words.ts'

/** Why asking with filters came to nothing. A 400 is about the filters, not about the account or the line. */
export const FilterFailure = ({ account, failure }: { account: Account; failure: Failure | null }) => {
  const { t } = useTranslation()
  const notAsked = t('filterAtShop.notAsked')
  if (failure === null) return <p role="status">{notAsked}</p>
  if (failure.status !== 400) return <ReadTrouble account={account} why={failure} kept={notAsked} instead={notAsked} />
  return (
    <Notice tone="wait" role="status" testId="filter-at-shop-refused" code={failure.kind}>
      <p>{t('filterAtShop.refused')}</p>
      {otherErrors(failure, t).map(text => (
        <p key={text} className="muted">
          {t('failure.shopSaid')} “<bdi>{text}</bdi>”
        </p>
      ))}
    </Notice>
  )
}
