import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { DesktopStanding } from '../contract/desktop.ts'
import { ok, type Reply } from '../contract/failures.ts'
import { showBadge } from '../desktop/badge.ts'
import { emit } from '../desktop/emit.ts'
import type { LinkDoor } from '../desktop/link-door.ts'
import { WindowMenu } from '../desktop/menu.ts'
import type { PreferenceStore } from '../desktop/preferences.ts'
import type { Quitting } from '../desktop/quitting.ts'
import { downloadsDictionaries } from '../desktop/spelling.ts'
import { canStartWithSystem, startsWithSystem, startWithSystem } from '../desktop/start-with-system.ts'
import type { UnsentTray } from '../desktop/tray.ts'
import { nothingUnsent } from '../desktop/unsent-state.ts'
import { wordsIn } from '../desktop/words.ts'
import type { ZoomMove } from '../desktop/zoom-steps.ts'
import { handle } from './handle.ts'

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
