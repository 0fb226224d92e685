import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, Menu, shell } from 'electron'
import { logRejection } from '../base/log.ts'
import type { MenuCommand } from '../contract/desktop.ts'
import { type ContextActions, contextTemplate, type MenuParts, menuTemplate } from './menu-template.ts'
import { openLink } from './open-link.ts'
import { wordsIn } from './words.ts'

interface MenuSources extends Pick<MenuParts, 'run' | 'zoom' | 'minimize'> {
  readonly language: () => 'tr' | 'en'
  readonly demoPanelUrl: () => string | null
}

/** The window's menu. Built again when words or keys change; commands that don't work now are only greyed out. */
export class WindowMenu {
  readonly #sources: MenuSources
  #commands: readonly MenuCommand[] = []
  #drawn = ''

  constructor(sources: MenuSources) {
    this.#sources = sources
  }

  show(commands: readonly MenuCommand[]): void {
    this.#commands = commands
    this.draw()
  }

  draw(): void {
    const { language, demoPanelUrl } = this.#sources
    const names = this.#commands.map(({ id, label, accelerator }) => [id, label, accelerator])
    const shape = JSON.stringify([language(), demoPanelUrl() !== null, names])
    if (shape === this.#drawn) {
      this.#grey()
      return
    }
    this.#drawn = shape
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(this.#parts())))
  }

  /** A new menu would close the one that is open. */
  #grey(): void {
    const menu = Menu.getApplicationMenu()
    for (const { id, can } of this.#commands) {
      const item = menu?.getMenuItemById(id)
      if (item) item.enabled = can
    }
  }

  #parts(): MenuParts {
    const { language, demoPanelUrl, run, zoom, minimize } = this.#sources
    const folder = app.getPath('userData')
    return {
      say: wordsIn(language()),
      commands: this.#commands,
      isMac: process.platform === 'darwin',
      devTools: !app.isPackaged,
      demoPanel: demoPanelUrl() !== null,
      run,
      zoom,
      minimize,
      openDataFolder: () => openFolder(folder),
      openLogFolder: () => openFolder(join(folder, 'logs')),
      openDemoPanel: () => {
        openLink(demoPanelUrl() ?? '').catch(logRejection)
      },
      about: () => showAbout(language()),
    }
  }
}

function openFolder(path: string): void {
  shell.openPath(path).catch(logRejection)
}

function showAbout(language: 'tr' | 'en'): void {
  app.setAboutPanelOptions({
    applicationName: 'Counterside',
    applicationVersion: app.getVersion(),
    version: `Electron ${process.versions.electron}`,
    copyright: wordsIn(language).licence,
  })
  app.showAboutPanel()
}

/** Right click in the page: the system's own menu, in the user's language. */
export function setupContextMenu(window: BrowserWindow, language: () => 'tr' | 'en'): void {
  const contents = window.webContents
  const actions: ContextActions = {
    replace: word => contents.replaceMisspelling(word),
    learn: word => contents.session.addWordToSpellCheckerDictionary(word),
    // Asynchronous in newer Electrons only.
    copyText: text => {
      Promise.resolve(clipboard.writeText(text)).catch(logRejection)
    },
  }
  contents.on('context-menu', (_event, at) => {
    const template = contextTemplate(at, wordsIn(language()), actions)
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
}
