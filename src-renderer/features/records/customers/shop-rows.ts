import { useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import type { AccountRows } from '../../../search/people.ts'
import { useCounterside } from '../../common/services/services.tsx'
import { useWatched } from '../../common/services/use-watched.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { watchRows } from '../../common/services/watch-rows.ts'

/** The accounts of one account's shop, itself included; none when it is gone. */
export const accountsBeside = (accounts: readonly Account[], accountId: string): readonly Account[] => {
  const shopId = accounts.find(account => account.id === accountId)?.shop.id
  return accounts.filter(account => account.shop.id === shopId)
}

/** What this computer has of every account of the shop that this account is of. */
export const useShopRows = (accountId: string): readonly AccountRows[] => {
  const counterside = useCounterside()
  const { accounts } = useAccounts()
  const ids = accountsBeside(accounts, accountId)
    .map(({ id }) => id)
    .join('\n')
  const watched = useMemo(
    () => watchRows(ids === '' ? [] : ids.split('\n').map(id => counterside.glance(id))),
    [counterside, ids],
  )
  return useWatched(watched).all
}
