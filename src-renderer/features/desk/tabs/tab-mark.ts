import { useSyncExternalStore } from 'react'
import type { Entry, EntryState } from '../../../../src-main/contract/entries.ts'
import { isLostStage, requestStage } from '../../../model/request-status.ts'
import { type AccountRows, recordsOf, rowsById } from '../../../search/people.ts'
import { useOutbox } from '../../common/services/use-entries.ts'
import type { StageOf } from '../../common/services/watch-rows.ts'
import { entriesAbout } from '../../records/customers/person.ts'
import { draftStore } from '../../request/form/drafts.ts'
import type { TabRef } from './tab-state.ts'

const draftKey = (accountId: string, orderId: string): string => `${accountId} ${orderId}`

/** Whether the order has a draft: choosing lines opens the form. */
export const hasDraft = (accountId: string, orderId: string): boolean =>
  draftStore.get(draftKey(accountId, orderId)).lines.size > 0

/** Whether closing the tab leaves a draft behind; on a customer's tab, a draft for any of their orders. */
export const holdsDraft = (accounts: readonly AccountRows[], tab: TabRef): boolean =>
  tab.screen === 'orders'
    ? hasDraft(tab.accountId, tab.id)
    : tab.screen === 'customer' &&
      recordsOf(accounts, tab.id).some(
        ({ screen, accountId, row }) => screen === 'orders' && hasDraft(accountId, row.id),
      )

const entriesFor = (entries: readonly Entry[], accounts: readonly AccountRows[], tab: TabRef): readonly Entry[] => {
  const rows = accounts.find(({ accountId }) => accountId === tab.accountId)
  const isOwn = (entry: Entry) => entry.accountId === tab.accountId
  switch (tab.screen) {
    case 'orders':
      return entries.filter(entry => isOwn(entry) && entry.about.orderId === tab.id)
    case 'pending': {
      const number = rows && rowsById(rows.pending).get(tab.id)?.number
      const ofShop = new Set(accounts.map(({ accountId }) => accountId))
      return number ? entries.filter(entry => ofShop.has(entry.accountId) && entry.about.orderNumber === number) : []
    }
    case 'requests': {
      const item = rows && rowsById(rows.requests).get(tab.id)?.orderItem
      return entries.filter(entry => isOwn(entry) && (entry.result?.requestId === tab.id || entry.orderItem === item))
    }
    case 'customer':
      return entriesAbout(entries, accounts, tab.id)
    case 'old-orders':
      return []
  }
}

const stageIn =
  (accounts: readonly AccountRows[]): StageOf =>
  (accountId, requestId) => {
    const rows = accounts.find(each => each.accountId === accountId)
    const row = rows && rowsById(rows.requests).get(requestId)
    return row ? requestStage(row.status) : null
  }

/** What the tab's dot means now. */
export const useTabMark = (accounts: readonly AccountRows[], tab: TabRef): TabMark => {
  const { entries } = useOutbox()
  const read = () => holdsDraft(accounts, tab)
  const isDraft = useSyncExternalStore(draftStore.subscribe, read, read)
  return markOf(entriesFor(entries, accounts, tab), isDraft, stageIn(accounts))
}

/** What a tab's dot can mean, the most urgent first; `none` shows no dot. */
const tabMarks = ['needs-you', 'draft', 'waiting', 'rejected', 'confirmed', 'none'] as const
export type TabMark = (typeof tabMarks)[number]

const markOfState: Readonly<Record<EntryState, TabMark>> = {
  NEEDS_REVIEW: 'needs-you',
  REJECTED: 'needs-you',
  QUEUED: 'waiting',
  SENDING: 'waiting',
  UNKNOWN: 'waiting',
  CONFIRMED: 'confirmed',
  DROPPED: 'none',
}

/** A received request that the shop rejected later must not look confirmed. */
const markOfEntry = ({ accountId, state, result }: Entry, stageOf: StageOf): TabMark => {
  const stage = state === 'CONFIRMED' && result ? stageOf(accountId, result.requestId) : null
  return isLostStage(stage) ? 'rejected' : markOfState[state]
}

/** The mark for a record, from its entries in the outbox and whether it has a draft. */
export const markOf = (entries: readonly Entry[], hasDraft: boolean, stageOf: StageOf): TabMark => {
  const found = new Set(entries.map(entry => markOfEntry(entry, stageOf)))
  if (hasDraft) found.add('draft')
  return tabMarks.find(mark => found.has(mark)) ?? 'none'
}
