import { useCallback } from 'react'
import type { RecordKind } from '../../../model/record-kinds.ts'
import { useNavigation } from './navigation.tsx'

/** Names a record of an account: for search results, tabs, links and notices. */
export interface RecordRef {
  readonly accountId: string
  readonly screen: RecordKind
  readonly id: string
  /** The order item to show. */
  readonly line?: string
}

/** Names a customer's page: `id` is a key of search/people.ts, `accountId` any account of the customer's shop. */
export interface CustomerRef {
  readonly accountId: string
  readonly screen: 'customer'
  readonly id: string
}

/** Opens a record of any account after switching to that account. Does nothing when the account was removed. */
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
