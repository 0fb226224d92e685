import { join } from 'node:path'
import { app, type BrowserWindow, nativeImage } from 'electron'
import { markOf, stateLines, type UnsentState } from './unsent-state.ts'
import type { Words } from './words.ts'

interface BadgeParts {
  readonly window: BrowserWindow | null
  readonly iconFolder: string
  readonly say: Words
}

/**
 * The count on the program's icon, where the system draws one; Windows takes a mark with a description instead.
 * When more than before need somebody who looks elsewhere, the task bar says so once.
 */
export function showBadge(before: UnsentState, now: UnsentState, { window, iconFolder, say }: BadgeParts): void {
  app.setBadgeCount(now.unsent)
  if (process.platform !== 'win32' || !window || window.isDestroyed()) return
  const mark = markOf(now)
  const image = mark === 'none' ? null : nativeImage.createFromPath(join(iconFolder, `overlay-${mark}.png`))
  window.setOverlayIcon(image, stateLines(now, say).join(', '))
  if (now.needYou > before.needYou && !window.isFocused()) window.flashFrame(true)
}
