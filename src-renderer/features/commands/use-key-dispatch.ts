import { useEffect, useMemo } from 'react'
import { bindings } from './catalogue.ts'
import type { CommandCenter } from './command-center.ts'
import { isTyped, pressOf } from './keys.ts'
import { useKeySettings } from './use-key-settings.ts'

/** Where a letter is text. A checkbox or a button takes none. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(?:SELECT|TEXTAREA)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(?:checkbox|radio|button)$/.test(target.type)))

/** Enter presses what has focus, and must go on doing so. */
const pressesItself = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, input[type="checkbox"]') !== null

/** Runs commands by their keys. An open dialog keeps its keys to itself. */
export const useKeyDispatch = (center: CommandCenter): void => {
  const { own, singleKeys } = useKeySettings()
  const bound = useMemo(() => bindings(own), [own])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
      const press = pressOf(event)
      if (press === null) return
      const typed = isTyped(press)
      if (typed && (!singleKeys || takesText(event.target))) return
      if (press === 'Enter' && pressesItself(event.target)) return
      const id = bound.get(press)
      if (id !== undefined && center.run(id)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [center, bound, singleKeys])
}
