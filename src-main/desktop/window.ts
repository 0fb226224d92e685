import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { logEvent, logRejection } from '../base/log.ts'
import type { EventName, EventPayload } from '../contract/calls.ts'
import { appOrigin } from './file-for.ts'
import { PageKeeper, type PageParts } from './page-keeper.ts'
import type { PreferenceStore } from './preferences.ts'
import { lastPlace, withPlace } from './window-place.ts'

/** Shown even if the page never says it is ready, so that a broken start is seen. */
const showAtLatestMs = 3000
/** Chromium's code for a load that another one replaced. */
const abortedLoad = -3

/** How the window begins. `hidden`: it waits in the tray. */
type WindowStart = 'shown' | 'hidden' | 'minimized'

/** Makes the one window, where it was last time with these screens. */
export function openWindow(preferences: PreferenceStore, start: WindowStart): BrowserWindow {
  nativeTheme.themeSource = preferences.now.theme
  const last = lastPlace(preferences.now.places, screen.getAllDisplays())
  const window = new BrowserWindow({
    ...(last ? { x: last.x, y: last.y, width: last.width, height: last.height } : usualSize()),
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
      // Whether it checks is the session's setting, which can be changed while the window is there.
      spellcheck: true,
      // The window drains the queue; in the tray its timers must go on.
      backgroundThrottling: false,
    },
  })
  // Maximising shows a window, so a hidden one is maximised when it is first shown.
  const broughtUp = () => {
    if (last?.maximized) window.maximize()
    if (last?.fullScreen) window.setFullScreen(true)
  }
  if (start === 'minimized') {
    window.once('restore', broughtUp)
    window.minimize()
  } else {
    window.once('show', broughtUp)
  }
  if (start === 'shown') showWhenReady(window)
  window.on('close', () => keepPlace(window, preferences))
  window.loadURL(`${appOrigin}/index.html`).catch(logRejection)
  return window
}

/** Brings a hidden, minimised or covered window to the person. */
export function present(window: BrowserWindow | null): void {
  if (!window || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function showWhenReady(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(latest)
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  const latest = setTimeout(show, showAtLatestMs)
  window.once('ready-to-show', show)
  window.once('closed', () => clearTimeout(latest))
}

function keepPlace(window: BrowserWindow, preferences: PreferenceStore): void {
  const place = { ...window.getNormalBounds(), maximized: window.isMaximized(), fullScreen: window.isFullScreen() }
  const places = withPlace(preferences.now.places, screen.getAllDisplays(), place)
  preferences.change({ places }).catch(logRejection)
}

/** Keeps the page of this window running. */
export function keepPage(window: BrowserWindow, parts: Pick<PageParts, 'ask' | 'onState' | 'quit'>): PageKeeper {
  const page = new PageKeeper({
    ...parts,
    load: () => window.isDestroyed() || window.webContents.reload(),
    kill: () => endPage(window),
    now: () => performance.now(),
    after: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
  })
  watchPage(window, page)
  return page
}

/** Reports to `page` whether the page is running. */
function watchPage(window: BrowserWindow, page: PageKeeper): void {
  const { webContents } = window
  window.on('unresponsive', () => {
    logEvent('warn', 'page-stuck')
    page.stuck()
  })
  window.on('responsive', () => page.answers())
  webContents.on('render-process-gone', (_event, { reason }) => {
    logEvent('error', 'page-gone', reason)
    if (reason !== 'clean-exit') page.gone()
  })
  webContents.on('did-fail-load', (_event, code, _words, _url, isMainFrame) => {
    // Another load took its place.
    if (!isMainFrame || code === abortedLoad) return
    logEvent('error', 'page-not-loaded', String(code))
    page.gone()
  })
  // A page without its preload is loaded to its end, and can do nothing.
  let hasPreload = true
  webContents.on('did-start-loading', () => {
    hasPreload = true
  })
  webContents.on('preload-error', (_event, _path, error) => {
    logEvent('error', 'preload-failed', error.name)
    hasPreload = false
    page.gone()
  })
  webContents.on('did-finish-load', () => hasPreload && page.answers())
}

/** Ends the page's process at once. One that was stopped would never see a request to end. */
function endPage({ webContents }: BrowserWindow): void {
  try {
    process.kill(webContents.getOSProcessId(), 'SIGKILL')
  } catch (error) {
    logRejection(error)
    webContents.forcefullyCrashRenderer()
  }
}

function usualSize(): { width: number; height: number } {
  const area = screen.getPrimaryDisplay().workAreaSize
  return { width: Math.min(1366, area.width), height: Math.min(860, area.height) }
}

/** Sends an event to the page of a window. The only place that sends events. */
export function emit<N extends EventName>(window: BrowserWindow | null, name: N, payload: EventPayload<N>): void {
  if (window && !window.isDestroyed()) window.webContents.send(`event:${name}`, payload)
}
