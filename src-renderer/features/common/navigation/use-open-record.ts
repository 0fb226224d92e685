import { useCallback } from 'react'
import { useNavigation } from './navigation.tsx'

export const recordScreens = ['orders', 'old-orders', 'pending', 'requests'] as const
export type RecordScreen = (typeof recordScreens)[number]

/** One record of one account, wherever it is named: a result, a tab, a link, a notice. */
export interface RecordRef {
  readonly accountId: string
  readonly screen: RecordScreen
  readonly id: string
  /** The order item that somebody came for. */
  readonly line?: string
}

/** A customer's page: `id` is a key of search/people.ts, `accountId` any account of the customer's shop. */
export interface CustomerRef {
  readonly accountId: string
  readonly screen: 'customer'
  readonly id: string
}

/** Opens a record of any account; the screens change to that account first. An account that is gone opens nothing. */
export const useOpenRecord = (): ((record: RecordRef | CustomerRef) => void) => {
  const { openAt } = useNavigation()
  return useCallback(
    record => {
      const { accountId, screen, id } = record
      const item = 'line' in record ? record.line : undefined
      openAt({ accountId, screen, id }, item === undefined ? undefined : { item, by: 'record' })
    },
    [openAt],
  )
}
