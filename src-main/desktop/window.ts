import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { appOrigin } from './file-for.ts'
import { logEvent } from './log.ts'
import type { PreferenceStore } from './preferences.ts'
import { logRejection } from './setup-log.ts'

/** Shown even if the page never says it is ready, so that a broken start is seen. */
const showAtLatestMs = 3000
const reviveGapMs = 30_000

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
  window.on('close', () => preferences.change({ window: window.getNormalBounds() }).catch(logRejection))
  reviveAfterCrash(window)
  window.loadURL(`${appOrigin}/index.html`).catch(logRejection)
  return window
}

/** A page that died takes the queue's drain with it, so it starts again; one that keeps dying is left to the person. */
function reviveAfterCrash(window: BrowserWindow): void {
  let last = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    logEvent('error', 'page-gone', reason)
    const isOften = Date.now() - last < reviveGapMs
    last = Date.now()
    if (reason === 'clean-exit' || isOften || window.isDestroyed()) return
    window.webContents.reload()
  })
}

/** A start that failed leaves no window and would hold the lock: says so, and ends. */
export function sayAndLeave(error: unknown): void {
  logRejection(error)
  dialog.showErrorBox('Counterside', error instanceof Error ? error.message : 'The start failed.')
  app.exit(1)
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
