import { type Account, isNameless } from '../../../../src-main/contract/accounts.ts'
import { useNavigation } from './navigation.tsx'

/** Opens the connect screen with the account's own address filled in. Nothing kept for the account is touched. */
export const useSignInAgain = () => {
  const { connect } = useNavigation()
  return ({ shop, kind, userId, label }: Account) =>
    connect(
      kind === 'customer'
        ? { commerceUrl: shop.commerceUrl ?? '', ...(isNameless(userId) ? { name: label } : {}) }
        : { omnitronUrl: shop.omnitronUrl ?? '' },
    )
}
