import type { BrowserWindow } from 'electron'
import { logRejection } from '../base/log.ts'
import type { PreferenceStore } from './preferences.ts'
import { type ZoomMove, zoomed, zoomMoveOf } from './zoom-steps.ts'

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
