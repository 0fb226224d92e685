import { useCallback, useEffect } from 'react'
import { kindOfName, type RecordKind } from '../../../model/record-kinds.ts'
import { accountIdFor } from '../../common/navigation/screens.ts'
import { useCounterside, useServices } from '../../common/services/services.tsx'
import { useKept } from '../../common/services/use-kept.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { draftStore } from '../../request/form/drafts.ts'
import { hasDraft } from './tab-mark.ts'
import { keep, noTabs, onlyOf, show, type TabRef, type TabsState, tabKey, tabsSchema } from './tab-state.ts'

export type ChangeTabs = (step: (state: TabsState) => TabsState) => void

/**
 * The stored tabs, and a function that changes them by a step of tab-state.ts. Each step starts from the result of the
 * last.
 */
export const useTabs = (): readonly [TabsState, ChangeTabs] => {
  const { kept } = useServices()
  const [state, set] = useKept('tabs', tabsSchema, noTabs)
  const change = useCallback<ChangeTabs>(
    step => {
      const read = tabsSchema.safeParse(kept.watch('tabs').snapshot())
      const before = read.success ? read.data : noTabs
      const after = step(before)
      if (after !== before) set(after)
    },
    [kept, set],
  )
  return [state, change]
}

const orderTab = (accountId: string, id: string): TabRef => ({ accountId, screen: 'orders', id })

/** Gives the open record a tab, keeps the tab of a record with a draft, and removes the tabs of removed accounts. */
export const useTabUpkeep = (current: TabRef | null, change: ChangeTabs): void => {
  const { accounts } = useAccounts()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object for the same record is not a newly opened record
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

/** The test id of a row names its kind (`order-row`), so lists need no code for tabs. */
const kindOfRow = (testId: string): RecordKind | null =>
  testId.endsWith('-row') ? kindOfName(testId.slice(0, -'-row'.length)) : null

const middleButton = 1

const rowOf = (event: MouseEvent): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('.row[data-testid][data-id]') : null

/** Ctrl+click and the middle button give a row a tab without leaving what is open; a double click keeps its tab. */
export const useRowTabs = (change: ChangeTabs): void => {
  const { accounts } = useCounterside()
  useEffect(() => {
    // The first tab moves the rows down: the second press of a double click may meet another row, or a button.
    let first: HTMLElement | null = null
    const keepRow = (event: MouseEvent, row = rowOf(event)) => {
      const { testid = '', id } = row?.dataset ?? {}
      const screen = kindOfRow(testid)
      const accountId = screen && accountIdFor(accounts.snapshot(), screen)
      if (screen === null || id === undefined || accountId === null) return
      const ref: TabRef = { accountId, screen, id }
      event.preventDefault()
      change(state => keep(state, ref, ''))
    }
    const onClick = (event: MouseEvent) => {
      if (event.detail <= 1) first = rowOf(event)
      else if (first !== null && event.target instanceof Node && !first.contains(event.target)) {
        event.stopPropagation()
        event.preventDefault()
        return
      }
      if (!(event.ctrlKey || event.metaKey) || rowOf(event) === null) return
      event.stopPropagation()
      keepRow(event)
    }
    const onMiddle = (event: MouseEvent) => {
      if (event.button === middleButton) keepRow(event)
    }
    // Where the middle button scrolls, it must not begin to over a row.
    const onDown = (event: MouseEvent) => {
      if (event.button === middleButton && rowOf(event) !== null) event.preventDefault()
    }
    const onDouble = (event: MouseEvent) => keepRow(event, first)
    document.addEventListener('click', onClick, true)
    document.addEventListener('auxclick', onMiddle)
    document.addEventListener('mousedown', onDown)
    document.addEventListener('dblclick', onDouble)
    return () => {
      document.removeEventListener('click', onClick, true)
      document.removeEventListener('auxclick', onMiddle)
      document.removeEventListener('mousedown', onDown)
      document.removeEventListener('dblclick', onDouble)
    }
  }, [accounts, change])
}
