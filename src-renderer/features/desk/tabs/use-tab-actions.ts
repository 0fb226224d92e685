import { useState } from 'react'
import type { AccountRows } from '../../../search/people.ts'
import { useCommand } from '../../common/commands/commands.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { type Counterside, useCounterside } from '../../common/services/services.tsx'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { watchRows } from '../../common/services/watch-rows.ts'
import { accountsBeside } from '../../records/customers/person.ts'
import { holdsDraft } from './tab-mark.ts'
import {
  close,
  isSameTab,
  keep,
  moveBy,
  neighbourOf,
  reopen,
  stepTab,
  type Tab,
  type TabRef,
  type TabsState,
} from './tab-state.ts'
import type { ChangeTabs } from './use-tabs.ts'

/** What can be done with tabs, by pointer and by command. */
export const useTabActions = (state: TabsState, change: ChangeTabs, current: TabRef | null) => {
  const counterside = useCounterside()
  const { accounts } = useAccounts()
  const { openAt, open, go, forget } = useNavigation()
  /** The tab that was closed last, if it had a draft. */
  const [left, setLeft] = useState<Tab | null>(null)
  const { tabs, closed } = state

  const leaveFor = (next: Tab | null, from: TabRef) => {
    const isStaff = accounts.find(({ id }) => id === from.accountId)?.kind === 'staff'
    if (next !== null) openAt(next)
    else if (from.screen === 'customer') go(isStaff ? 'pending' : 'orders')
    else open(from.screen, null)
  }
  const closeTab = (ref: TabRef) => {
    const tab = tabs.find(each => isSameTab(each, ref))
    if (tab === undefined) return
    setLeft(hasDraftOf(counterside, tab) ? tab : null)
    change(before => close(before, ref))
    forget(ref)
    if (current !== null && isSameTab(current, ref)) leaveFor(neighbourOf(tabs, ref), ref)
  }
  const reopenTab = () => {
    const last = closed.at(-1)
    setLeft(null)
    change(reopen)
    if (last) openAt(last.tab)
  }
  const step = (by: 1 | -1) => {
    const next = stepTab(tabs, current, by)
    if (next !== null) openAt(next)
  }
  const move = (by: 1 | -1) => {
    if (current !== null) change(before => moveBy(before, current, by))
  }

  const hasCurrent = current !== null && tabs.some(tab => isSameTab(tab, current))
  useCommand('window.nextTab', () => step(1), tabs.length > 0)
  useCommand('window.previousTab', () => step(-1), tabs.length > 0)
  useCommand('window.closeTab', () => current && closeTab(current), hasCurrent)
  useCommand('window.reopenTab', reopenTab, closed.length > 0)
  useCommand('window.moveTabBack', () => move(-1), hasCurrent)
  useCommand('window.moveTabForward', () => move(1), hasCurrent)
  useCommand('record.openTab', () => current && change(before => keep(before, current, '')), current !== null)

  return { closeTab, reopenTab, left, dismiss: () => setLeft(null) }
}

const rowsBeside = (counterside: Counterside, accountId: string): readonly AccountRows[] =>
  watchRows(
    accountsBeside(counterside.accounts.snapshot().accounts, accountId).map(({ id }) => counterside.glance(id)),
  ).snapshot().all

/** Whether closing this tab leaves a draft behind. */
const hasDraftOf = (counterside: Counterside, tab: TabRef): boolean =>
  holdsDraft(tab.screen === 'customer' ? rowsBeside(counterside, tab.accountId) : [], tab)
