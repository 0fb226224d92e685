import { useMemo } from 'react'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { dayText } from '../../../ui/format/day.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useSignals } from '../../common/services/use-workspace.ts'
import type { TellScene } from './subjects.ts'

export const useTellScene = (account: Account | null): TellScene => {
  const { shop } = useSignals(account)
  const today = dayText(useNow())
  const shopName = account?.shop.name ?? null
  return useMemo(() => ({ shopName, shopIsAway: shop === 'not-answering', today }), [shopName, shop, today])
}
