import { useMemo } from 'react'
import type { Account } from '../../../src-main/contract/accounts.ts'
import { useNow } from '../../ui/use-now.ts'
import { useSignals } from '../data/use-workspace.ts'
import type { TellScene } from './subjects.ts'

const dayOf = (at: number): string => {
  const day = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

export const useTellScene = (account: Account | null): TellScene => {
  const { shop } = useSignals(account)
  const today = dayOf(useNow())
  const shopName = account?.shop.name ?? null
  return useMemo(() => ({ shopName, shopIsAway: shop === 'not-answering', today }), [shopName, shop, today])
}
