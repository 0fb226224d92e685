import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { appOrigin } from './file-for.ts'
import type { PreferenceStore } from './preferences.ts'

/** Shown even if the page never says it is ready, so that a broken start is seen. */
const showAtLatestMs = 3000

/** Makes the one window, where it was last time if that is still on a screen. */
export function openWindow(preferences: PreferenceStore): BrowserWindow {
  nativeTheme.themeSource = preferences.now.theme
  const window = new BrowserWindow({
    ...placeFor(preferences),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Counterside',
    icon: join(app.getAppPath(), 'out', 'renderer', 'icon.png'),
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171c' : '#f6f7f9',
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // The window drains the queue; in the tray its timers must go on.
      backgroundThrottling: false,
    },
  })
  const show = () => {
    clearTimeout(latest)
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  const latest = setTimeout(show, showAtLatestMs)
  window.once('ready-to-show', show)
  window.once('closed', () => clearTimeout(latest))
  window.on('close', () => void preferences.change({ window: window.getNormalBounds() }))
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}

function placeFor(preferences: PreferenceStore): { width: number; height: number; x?: number; y?: number } {
  const last = preferences.now.window
  const area = screen.getPrimaryDisplay().workAreaSize
  const usual = { width: Math.min(1366, area.width), height: Math.min(860, area.height) }
  if (!last) return usual
  const seen = screen.getAllDisplays().some(({ workArea: on }) => {
    const inX = last.x < on.x + on.width - 80 && last.x + last.width > on.x + 80
    return inX && last.y >= on.y - 8 && last.y < on.y + on.height - 40
  })
  return seen ? last : usual
}

/** Brings a hidden, minimised or covered window to the person. */
export function present(window: BrowserWindow | null): void {
  if (!window || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
