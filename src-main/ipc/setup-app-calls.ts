import { app, type BrowserWindow, nativeTheme } from 'electron'
import { ok } from '../contract/failures.ts'
import { logEvent } from '../desktop/log.ts'
import { setupMenu } from '../desktop/menu.ts'
import { openLink } from '../desktop/open-link.ts'
import type { PreferenceStore } from '../desktop/preferences.ts'
import type { Quitting } from '../desktop/quitting.ts'
import { emit, handle } from './handle.ts'

export interface AppParts {
  readonly preferences: PreferenceStore
  readonly quitting: Quitting
  readonly window: () => BrowserWindow | null
  readonly demoPanelUrl: () => string | null
}

/** The calls about the program itself: facts, choices, links, log, quitting. */
export function setupAppCalls({ preferences, quitting, window, demoPanelUrl }: AppParts): void {
  const drawMenu = () => setupMenu(preferences.language, command => emit(window(), 'menu.command', { command }))
  drawMenu()

  handle('app.info', () =>
    ok({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      language: preferences.language,
      theme: preferences.now.theme,
      dataFolder: app.getPath('userData'),
      demoPanelUrl: demoPanelUrl(),
    }),
  )
  handle('app.prefer', async ({ language, theme }) => {
    if (theme) nativeTheme.themeSource = theme
    await preferences.change({ ...(language ? { language } : {}), ...(theme ? { theme } : {}) })
    if (language) drawMenu()
    return ok(undefined)
  })
  handle('app.openLink', ({ url }) => openLink(url))
  handle('app.log', ({ level, event, detail }) => {
    logEvent(level, `page ${event}`, detail)
    return ok(undefined)
  })
  handle('app.quit', ({ answer }) => {
    quitting.answer(answer)
    return ok(undefined)
  })
  handle('app.unsent', ({ count }) => {
    quitting.setUnsent(count)
    return ok(undefined)
  })
}
