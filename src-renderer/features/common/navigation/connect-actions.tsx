import { UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Account, type AccountKind, isNameless } from '../../../../src-main/contract/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { useNavigation } from './navigation.tsx'

/** Shown instead of a list when no account of its kind is connected. */
export const NoAccount = ({ kind }: { kind: AccountKind }) => {
  const { t } = useTranslation()
  const { connect } = useNavigation()
  return (
    <div className="empty" data-testid="no-account" data-kind={kind}>
      <span className="empty-icon">
        <UserPlus aria-hidden strokeWidth={1.5} />
      </span>
      <h2>{t(`noAccount.${kind}.title`)}</h2>
      <p className="muted">{t(`noAccount.${kind}.text`)}</p>
      <div className="cluster empty-actions">
        <Button variant="primary" icon={UserPlus} onClick={() => connect()}>
          {t(`noAccount.${kind}.action`)}
        </Button>
      </div>
    </div>
  )
}

/** Opens the connect screen with the account's address filled in. The account's stored data stays. */
export const useSignInAgain = () => {
  const { connect } = useNavigation()
  return ({ shop, kind, userId, label }: Account) =>
    connect(
      kind === 'customer'
        ? { commerceUrl: shop.commerceUrl ?? '', ...(isNameless(userId) ? { name: label } : {}) }
        : { omnitronUrl: shop.omnitronUrl ?? '' },
    )
}
