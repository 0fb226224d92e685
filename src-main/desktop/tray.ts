import { app, Menu, nativeImage, Tray } from 'electron'
import { logEvent } from './log.ts'
import { wordsIn } from './words.ts'

export interface TrayParts {
  readonly iconPath: string
  readonly language: () => 'tr' | 'en'
  readonly open: () => void
}

/** The tray icon: says how much is unsent and brings the window back. Absent where the desktop has no tray. */
export class UnsentTray {
  readonly #parts: TrayParts
  #tray: Tray | null = null
  #unsent = 0

  constructor(parts: TrayParts) {
    this.#parts = parts
  }

  /** True when there is an icon to come back by. */
  show(): boolean {
    if (this.#tray) return true
    const image = nativeImage.createFromPath(this.#parts.iconPath).resize({ width: 22, height: 22 })
    if (image.isEmpty()) {
      logEvent('warn', 'tray-icon-missing')
      return false
    }
    this.#tray = new Tray(image)
    this.#tray.on('click', this.#parts.open)
    this.#draw()
    return true
  }

  setUnsent(count: number): void {
    if (count === this.#unsent) return
    this.#unsent = count
    app.setBadgeCount(count)
    this.#draw()
  }

  close(): void {
    this.#tray?.destroy()
    this.#tray = null
  }

  #draw(): void {
    if (!this.#tray) return
    const say = wordsIn(this.#parts.language())
    const state = this.#unsent > 0 ? say.unsent(this.#unsent) : say.allSent
    this.#tray.setToolTip(`Counterside: ${state}`)
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: state, enabled: false },
        { label: say.open, click: this.#parts.open },
        { label: say.quit, click: () => app.quit() },
      ]),
    )
  }
}
