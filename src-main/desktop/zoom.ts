import type { BrowserWindow } from 'electron'
import { logRejection } from '../base/log.ts'
import type { PreferenceStore } from './preferences.ts'

/** Zooms by keys, wheel and menu, and remembers it. Gives what the menu calls. */
export function setupZoom(window: BrowserWindow, preferences: PreferenceStore): (move: ZoomMove) => void {
  const contents = window.webContents
  const zoom = (move: ZoomMove) => {
    const factor = zoomed(preferences.now.zoom, move)
    if (contents.isDestroyed()) return
    contents.setZoomFactor(factor)
    preferences.change({ zoom: factor }).catch(logRejection)
  }
  // Chromium keeps a zoom by origin, too; ours is the one that counts.
  contents.on('dom-ready', () => contents.setZoomFactor(preferences.now.zoom))
  contents.on('zoom-changed', (_event, direction) => zoom(direction))
  contents.on('before-input-event', (event, input) => {
    const move = zoomMoveOf(input)
    if (move === null) return
    event.preventDefault()
    zoom(move)
  })
  return zoom
}

export type ZoomMove = 'in' | 'out' | 'reset'

/** Those of Chromium, as far as the layout is made for. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

export const zoomed = (factor: number, move: ZoomMove): number => {
  if (move === 'reset') return 1
  if (move === 'in') return steps.find(step => step > factor + 0.001) ?? 3
  return steps.findLast(step => step < factor - 0.001) ?? 0.5
}

interface PressedKey {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
}

/** By what the key prints, for + and - lie elsewhere on Turkish keyboards. Without NumLock the number block prints none of them. */
export function zoomMoveOf({ type, key, control, meta, alt }: PressedKey): ZoomMove | null {
  if (type !== 'keyDown' || !(control || meta) || alt) return null
  if (key === '+' || key === '=') return 'in'
  if (key === '-') return 'out'
  return key === '0' ? 'reset' : null
}
