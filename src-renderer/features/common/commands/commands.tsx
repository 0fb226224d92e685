import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { takesText } from '../../../ui/focus.ts'
import { bindings, type CommandId, keysOf, walking } from './catalogue.ts'
import { type CommandCenter, createCommandCenter, type NamedAction } from './command-center.ts'
import { commandAt, isCharacter, isFieldsOwn, type Press, placedOn, pressOf, printPress } from './keys.ts'
import { useKeySettings } from './use-key-settings.ts'
import { useKeyboardLayout } from './use-keyboard-layout.ts'

const CommandsContext = createContext<CommandCenter | null>(null)

const Dispatch = ({ center }: { center: CommandCenter }) => {
  useKeyDispatch(center)
  return null
}

/** Holds what can be run, and runs it by key. */
export const CommandsProvider = ({ children }: { children: ReactNode }) => {
  const center = useMemo(createCommandCenter, [])
  return (
    <CommandsContext.Provider value={center}>
      <Dispatch center={center} />
      {children}
    </CommandsContext.Provider>
  )
}

/** Null only where the whole window has no commands: the connect screen before the first account, and drawn tests. */
export const useCommandCenter = (): CommandCenter | null => useContext(CommandsContext)

/** Offers a command while the component is on the screen and it can be done. */
export const useCommand = (id: CommandId, run: () => void, can = true): void => {
  const center = useCommandCenter()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => (can ? center?.register(id, () => latest.current()) : undefined), [center, id, can])
}

/** Offers actions that a person named to the palette; the list is memoised. */
export const useOffer = (actions: readonly NamedAction[]): void => {
  const center = useCommandCenter()
  useEffect(() => center?.offer(actions), [center, actions])
}

/** Every press that runs a command right now, for a part of the screen that must hear it before anything else does. */
export const useCommandKeys = (id: CommandId): readonly Press[] => {
  const { own, singleKeys } = useKeySettings()
  const layout = useKeyboardLayout()
  return keysOf(id, own)
    .filter(press => singleKeys || !isCharacter(press))
    .map(press => placedOn(press, layout))
}

/** The key of a command as printed on this keyboard, e.g. ["Ctrl", "K"]; empty when it has none, or keys are off. */
export const useKeyHint = (id: CommandId): readonly string[] => {
  const layout = useKeyboardLayout()
  const [press] = useCommandKeys(id)
  return press === undefined ? [] : printPress(press, layout)
}

/** A title with its key in brackets: "Refresh (F5)". */
export const useKeyTitle = (text: string, id: CommandId): string => {
  const hint = useKeyHint(id)
  return hint.length === 0 ? text : `${text} (${hint.join('+')})`
}

/** Enter presses what has focus, and must go on doing so. */
const pressesItself = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, input[type="checkbox"]') !== null

/** Runs commands by their keys. An open dialog keeps its keys to itself. */
const useKeyDispatch = (center: CommandCenter): void => {
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
