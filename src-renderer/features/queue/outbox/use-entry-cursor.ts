import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useCommand } from '../../common/commands/commands.tsx'

const cardOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.entry[data-entry-id="${CSS.escape(id)}"]`)

/**
 * Which entry has focus, and the keys that walk from one to the next. `ids` in the order shown. An entry that moves to
 * another group is drawn anew: focus goes along with it.
 */
export const useEntryCursor = (ids: readonly string[]): string | null => {
  const [current, setCurrent] = useState<string | null>(null)
  const held = useRef<Element | null>(null)
  const step = (by: number) => {
    const at = current === null ? -1 : ids.indexOf(current)
    const next = ids[at < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, at + by))]
    if (next !== undefined) cardOf(next)?.focus()
  }
  useCommand('list.next', () => step(1), ids.length > 0)
  useCommand('list.previous', () => step(-1), ids.length > 0)

  useEffect(() => {
    const look = ({ target }: FocusEvent) => {
      // A dialog is asked over the entry, which has focus again afterwards.
      if (target instanceof Element && target.closest('dialog') !== null) return
      held.current = target instanceof Element ? target : null
      setCurrent(held.current?.closest<HTMLElement>('.entry')?.dataset['entryId'] ?? null)
    }
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [])
  // Before the next frame, in which lost focus would be brought back to the screen as a whole.
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body && held.current?.isConnected === false
    if (isLost && current !== null) cardOf(current)?.focus()
  })
  return current
}
