import { join } from 'node:path'
import {
  app,
  type BrowserWindow,
  dialog,
  type MessageBoxOptions,
  Notification,
  nativeTheme,
  type SaveDialogOptions,
} from 'electron'
import { logEvent } from '../base/log.ts'
import type { DesktopStanding } from '../contract/desktop.ts'
import { failed, failure, ok, type Reply } from '../contract/failures.ts'
import { hasRoom } from '../desktop/data-folder.ts'
import type { LinkDoor } from '../desktop/links.ts'
import { WindowMenu } from '../desktop/menu.ts'
import { Notifier } from '../desktop/notify.ts'
import { openLink } from '../desktop/open-link.ts'
import { type PreferenceStore, systemRegion } from '../desktop/preferences.ts'
import { onWhite, pdfOf, printPage } from '../desktop/print-page.ts'
import type { Quitting } from '../desktop/quitting.ts'
import { askWhere, type Exports, saveFile } from '../desktop/save-file.ts'
import { downloadsDictionaries } from '../desktop/spelling.ts'
import { canStartWithSystem, startsWithSystem, startWithSystem } from '../desktop/start-with-system.ts'
import { showBadge, type UnsentTray } from '../desktop/tray.ts'
import { nothingUnsent } from '../desktop/unsent-state.ts'
import { emit, present } from '../desktop/window.ts'
import { wordsIn } from '../desktop/words.ts'
import type { ZoomMove } from '../desktop/zoom.ts'
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

interface DesktopParts {
  readonly preferences: PreferenceStore
  readonly quitting: Quitting
  readonly tray: UnsentTray
  readonly links: LinkDoor
  readonly iconFolder: string
  readonly window: () => BrowserWindow | null
  readonly zoom: (move: ZoomMove) => void
  readonly demoPanelUrl: () => string | null
}

/** The calls about the app's place in the system: menu, tray, badge, links into the app, how it starts and closes. */
export function setupDesktopCalls(parts: DesktopParts): void {
  const { preferences, quitting, tray, links, window } = parts
  const menu = new WindowMenu({
    language: () => preferences.language,
    demoPanelUrl: parts.demoPanelUrl,
    run: command => emit(window(), 'menu.command', { command }),
    zoom: parts.zoom,
    minimize: () => window()?.minimize(),
  })
  menu.draw()
  preferences.onChange(() => {
    menu.draw()
    tray.draw()
  })

  let state = nothingUnsent
  handle('app.unsent', ({ count, needYou }) => {
    const before = state
    state = { unsent: count, needYou }
    quitting.setUnsent(count)
    tray.set(state)
    showBadge(before, state, { window: window(), iconFolder: parts.iconFolder, say: wordsIn(preferences.language) })
    return ok(undefined)
  })
  handle('desktop.showCommands', ({ commands }) => {
    menu.show(commands)
    return ok(undefined)
  })
  handle('desktop.takeLinks', () => ok(links.take()))
  handle('desktop.standing', async () => ok(await standing(parts)))
  handle('desktop.choose', async ({ startWithSystem: start, ...choices }): Promise<Reply<DesktopStanding>> => {
    const { closeToTray, startHidden, spellcheck } = choices
    await preferences.change({
      ...(closeToTray === undefined ? {} : { closeToTray }),
      ...(startHidden === undefined ? {} : { startHidden }),
      ...(spellcheck === undefined ? {} : { spellcheck }),
    })
    if (preferences.now.closeToTray) await tray.show()
    else if (window()?.isVisible()) tray.close()
    const wanted = start ?? (await startsWithSystem())
    if (start !== undefined || (wanted && startHidden !== undefined))
      await startWithSystem(wanted, preferences.now.startHidden)
    return ok(await standing(parts))
  })
}

async function standing({ preferences: { now }, tray }: DesktopParts): Promise<DesktopStanding> {
  return {
    closeToTray: now.closeToTray,
    startHidden: now.startHidden,
    spellcheck: now.spellcheck,
    startWithSystem: await startsWithSystem(),
    canStartWithSystem: canStartWithSystem(),
    hasTray: await tray.canBeSeen(),
    downloadsDictionaries,
  }
}

/** Where the icons of tray and badge are in the built app. */
export const builtIcons = (): string => join(app.getAppPath(), 'out', 'renderer')

interface FileParts {
  readonly window: () => BrowserWindow | null
  readonly preferences: PreferenceStore
  readonly exports: Exports
}

/** The calls that take something out of the window: to a file or to paper. */
export function setupFileCalls({ window, preferences, exports }: FileParts): void {
  const say = () => wordsIn(preferences.language)
  const parts = {
    exports,
    askWhere: askWhere({
      say,
      show: (options: SaveDialogOptions) => {
        const over = window()
        return over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options)
      },
      mayReplace: async name => {
        const over = window()
        const options: MessageBoxOptions = {
          type: 'warning',
          message: say().replaceFile(name),
          detail: say().replaceFileDetail,
          buttons: [say().replace, say().anotherName],
          defaultId: 1,
          cancelId: 1,
          noLink: true,
        }
        const { response } = await (over ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options))
        return response === 0
      },
    }),
  }
  handle('app.saveFile', ({ name, data }) => saveFile(name, () => data, parts))
  handle('app.savePdf', async ({ name, page }) => {
    const over = window()
    return over
      ? saveFile(name, () => onWhite(over, () => pdfOf(over.webContents, page)), parts)
      : failed(failure('refused'))
  })
  handle('app.print', async page => {
    const over = window()
    return over ? ok(await onWhite(over, () => printPage(over.webContents, page))) : failed(failure('refused'))
  })
}
