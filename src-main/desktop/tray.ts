import { join } from 'node:path'
import { app, type BrowserWindow, Menu, type NativeImage, nativeImage, Tray } from 'electron'
import { logEvent } from '../base/log.ts'
import type { PageState } from './page-keeper.ts'
import { type Mark, markOf, nothingUnsent, pageLines, stateLines, type UnsentState } from './unsent-state.ts'
import { type Words, wordsIn } from './words.ts'

interface TrayParts {
  /** Where tray.png and its marked variants are. */
  readonly iconFolder: string
  readonly language: () => 'tr' | 'en'
  /** Whether the desktop shows tray icons now. */
  readonly hasHost: () => Promise<boolean>
  readonly open: () => void
  /** Opens the window at the search for anything. */
  readonly find: () => void
  /** Starts the page again, which has stopped. */
  readonly again: () => void
}

const files: Readonly<Record<Mark, string>> = {
  none: 'tray.png',
  unsent: 'tray-unsent.png',
  'needs-you': 'tray-needs-you.png',
}

/** The tray icon: says what is unsent and brings the window back, on desktops that show it. */
export class UnsentTray {
  readonly #parts: TrayParts
  #tray: Tray | null = null
  /** Whether the desktop showed icons when ours was made. */
  #madeForHost = false
  #closes = 0
  #state = nothingUnsent
  #page: PageState = 'running'

  constructor(parts: TrayParts) {
    this.#parts = parts
  }

  /** Whether an icon would be seen. */
  canBeSeen(): Promise<boolean> {
    return this.#parts.hasHost()
  }

  /** True when the icon is visible. Checked at every call: a panel may start after us, and may end. */
  async show(): Promise<boolean> {
    const closes = this.#closes
    const hasHost = await this.#parts.hasHost()
    if (closes !== this.#closes) return false
    // Electron looks for the panel when it makes the icon, and never again.
    if (hasHost && !this.#madeForHost) this.#remove()
    return this.#make(hasHost) && hasHost
  }

  #make(hasHost: boolean): boolean {
    if (this.#tray) return true
    const image = this.#image()
    if (image.isEmpty()) {
      logEvent('warn', 'tray-icon-missing')
      return false
    }
    try {
      this.#tray = new Tray(image)
    } catch (error) {
      logEvent('warn', 'tray-unavailable', error instanceof Error ? error.name : '')
      return false
    }
    this.#madeForHost = hasHost
    this.#tray.on('click', this.#parts.open)
    this.draw()
    return true
  }

  set(state: UnsentState): void {
    this.#state = state
    this.draw()
  }

  setPage(page: PageState): void {
    this.#page = page
    this.draw()
  }

  close(): void {
    this.#closes += 1
    this.#remove()
  }

  #remove(): void {
    this.#tray?.destroy()
    this.#tray = null
  }

  /** Redraws the icon and its menu, e.g. after a change of language. */
  draw(): void {
    if (!this.#tray) return
    const say = wordsIn(this.#parts.language())
    const isRunning = this.#page === 'running'
    const lines = [...pageLines(this.#page, say), ...stateLines(this.#state, say)]
    this.#tray.setImage(this.#image())
    this.#tray.setToolTip(`Counterside: ${lines.join(', ')}`)
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        ...lines.map(label => ({ label, enabled: false })),
        { type: 'separator' },
        ...(isRunning ? [] : [{ label: say.startAgain, click: this.#parts.again }]),
        { label: say.open, click: this.#parts.open },
        { label: say.findAnything, click: this.#parts.find, enabled: isRunning },
        { type: 'separator' },
        { label: say.quit, click: () => app.quit() },
      ]),
    )
  }

  #image(): NativeImage {
    const image = nativeImage.createFromPath(
      join(this.#parts.iconFolder, files[this.#page === 'running' ? markOf(this.#state) : 'needs-you']),
    )
    return image.isEmpty() ? image : image.resize({ width: 22, height: 22, quality: 'best' })
  }
}

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
