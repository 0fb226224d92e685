import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { type CommandId, keysOf } from './catalogue.ts'
import { type CommandCenter, createCommandCenter, type NamedAction } from './command-center.ts'
import { isCharacter, type Press, placedOn, printPress } from './keys.ts'
import { useKeyDispatch } from './use-key-dispatch.ts'
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
