import { useSyncExternalStore } from 'react'
import { createWatched } from '../../../model/watched.ts'

type Layout = ReadonlyMap<string, string>

/** Chromium's own; not in the DOM's types. */
interface KnowsLayout {
  readonly keyboard?: { readonly getLayoutMap: () => Promise<Layout> }
}

const layout = createWatched<Layout | null>(null)
let asked = false

const ask = (): void => {
  asked = true
  const { keyboard } = navigator as Navigator & KnowsLayout
  // Refused or unknown: the keys are named as on a US keyboard.
  keyboard
    ?.getLayoutMap()
    .then(map => layout.set(new Map(map)))
    .catch(() => undefined)
}

const subscribe = (onChange: () => void): (() => void) => {
  if (!asked) ask()
  return layout.subscribe(onChange)
}

/** What each physical key prints on this keyboard; null until the system has said, or when it never does. */
export const useKeyboardLayout = (): Layout | null => useSyncExternalStore(subscribe, layout.snapshot, layout.snapshot)
