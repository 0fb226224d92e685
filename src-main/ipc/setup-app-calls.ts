import { app, type BrowserWindow, Notification, nativeTheme } from 'electron'
import { logEvent } from '../base/log.ts'
import { ok } from '../contract/failures.ts'
import { emit } from '../desktop/emit.ts'
import { hasRoom } from '../desktop/has-room.ts'
import { Notifier } from '../desktop/notify.ts'
import { openLink } from '../desktop/open-link.ts'
import { type PreferenceStore, systemRegion } from '../desktop/preferences.ts'
import type { Quitting } from '../desktop/quitting.ts'
import { present } from '../desktop/window.ts'
import { handle } from './handle.ts'

interface AppParts {
  readonly preferences: PreferenceStore
  readonly quitting: Quitting
  readonly window: () => BrowserWindow | null
  readonly demoPanelUrl: () => string | null
  readonly accountsSetAside: string | null
}

/** The calls about the program itself: facts, choices, links, log, notices, quitting. */
export function setupAppCalls({ preferences, quitting, window, demoPanelUrl, accountsSetAside }: AppParts): void {
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

  handle('app.info', () =>
    ok({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      language: preferences.language,
      region: systemRegion(),
      theme: preferences.now.theme,
      dataFolder: app.getPath('userData'),
      accountsSetAside,
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
    return ok(undefined)
  })
  handle('app.openLink', ({ url }) => openLink(url))
  handle('app.log', ({ level, event, detail }) => {
    logEvent(level, `page ${event}`, detail)
    return ok(undefined)
  })
  handle('app.hasRoom', async () => ok(await hasRoom(app.getPath('userData'))))
  handle('app.quit', ({ answer }) => {
    quitting.answer(answer)
    return ok(undefined)
  })
  handle('app.notify', notice => {
    notifier.show(notice)
    return ok(undefined)
  })
}
