import { useEffect } from 'react'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { draftStore } from '../../request/form/drafts.ts'
import { keep, onlyOf, show, type TabRef, tabKey } from './tab-state.ts'
import { hasDraft } from './use-tab-mark.ts'
import type { ChangeTabs } from './use-tabs.ts'

const orderTab = (accountId: string, id: string): TabRef => ({ accountId, screen: 'orders', id })

/** What is opened has a tab; one with a begun request keeps it; those of an account that was removed go with it. */
export const useTabUpkeep = (current: TabRef | null, change: ChangeTabs): void => {
  const { accounts } = useAccounts()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same record, told anew, was not opened anew
  useEffect(() => {
    if (current === null) return
    const isBegun = current.screen === 'orders' && hasDraft(current.accountId, current.id)
    change(state => (isBegun ? keep(state, current, '') : show(state, current, '')))
  }, [current === null ? null : tabKey(current), change])

  useEffect(
    () =>
      draftStore.subscribe(key => {
        const [accountId = '', orderId = ''] = key.split(' ')
        if (!hasDraft(accountId, orderId)) return
        const ref = orderTab(accountId, orderId)
        // Lines of several orders are chosen on a screen of their own, which has no tab.
        change(state => (state.tabs.some(tab => tabKey(tab) === tabKey(ref)) ? keep(state, ref, '') : state))
      }),
    [change],
  )

  useEffect(() => {
    if (accounts.length > 0) change(state => onlyOf(state, new Set(accounts.map(({ id }) => id))))
  }, [accounts, change])
}
