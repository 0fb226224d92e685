import { useEffect, useMemo } from 'react'
import { takesText } from '../../../ui/takes-text.ts'
import { bindings, walking } from './catalogue.ts'
import type { CommandCenter } from './command-center.ts'
import { commandAt, isCharacter, isFieldsOwn, pressOf } from './keys.ts'
import { useKeySettings } from './use-key-settings.ts'
import { useKeyboardLayout } from './use-keyboard-layout.ts'

/** Enter presses what has focus, and must go on doing so. */
const pressesItself = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, input[type="checkbox"]') !== null

/** Runs commands by their keys. An open dialog keeps its keys to itself. */
export const useKeyDispatch = (center: CommandCenter): void => {
  const { own, singleKeys } = useKeySettings()
  const layout = useKeyboardLayout()
  const bound = useMemo(() => bindings(own, layout), [own, layout])
  useEffect(() => {
    const isMac = navigator.platform.startsWith('Mac')
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const press = pressOf(event)
      if (press === null) return
      // Esc closes one thing: an open menu has it first.
      if (press === 'Escape' && document.querySelector(':popover-open') !== null) return
      if (takesText(event.target) && isFieldsOwn(event, press, isMac)) return
      if (isCharacter(press) && !singleKeys) return
      if (press === 'Enter' && pressesItself(event.target)) return
      const id = commandAt(event, bound)
      if (id === undefined) return
      // A key held down walks on, and does nothing else twice.
      if (event.repeat && !walking.has(id)) event.preventDefault()
      else if (center.run(id)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [center, bound, singleKeys])
}
