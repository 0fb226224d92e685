import { app, type BrowserWindow, dialog, Notification, nativeTheme } from 'electron'
import { ok } from '../contract/failures.ts'
import { logEvent } from '../desktop/log.ts'
import { setupMenu } from '../desktop/menu.ts'
import { Notifier } from '../desktop/notify.ts'
import { openLink } from '../desktop/open-link.ts'
import type { PreferenceStore } from '../desktop/preferences.ts'
import type { Quitting } from '../desktop/quitting.ts'
import { saveText } from '../desktop/save-text.ts'
import { present } from '../desktop/window.ts'
import { emit, handle } from './handle.ts'

export interface AppParts {
  readonly preferences: PreferenceStore
  readonly quitting: Quitting
  readonly window: () => BrowserWindow | null
  readonly demoPanelUrl: () => string | null
}

/** The calls about the program itself: facts, choices, links, log, notices, files, quitting. */
export function setupAppCalls({ preferences, quitting, window, demoPanelUrl }: AppParts): void {
  const drawMenu = () => setupMenu(preferences.language, command => emit(window(), 'menu.command', { command }))
  drawMenu()
  // Windows shows notices only of programs that say which shortcut of the start menu is theirs.
  if (process.platform === 'win32') app.setAppUserModelId('io.github.counterside')
  const notifier = new Notifier({
    notices: Notification,
    isWanted: () => preferences.now.notices,
    isWatched: () => window()?.isFocused() === true,
    onClick: entryId => {
      present(window())
      emit(window(), 'notices.clicked', { entryId })
    },
  })
  const askWhere = async (name: string) => {
    const over = window()
    const { canceled, filePath } = await (over
      ? dialog.showSaveDialog(over, { defaultPath: name })
      : dialog.showSaveDialog({ defaultPath: name }))
    return canceled || filePath === '' ? null : filePath
  }

  handle('app.info', () =>
    ok({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      language: preferences.language,
      theme: preferences.now.theme,
      dataFolder: app.getPath('userData'),
      demoPanelUrl: demoPanelUrl(),
      notices: notifier.standing,
    }),
  )
  handle('app.prefer', async ({ language, theme, notices }) => {
    if (theme) nativeTheme.themeSource = theme
    await preferences.change({
      ...(language ? { language } : {}),
      ...(theme ? { theme } : {}),
      ...(notices === undefined ? {} : { notices }),
    })
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
  handle('app.notify', notice => {
    notifier.show(notice)
    return ok(undefined)
  })
  handle('app.saveText', file => saveText(file, askWhere))
}
