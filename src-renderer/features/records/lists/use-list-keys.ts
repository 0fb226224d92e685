import { useEffect, useRef } from 'react'
import { useCommand } from '../../common/commands/commands.tsx'
import { bareKey } from '../../common/commands/keys.ts'
import { focusRecord } from '../../common/navigation/focus-record.ts'
import { type RowPosition, stepTo } from '../../common/navigation/walk.tsx'

/** The list's own rows. Rows of another list below them have keys of their own. */
const isInRows = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('.virtual > ul') !== null

/** Whether the focus is nowhere in particular, so that a row may take it. */
const isNowhere = (has: Element | null): boolean =>
  has === null || has === document.body || has.matches('.main-screen, .detail-pane')

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

const stepOf = (event: KeyboardEvent): number => {
  if (!isInRows(event.target)) return 0
  return steps[bareKey(event) ?? ''] ?? 0
}

interface ListKeys extends RowPosition {
  /** Called even when the open record is not among these rows. */
  readonly hasOpen: boolean
  readonly move: (index: number, byFocus: boolean) => void
}

/** Keys of a list: next and previous work from anywhere on the screen, the arrow keys while the list has the focus. */
export const useListKeys = ({ count, index, gap, hasOpen, move }: ListKeys): void => {
  // Several presses can come before the first one is drawn.
  const at = useRef(index)
  useEffect(() => {
    at.current = index
  }, [index])
  const step = (by: number) => {
    const to = stepTo({ count, index: at.current, gap }, by)
    if (to === null) return
    at.current = to
    move(to, isInRows(document.activeElement) || isNowhere(document.activeElement))
  }
  useCommand('list.next', () => step(1), count > 0)
  useCommand('list.previous', () => step(-1), count > 0)
  // A focused row opens itself. From elsewhere, the row of the open record, else the first row, opens and takes the
  // focus.
  // An open record that the list does not show takes the focus itself, so that no other record opens in its place.
  const openAtHand = () => (hasOpen && index < 0 ? focusRecord() : move(Math.max(index, 0), true))
  useCommand('list.open', openAtHand, count > 0)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (count === 0) return
      const step = stepOf(event)
      if (step === 0) return
      event.preventDefault()
      const to = stepTo({ count, index, gap }, step)
      if (to !== null) move(to, isInRows(event.target))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [count, index, gap, move])
}
