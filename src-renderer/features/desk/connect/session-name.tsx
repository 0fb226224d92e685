import { useTranslation } from 'react-i18next'
import { type Account, isNameless } from '../../../../src-main/contract/accounts.ts'
import { joinedTexts } from '../../../model/direction.ts'
import { TextField } from '../../../ui/field.tsx'
import type { LimitWords } from '../../common/services/use-limit.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'

interface SessionNameProps {
  readonly value: string
  readonly limit: LimitWords
  /** The shop's address as typed. */
  readonly address: string
  /** The shop named nobody, and a session of nobody is here already. */
  readonly needed: boolean
  readonly onName: (name: string) => void
}

const hostOf = (address: string): string | null =>
  URL.canParse(address)
    ? new URL(address).host
    : URL.canParse(`https://${address}`)
      ? new URL(`https://${address}`).host
      : null

/** Accounts of this shop that only a person's own name tells apart. */
const namelessAt = (accounts: readonly Account[], address: string): readonly Account[] =>
  accounts.filter(
    ({ kind, userId, shop }) =>
      kind === 'customer' && isNameless(userId) && hostOf(shop.commerceUrl ?? '') === hostOf(address.trim()),
  )

/** Whose session it is, for shops that do not say: the same name is the same account. */
export const SessionName = ({ value, limit, address, needed, onName }: SessionNameProps) => {
  const { t } = useTranslation()
  const { accounts } = useAccounts()
  const names = joinedTexts(
    namelessAt(accounts, address).map(account => `“${account.label}”`),
    ', ',
  )
  return (
    <TextField
      label={t(needed ? 'connect.nameOf' : 'connect.name')}
      testId="connect-name"
      value={value}
      hint={names === '' ? t('connect.nameHint') : t('connect.nameHintKnown', { names })}
      counter={limit.counter}
      error={limit.error ?? (needed && value.trim() === '' ? t('connect.nameNeeded') : null)}
      onChange={event => onName(event.target.value)}
    />
  )
}
