import { createContext, Fragment, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { takesText } from '../../../ui/focus.ts'
import { bindings, type CommandId, keysOf, repeatable } from './catalogue.ts'
import { type CommandCenter, createCommandCenter, type NamedAction } from './command-center.ts'
import { useKeyboardLayout, useKeySettings } from './key-settings.ts'
import { commandAt, isCharacter, isFieldsOwn, type Press, placedOn, pressOf, printPress } from './keys.ts'

const CommandsContext = createContext<CommandCenter | null>(null)

const Dispatch = ({ center }: { center: CommandCenter }) => {
  useKeyDispatch(center)
  return null
}

/** Keeps the commands that can run now, and runs them by key. */
export const CommandsProvider = ({ children }: { children: ReactNode }) => {
  const center = useMemo(createCommandCenter, [])
  return (
    <CommandsContext.Provider value={center}>
      <Dispatch center={center} />
      {children}
    </CommandsContext.Provider>
  )
}

/** Null where the window has no commands: on the connect screen before the first account, and in tests. */
export const useCommandCenter = (): CommandCenter | null => useContext(CommandsContext)

/** Registers what a command does while the component is on the screen and `can` is true. */
export const useCommand = (id: CommandId, run: () => void, can = true): void => {
  const center = useCommandCenter()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => (can ? center?.register(id, () => latest.current()) : undefined), [center, id, can])
}

/** Offers views, macros and other named actions to the palette. The caller memoises the list. */
export const useOffer = (actions: readonly NamedAction[]): void => {
  const center = useCommandCenter()
  useEffect(() => center?.offer(actions), [center, actions])
}

/** The presses that run a command now, for a component that must handle them before the window does. */
export const useCommandKeys = (id: CommandId): readonly Press[] => {
  const { own, singleKeys } = useKeySettings()
  const layout = useKeyboardLayout()
  return keysOf(id, own)
    .filter(press => singleKeys || !isCharacter(press))
    .map(press => placedOn(press, layout))
}

/** A command's key as printed on this keyboard: ["Ctrl", "K"]. Empty when it has none or single keys are off. */
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

/** Enter on these elements clicks them. */
const clicksOnEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, input[type="checkbox"]') !== null

/** Runs commands by their keys, except while a dialog is open. */
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
      // Esc closes one thing at a time, an open menu first.
      if (press === 'Escape' && document.querySelector(':popover-open') !== null) return
      if (takesText(event.target) && isFieldsOwn(event, press, isMac)) return
      if (isCharacter(press) && !singleKeys) return
      if (press === 'Enter' && clicksOnEnter(event.target)) return
      const id = commandAt(event, bound)
      if (id === undefined) return
      if (event.repeat && !repeatable.has(id)) event.preventDefault()
      else if (center.run(id)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [center, bound, singleKeys])
}

const Caps = ({ names }: { names: readonly string[] }) => (
  <span className="nowrap">
    {names.map((name, place) => (
      <Fragment key={name}>
        {place === 0 ? null : '+'}
        <kbd className="kbd">{name}</kbd>
      </Fragment>
    ))}
  </span>
)

/** A press, drawn as the keys of this keyboard. */
export const PressCaps = ({ press }: { press: Press }) => <Caps names={printPress(press, useKeyboardLayout())} />

/** A command's key, drawn; nothing when it has none. */
export const CommandCaps = ({ id }: { id: CommandId }) => {
  const names = useKeyHint(id)
  return names.length === 0 ? null : <Caps names={names} />
}
