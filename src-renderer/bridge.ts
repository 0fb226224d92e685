import type { Bridge } from '../src-main/contract/bridge.ts'

declare global {
  interface Window {
    readonly counterside?: Bridge
  }
}

/** The preload's object. The only place that touches it; throws when the page runs without the preload. */
export function bridge(): Bridge {
  const found = window.counterside
  if (!found) throw new Error('The preload did not run: there is no bridge to the main process.')
  return found
}
