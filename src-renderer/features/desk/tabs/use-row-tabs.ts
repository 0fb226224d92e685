import { useEffect } from 'react'
import { accountIdFor } from '../../common/navigation/screens.ts'
import type { RecordScreen } from '../../common/navigation/use-open-record.ts'
import { useCounterside } from '../../common/services/services.tsx'
import { keep, type TabRef } from './tab-state.ts'
import type { ChangeTabs } from './use-tabs.ts'

/** Rows say by their stable id what they are (see the screens' page); every list has its tabs without knowing of them. */
const screenOfRow: Readonly<Record<string, RecordScreen>> = {
  'order-row': 'orders',
  'old-order-row': 'old-orders',
  'pending-row': 'pending',
  'request-row': 'requests',
}

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
      const screen = screenOfRow[testid]
      const accountId = screen === undefined ? null : accountIdFor(accounts.snapshot(), screen)
      if (screen === undefined || id === undefined || accountId === null) return
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
