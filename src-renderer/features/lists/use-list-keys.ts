import { useEffect } from 'react'
import { stepTo } from './walk.ts'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) || target.closest('dialog') !== null)

/** Rows of another list may stand below them, and are walked on their own. */
const isInRows = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('.virtual > ul') !== null

const stepOf = (event: KeyboardEvent): number => {
  const inList = isInRows(event.target)
  if (event.key === 'j' || (inList && event.key === 'ArrowDown')) return 1
  if (event.key === 'k' || (inList && event.key === 'ArrowUp')) return -1
  if (inList && event.key === 'PageDown') return 10
  if (inList && event.key === 'PageUp') return -10
  return 0
}

/** j and k walk the list from anywhere on the screen, the arrow keys while the list has focus. */
export const useListKeys = (
  count: number,
  index: number,
  gap: number,
  move: (index: number, byFocus: boolean) => void,
): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || count === 0) return
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
