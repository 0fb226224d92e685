import type { TFunction } from 'i18next'
import { type AccountRows, rowsById } from '../../../search/people.ts'
import { personName } from '../../records/customers/person.ts'
import type { TabRef } from './tab-state.ts'

interface TabWords {
  /** Customer or product. */
  readonly title: string
  readonly number: string | null
}

const nameIn = (person: string | null): string | null => (person?.includes('@') ? null : person)

/** What a tab is called, by its row; null while its list has no such row. */
export const tabWords = (accounts: readonly AccountRows[], tab: TabRef, t: TFunction): TabWords | null => {
  const rows = accounts.find(({ accountId }) => accountId === tab.accountId)
  if (rows === undefined) return null
  switch (tab.screen) {
    case 'orders': {
      const row = rowsById(rows.orders).get(tab.id)
      return row ? { title: nameIn(row.person) ?? row.firstItem ?? t('nav.orders'), number: row.number } : null
    }
    case 'old-orders': {
      const row = rowsById(rows.oldOrders).get(tab.id)
      return row ? { title: row.person ?? t('nav.old-orders'), number: row.number } : null
    }
    case 'pending': {
      const row = rowsById(rows.pending).get(tab.id)
      return row ? { title: row.person ?? t('nav.pending'), number: row.number } : null
    }
    case 'requests': {
      const row = rowsById(rows.requests).get(tab.id)
      return row ? { title: row.productName ?? row.person ?? t('nav.requests'), number: row.number } : null
    }
    case 'customer':
      return { title: personName(accounts, tab.id), number: null }
  }
}
