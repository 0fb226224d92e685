import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { createWatched } from '../../../model/watched.ts'
import { useKept } from '../services/use-kept.ts'
import { bindings, type CommandId, catalogue, commandIds, keysOf, type OwnKeys } from './catalogue.ts'
import { asToday, type KeyboardLayout, type Press, placedOn } from './keys.ts'

interface KeySettings {
  /** False: letters, digits and signs without Ctrl or Alt run nothing. */
  readonly singleKeys: boolean
  readonly own: OwnKeys
}

/** Keys that move through a page, leave it, or edit text. No command can take them. */
const reservedKeys: ReadonlySet<Press> = new Set([
  'Tab',
  'Shift+Tab',
  'Escape',
  'Enter',
  'Space',
  'ArrowUp',
  'ArrowDown',
  'Ctrl+A',
  'Ctrl+C',
  'Ctrl+V',
  'Ctrl+X',
  'Ctrl+Y',
  'Ctrl+Z',
  'Ctrl+Q',
  'Ctrl+Shift+V',
  'Ctrl+Shift+Z',
])

const knownIds = new Set<string>(commandIds)

export const keySettingsSchema: z.ZodType<KeySettings> = z.object({
  singleKeys: z.boolean(),
  own: z
    .record(z.string(), z.array(z.string().min(1).max(40)))
    // Other versions may have other commands.
    .transform(own =>
      Object.fromEntries(
        Object.entries(own)
          .filter(([id]) => knownIds.has(id))
          .map(([id, presses]) => [id, presses.map(asToday).filter(press => !reservedKeys.has(press))]),
      ),
    ),
})

const defaults: KeySettings = { singleKeys: true, own: {} }

export const useKeySettings = () => {
  const [settings, set] = useKept('keys', keySettingsSchema, defaults)
  return { ...settings, set }
}

type Judgement =
  | { readonly kind: 'free' }
  /** Another command has the key and would lose it. */
  | { readonly kind: 'taken'; readonly by: CommandId }
  /** One of `reservedKeys`. */
  | { readonly kind: 'kept' }

/** Whether a command can have this key. */
export const judgeKey = (
  press: Press,
  id: CommandId,
  own: OwnKeys,
  layout: KeyboardLayout | null = null,
): Judgement => {
  if (reservedKeys.has(press)) return { kind: 'kept' }
  const by = bindings(own, layout).get(press)
  return by === undefined || by === id ? { kind: 'free' } : { kind: 'taken', by }
}

/** Makes this the only key of the command. A command that had it before keeps its other keys. */
export const giveKey = (press: Press, id: CommandId, own: OwnKeys, layout: KeyboardLayout | null = null): OwnKeys => {
  const by = bindings(own, layout).get(press)
  const before =
    by === undefined || by === id ? {} : { [by]: keysOf(by, own).filter(each => placedOn(each, layout) !== press) }
  return { ...own, ...before, [id]: [press] }
}

export const takeKeysAway = (id: CommandId, own: OwnKeys): OwnKeys => ({ ...own, [id]: [] })

/** Gives a command its default keys again, and takes them from the commands that got them meanwhile. */
export const restoreKeys = (id: CommandId, own: OwnKeys): OwnKeys => {
  const ofDefault = new Set<Press>(catalogue[id].keys)
  const others = commandIds.filter(other => other !== id && own[other] !== undefined)
  return Object.fromEntries(others.map(other => [other, keysOf(other, own).filter(press => !ofDefault.has(press))]))
}

/** A Chromium API that the DOM's types lack. */
interface KnowsLayout {
  readonly keyboard?: { readonly getLayoutMap: () => Promise<KeyboardLayout> }
}

const layout = createWatched<KeyboardLayout | null>(null)
let asked = false

const ask = (): void => {
  asked = true
  const { keyboard } = navigator as Navigator & KnowsLayout
  // Where this fails, keys have the names of a US keyboard.
  keyboard
    ?.getLayoutMap()
    .then(map => layout.set(new Map(map)))
    .catch(() => undefined)
}

const subscribe = (onChange: () => void): (() => void) => {
  if (!asked) ask()
  return layout.subscribe(onChange)
}

/** What each key prints on this keyboard; null until the system has answered. */
export const useKeyboardLayout = (): KeyboardLayout | null =>
  useSyncExternalStore(subscribe, layout.snapshot, layout.snapshot)
